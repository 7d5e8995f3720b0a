/**
 * How an end of a run of days is known: the position of its precision in `DATE_PRECISIONS`, or
 * `NO_EVENT` where nothing is known to have happened on it, as on a date *by* which something was there.
 */
export type Known = number;
export const NO_EVENT: Known = 255;
export const ON_THE_DAY: Known = 0;
