import { describe, expect, test } from 'vitest';
import type { FactsIndicator } from '#lib/peers/council-facts.ts';
import { DEFAULT_INDICATORS } from '#lib/peers/default-indicators.ts';
import { written } from '#lib/peers/peer-request.ts';
import { presetWeights } from '#lib/peers/presets.ts';
import { canonicalSearch } from './canonical-search.ts';

const indicators: FactsIndicator[] = DEFAULT_INDICATORS.map((indicator) => ({
	...indicator,
	...{ key: indicator.column.replaceAll('_', '-'), source: '', vintage: '' }
}));
const canonical = (search: string) =>
	canonicalSearch(
		new URLSearchParams(search),
		indicators,
		indicators.map(() => true)
	);

describe('the address of a form that was sent without scripts', () => {
	test('leaves out what is as the preset has it', () => {
		const usual = written(presetWeights('balanced', indicators)[0]!);
		expect(
			canonical(`was=balanced&preset=balanced&model=zscore&w-population-2024=${usual}&practice=housing-first`)
		).toBe('?practice=housing-first');
	});

	test('keeps a weight that was moved', () => {
		expect(canonical('was=balanced&preset=balanced&w-population-2024=9')).toBe('?weights=population-2024_9');
	});

	test('drops the weights of another preset', () => {
		expect(canonical('was=balanced&preset=place&w-population-2024=9')).toBe('?preset=place');
	});

	test('hands on what is no weight, so that the page can say so', () => {
		expect(canonical('was=balanced&preset=balanced&w-population-2024=-4')).toBe(
			'?weights=population-2024_-4'
		);
	});

	test('is left as it is when nothing was sent by a form', () => {
		expect(canonical('preset=place')).toBeNull();
	});
});
