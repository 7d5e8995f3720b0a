import { isoDay } from '../../domain/day.ts';

/** Days from the first day of 1970 back to day 0 of the two ways in which workbooks count days. */
const DAY_ZERO = { 1900: -25_569, 1904: -24_107 } as const;
export type Epoch = keyof typeof DAY_ZERO;

/** Days that a workbook may count to: up to the end of 9999. */
const LAST_SERIAL = 2_958_465;
/** Day 60 of the 1900 count is 29 February 1900, which never was; days before it are one off. */
const FALSE_LEAP_DAY = 60;

/**
 * The day that a number of days stands for, as ISO 8601.
 *
 * @param serial days, the time of day as a fraction
 * @returns `null` where it is none: negative, too large, or the day that never was
 *
 * Source: ECMA-376 part 1, 18.17.4.
 */
export function serialDay(serial: number, epoch: Epoch): string | null {
	const whole = Math.floor(serial);
	if (!(serial >= 0) || whole > LAST_SERIAL || (epoch === 1900 && whole === FALSE_LEAP_DAY)) return null;
	const shift = epoch === 1900 && whole < FALSE_LEAP_DAY ? 1 : 0;
	return isoDay(whole + DAY_ZERO[epoch] + shift);
}
