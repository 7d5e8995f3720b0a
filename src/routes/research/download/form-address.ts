/** Parameters that are the form's own and no part of the study. */
export const OWN_FIELDS: ReadonlySet<string> = new Set(['problem', 'of', 'purpose']);

/**
 * Address of the form with a study and what was entered. What would make it too long is left out, the
 * typed words before the study.
 *
 * @param longest number of letters
 */
export function formAddress(
	study: URLSearchParams,
	entered: { of: string; purpose: string },
	longest: number
): string {
	const whole = new URLSearchParams([...study].filter(([name]) => !OWN_FIELDS.has(name)));
	const { of, purpose } = entered;
	const candidates = [{ of, purpose }, { of }, {}].map((fields) => {
		const search = new URLSearchParams(whole);
		for (const [name, value] of Object.entries(fields)) search.set(name, value);
		return `/research/download?${search.toString()}`;
	});
	return candidates.find((address) => address.length <= longest) ?? '/research/download?';
}
