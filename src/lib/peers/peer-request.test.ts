import { describe, expect, test } from 'vitest';
import type { FactsIndicator } from './council-facts.ts';
import { DEFAULT_INDICATORS } from './default-indicators.ts';
import {
	DEFAULT_REQUEST,
	movedWeights,
	parsePeerRequest,
	peerSearch,
	requestedWeights
} from './peer-request.ts';
import { presetWeights } from './presets.ts';

const indicators: FactsIndicator[] = DEFAULT_INDICATORS.map((indicator) => ({
	...indicator,
	key: indicator.column.replaceAll('_', '-'),
	source: '',
	vintage: ''
}));
const counted = indicators.map(() => true);
const parse = (text: string) => parsePeerRequest(new URLSearchParams(text));

describe('the address of a list of peers', () => {
	test('is plain for the default, and reads back as it was written', () => {
		expect(peerSearch(DEFAULT_REQUEST)).toBe('');
		const asked = {
			...DEFAULT_REQUEST,
			model: 'robust',
			preset: 'place',
			within: 'nation',
			count: 20,
			weights: new Map([
				['density-2024', 12.5],
				['population-2024', 0]
			])
		} as const;
		const search = peerSearch(asked);
		expect(search).toBe(
			'?model=robust&preset=place&within=nation&peers=20&weights=density-2024_12.5%7Epopulation-2024_0'
		);
		expect(parse(search)).toEqual({ request: asked, problems: [] });
	});

	test.each([
		['weights=density-2024_-3', 'The weight of density-2024 is -3; weights go from 0 to 100'],
		['weights=density-2024_1e9', 'The weight “density-2024_1e9” could not be read'],
		['weights=density-2024', 'The weight “density-2024” could not be read'],
		['model=magic', 'There is no model “magic”; zscore is used.'],
		['peers=7', 'There is no peers “7”; 10 is used.']
	])('with %s falls back, and says so in a sentence', (search, sentence) => {
		const { request, problems } = parse(search);
		expect(request).toEqual(DEFAULT_REQUEST);
		expect(problems).toHaveLength(1);
		expect(problems[0]).toContain(sentence);
	});

	test('puts moved weights in the place of the preset’s', () => {
		const request = { preset: 'balanced', weights: new Map([['population-2024', 9]]) } as const;
		const weights = requestedWeights(request, indicators, counted);
		expect(weights[0]).toBe(9);
		expect(weights[1]).toBeCloseTo(presetWeights('balanced', indicators)[1]!, 9);
	});

	test('keeps only weights that differ from the preset’s as a slider shows them', () => {
		const usual = requestedWeights(DEFAULT_REQUEST, indicators, counted);
		const given = new Map(indicators.map(({ key }, at) => [key, Math.round(usual[at]! * 10) / 10]));
		given.set('density-2024', 20);
		expect([...movedWeights('balanced', indicators, counted, given)]).toEqual([['density-2024', 20]]);
	});
});
