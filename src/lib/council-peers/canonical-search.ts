import type { FactsIndicator } from '#lib/peers/council-facts.ts';
import { movedWeights, parsePeerRequest, peerSearch, WEIGHT_FIELD } from '#lib/peers/peer-request.ts';
import { joinRepeated } from '#lib/view/form-search.ts';

const OWN = ['model', 'preset', 'within', 'peers', 'weights', 'reset'];

/**
 * The query string that one would link to, from what the form sends without scripts: one field a weight
 * becomes one parameter, and what is as the preset has it is left out. Weights belong to their preset, so
 * a change of preset drops them.
 *
 * @returns null when the address is so already
 */
export function canonicalSearch(
	search: URLSearchParams,
	indicators: readonly FactsIndicator[],
	isCounted: readonly boolean[]
): string | null {
	const fields = [...search].filter(([name]) => name.startsWith(WEIGHT_FIELD));
	if (fields.length === 0) return joinRepeated(search);
	const { request } = parsePeerRequest(search);
	const given = new Map<string, number>();
	const kept: string[] = [];
	for (const [field, value] of fields) {
		const key = field.slice(WEIGHT_FIELD.length);
		const weight = value.trim() === '' ? Number.NaN : Number(value);
		// What is no weight goes on as it is, so that the page can say so.
		if (weight >= 0 && weight <= 100) given.set(key, weight);
		else if (value.trim() !== '') kept.push(`${key}_${value.trim()}`);
	}
	const more = Object.fromEntries(
		[...search].filter(
			([name, value]) => !name.startsWith(WEIGHT_FIELD) && !OWN.includes(name) && value !== ''
		)
	);
	const isChanged = (search.get('was') ?? request.preset) !== request.preset;
	const weights = isChanged
		? new Map<string, number>()
		: movedWeights(request.preset, indicators, isCounted, given);
	const printed = peerSearch({ ...request, weights }, { ...more, was: null });
	if (kept.length === 0 || isChanged) return printed;
	const whole = new URLSearchParams(printed);
	whole.set('weights', [whole.get('weights') ?? '', ...kept].filter((part) => part !== '').join('~'));
	return `?${whole.toString()}`;
}
