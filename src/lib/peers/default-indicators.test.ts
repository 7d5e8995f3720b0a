import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { INDICATORS } from '#lib/domain/indicators/catalogue.ts';
import { INDICATOR_THEMES } from '#lib/domain/indicators/indicator.ts';
import { ASPECTS } from '#lib/domain/indicators/aspects.ts';
import { DEFAULT_INDICATORS, presentIndicators } from './default-indicators.ts';
import { explainer } from './explanation.ts';
import { factsTable, parseFacts } from './facts-csv.ts';
import { LEFT_OUT_INDICATORS } from './left-out-indicators.ts';
import { peerSpace } from './peer-space.ts';
import { PEER_PRESETS, presetWeights } from './presets.ts';
import { weighting } from './weighting.ts';
import { comparisonSentence } from './wording.ts';

/** The figures as they are seeded; names of columns have hyphens there. */
const [header = '', ...lines] = readFileSync(
	new URL('../../../supabase/seed/indicator_values.csv', import.meta.url),
	'utf8'
).split('\n');
const facts = parseFacts({
	file: 'indicator_values.csv',
	content: [header.replaceAll('-', '_'), ...lines].join('\n')
});
const columns = DEFAULT_INDICATORS.map(({ column }) => column);

describe('the default indicators', () => {
	test('are seeded, each once, with a reason', () => {
		expect(new Set(columns).size).toBe(columns.length);
		expect(presentIndicators(facts.columns)).toEqual(DEFAULT_INDICATORS);
		for (const { reason, label } of DEFAULT_INDICATORS) {
			expect(reason).toMatch(/\.$/);
			expect(label).not.toMatch(/_/);
		}
	});

	test('are out of the catalogue, which describes every seeded column', () => {
		expect(facts.columns).toEqual(INDICATORS.map(({ column }) => column));
		expect(new Set(LEFT_OUT_INDICATORS.map(({ label }) => label)).size).toBe(LEFT_OUT_INDICATORS.length);
		for (const { reason } of LEFT_OUT_INDICATORS) expect(reason).toMatch(/\.$/);
		expect(LEFT_OUT_INDICATORS.length + DEFAULT_INDICATORS.length).toBeGreaterThan(INDICATORS.length);
	});

	test('tell about every theme, each aspect by at least one figure of its theme', () => {
		const told = new Set(DEFAULT_INDICATORS.map(({ aspect }) => aspect));
		expect([...told].sort()).toEqual(Object.keys(ASPECTS).sort());
		for (const { aspect, theme } of DEFAULT_INDICATORS) expect(ASPECTS[aspect].theme).toBe(theme);
		expect(new Set(Object.values(ASPECTS).map(({ theme }) => theme)).size).toBe(INDICATOR_THEMES.length);
	});

	test('have words for every pair of figures', () => {
		const space = peerSpace(factsTable(facts, columns), { model: 'zscore', log: [], winsorise: null });
		const { features } = explainer(weighting(space, presetWeights('balanced', DEFAULT_INDICATORS)))(0, 350);

		features.forEach((feature, at) => {
			const indicator = DEFAULT_INDICATORS[at];
			if (indicator === undefined) throw new Error('There is an indicator for each feature.');
			expect(comparisonSentence(indicator, feature, { mine: 'Hartlepool', theirs: 'Mid Ulster' })).toMatch(
				/^[A-Z].*: (.*\d.* in Hartlepool, (.*\d.*|not published) in Mid Ulster)(; .* of \d+)?$/
			);
		});
	});
});

describe('presets', () => {
	test.each(PEER_PRESETS)('%s shares 100 among the indicators', (preset) => {
		expect(presetWeights(preset, DEFAULT_INDICATORS).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(
			100,
			9
		);
	});

	test('balanced gives each theme the same, whatever number of indicators it has', () => {
		const weights = presetWeights('balanced', DEFAULT_INDICATORS);

		for (const theme of INDICATOR_THEMES) {
			const part = DEFAULT_INDICATORS.reduce(
				(sum, item, at) => sum + (item.theme === theme ? (weights[at] ?? 0) : 0),
				0
			);
			expect(part).toBeCloseTo(100 / INDICATOR_THEMES.length, 9);
		}
	});

	test('figures of one aspect share its say, and aspects of half weight have half', () => {
		const some = [
			{ aspect: 'origins' },
			{ aspect: 'origins' },
			{ aspect: 'children' },
			{ aspect: 'size' }
		] as const;
		expect(presetWeights('balanced', some).map((weight) => Math.round(weight))).toEqual([20, 20, 40, 20]);
	});

	test('what does not count leaves its say to its aspect, then to its theme, then to the others', () => {
		const some = [
			{ aspect: 'origins' },
			{ aspect: 'origins' },
			{ aspect: 'children' },
			{ aspect: 'density' }
		] as const;
		const weights = (...isCounted: boolean[]) => presetWeights('balanced', some, isCounted);

		expect(weights(true, true, true, true)).toEqual([12.5, 12.5, 25, 50]);
		expect(weights(true, false, true, true)).toEqual([25, 0, 25, 50]);
		expect(weights(false, false, true, true)).toEqual([0, 0, 50, 50]);
		expect(weights(true, false, true, false)).toEqual([50, 0, 50, 0]);
		expect(() => weights(false, false, false, false)).toThrow('no indicators');
	});

	test('a theme of its own gets half, or as much as the others where some are missing', () => {
		expect(presetWeights('place', [{ aspect: 'density' }, { aspect: 'children' }])[0]).toBeCloseTo(80, 9);
		const weights = presetWeights('place', DEFAULT_INDICATORS);
		const part = weights.filter((_, at) => DEFAULT_INDICATORS[at]!.theme === 'place');
		expect(part.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(50, 9);
	});
});
