import type { ModelSpec } from './hazard-model.ts';
import type { Term } from './terms.ts';

/** The model, and the simple rules that it has to beat. */
export type ContenderKey = 'model' | 'constant' | 'time' | 'population' | 'region' | 'exposure' | 'likeness';

export interface Contender {
	key: ContenderKey;
	/** What one would know with it alone: "the time", said in the verdict. */
	knows: string;
	spec: ModelSpec;
}

/**
 * The model and its simple rules. All rules but the first follow the course of time, since with a wave that reaches
 * everybody anything without a clock is beaten by a calendar. A rule that has no column of its own is left out, and so
 * is one that is the model itself.
 */
export function contendersOf(terms: readonly Term[]): Contender[] {
	const having = (...parts: Term['part'][]): number[] =>
		terms.flatMap(({ part }, k) => (parts.includes(part) ? [k] : []));
	const alike = having('likeness').length > 0 ? having('likeness') : having('trait');
	const all = terms.map((_, k) => k);
	const rules: [ContenderKey, string, number[]][] = [
		['population', 'the time and the population', having('population')],
		['region', 'the time and the region', having('region')],
		['exposure', 'the time and how many contacts have adopted', having('exposure')],
		['likeness', 'the time and the traits of a body', alike]
	];
	return [
		{ key: 'model', knows: 'everything in the model', spec: { hasClock: true, terms: all } },
		{ key: 'constant', knows: 'the average chance', spec: { hasClock: false, terms: [] } },
		...(all.length === 0
			? []
			: [{ key: 'time' as const, knows: 'the time', spec: { hasClock: true, terms: [] } }]),
		...rules
			.filter(([, , own]) => own.length > 0 && own.length < all.length)
			.map(([key, knows, own]) => ({ key, knows, spec: { hasClock: true, terms: own } }))
	];
}
