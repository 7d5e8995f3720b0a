const WORDS =
	/\b(part|parts|half|halves|quarter|third|ward|wards|parish|parishes|some|portion)\b.*\bof\b|\b(ward|wards|parish|parishes|division|divisions)\s*$/i;
/** Codes of wards, parishes, divisions and census areas of the four nations. */
const CODE = /^(E0[0-5]|E36|E58|W0[0-5]|W40|S0[01]|S13|N00|N08|N20)\d{6}$/i;

/** Whether words or a code mean a part of an area: a ward, a parish, "half of Dover". No council is so called. */
export function isPartOfArea(asked: string): boolean {
	return WORDS.test(asked) || CODE.test(asked.trim());
}
