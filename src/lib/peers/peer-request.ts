import { WITHIN, type Within } from './comparison-group.ts';
import { PEER_MODELS, type PeerModel } from './peer-space.ts';
import { PEER_PRESETS, presetWeights, type PeerPreset } from './presets.ts';
import type { FactsIndicator } from './council-facts.ts';

/** What an address asks of the peer finder. */
export interface PeerRequest {
	model: PeerModel;
	preset: PeerPreset;
	within: Within;
	/** Length of the list, one of `PEER_COUNTS`. */
	count: number;
	/** Weights that differ from the preset's, by key of the indicator. */
	weights: ReadonlyMap<string, number>;
}

export const PEER_COUNTS = [5, 10, 15, 20, 30] as const;
export const DEFAULT_REQUEST: PeerRequest = {
	model: 'zscore',
	preset: 'balanced',
	within: 'type',
	count: 10,
	weights: new Map()
};

/** A preset's weights add up to 100; a single weight goes no further. */
export const LARGEST_WEIGHT = 100;
/** Prefix of the weights' fields in a form that is sent without scripts. */
export const WEIGHT_FIELD = 'w-';

const KEY = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const NUMBER = /^-?\d{1,9}(?:\.\d{1,6})?$/;

/**
 * Reads what an address asks. A damaged field falls back to its default alone, and says so.
 *
 * @returns the request, and one sentence a damaged field
 */
export function parsePeerRequest(search: Pick<URLSearchParams, 'get'>): {
	request: PeerRequest;
	problems: string[];
} {
	const problems: string[] = [];
	function choice<Word extends string>(name: string, words: readonly Word[], fallback: Word): Word {
		const asked = search.get(name);
		if (asked === null || asked === '') return fallback;
		const word = words.find((candidate) => candidate === asked);
		if (word === undefined)
			problems.push(`There is no ${name} “${asked.slice(0, 40)}”; ${fallback} is used.`);
		return word ?? fallback;
	}
	const counts = PEER_COUNTS.map(String);
	return {
		request: {
			model: choice('model', PEER_MODELS, DEFAULT_REQUEST.model),
			preset: choice('preset', PEER_PRESETS, DEFAULT_REQUEST.preset),
			within: choice('within', WITHIN, DEFAULT_REQUEST.within),
			count: Number(choice('peers', counts, String(DEFAULT_REQUEST.count))),
			weights: parseWeights(search.get('weights') ?? '', problems)
		},
		problems
	};
}

function parseWeights(text: string, problems: string[]): Map<string, number> {
	const weights = new Map<string, number>();
	for (const part of text === '' ? [] : text.split('~').slice(0, 100)) {
		const [key = '', figure = ''] = part.split('_');
		const shown = part.slice(0, 60);
		if (!KEY.test(key) || !NUMBER.test(figure)) {
			problems.push(`The weight “${shown}” could not be read, so the preset’s weight is used.`);
			continue;
		}
		const weight = Number(figure);
		if (weight < 0 || weight > LARGEST_WEIGHT) {
			problems.push(
				`The weight of ${key} is ${figure}; weights go from 0 to ${LARGEST_WEIGHT}, so the preset’s weight is used.`
			);
		} else weights.set(key, weight);
	}
	return weights;
}

/** Parameters of a request; defaults are null, so that the plain address means the default. */
export function peerParameters(request: PeerRequest): Record<string, string | null> {
	const unless = (value: string, fallback: string) => (value === fallback ? null : value);
	return {
		model: unless(request.model, DEFAULT_REQUEST.model),
		preset: unless(request.preset, DEFAULT_REQUEST.preset),
		within: unless(request.within, DEFAULT_REQUEST.within),
		peers: unless(String(request.count), String(DEFAULT_REQUEST.count)),
		weights: unless([...request.weights].map(([key, weight]) => `${key}_${written(weight)}`).join('~'), '')
	};
}

/** Query string of a request; empty for the default one. */
export function peerSearch(request: PeerRequest, more: Record<string, string | null> = {}): string {
	const search = new URLSearchParams();
	for (const [name, value] of Object.entries({ ...peerParameters(request), ...more })) {
		if (value !== null && value !== '') search.set(name, value);
	}
	return search.size === 0 ? '' : `?${search.toString()}`;
}

/**
 * The weight of each indicator: the preset's, with those that the person moved in their place.
 *
 * @param isCounted one an indicator: whether it counts unless the person gives it a weight, see `ComparisonGroup`
 */
export function requestedWeights(
	{ preset, weights }: Pick<PeerRequest, 'preset' | 'weights'>,
	indicators: readonly FactsIndicator[],
	isCounted: readonly boolean[]
): number[] {
	return presetWeights(preset, indicators, isCounted).map(
		(weight, at) => weights.get(indicators[at]!.key) ?? weight
	);
}

/**
 * Weights that differ from the preset's, out of all of them.
 *
 * @param isCounted one an indicator, as in `requestedWeights`
 * @param given by key of the indicator, such as the fields of a form
 */
export function movedWeights(
	preset: PeerPreset,
	indicators: readonly FactsIndicator[],
	isCounted: readonly boolean[],
	given: ReadonlyMap<string, number>
): Map<string, number> {
	const usual = presetWeights(preset, indicators, isCounted);
	return new Map(
		indicators.flatMap(({ key }, at) => {
			const weight = given.get(key);
			return weight === undefined || written(weight) === written(usual[at]!) ? [] : [[key, weight] as const];
		})
	);
}

/** A weight as a slider shows it and an address keeps it: to a tenth. */
export function written(weight: number): string {
	return String(Math.round(weight * 10) / 10);
}
