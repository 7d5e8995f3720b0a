import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { WINSOR_5_95 } from './column-scale.ts';
import { PRODUCT_COVERAGE } from './coverage-rule.ts';
import { INDICATORS } from '#lib/domain/indicators/catalogue.ts';
import { INDICATOR_THEMES } from '#lib/domain/indicators/indicator.ts';
import { DEFAULT_INDICATORS } from './default-indicators.ts';
import { explainPair } from './explanation.ts';
import { factsTable, parseFacts } from './facts-csv.ts';
import { LEFT_OUT_INDICATORS } from './left-out-indicators.ts';
import { PEER_MODELS, peerSpace } from './peer-space.ts';
import { PEER_PRESETS, presentIndicators, presetWeights } from './presets.ts';
import { rankPeers } from './ranking.ts';
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

	test.each(PEER_MODELS)('compare every council of the United Kingdom under %s', (model) => {
		const space = peerSpace(factsTable(facts, columns), {
			model,
			log: DEFAULT_INDICATORS.filter(({ log }) => log).map(({ column }) => column),
			winsorise: WINSOR_5_95
		});
		const weighted = weighting(space, presetWeights('balanced'));

		expect(space.scales.filter(({ isConstant }) => isConstant)).toEqual([]);
		facts.codes.forEach((_, row) => {
			expect(rankPeers(weighted, row, 10, PRODUCT_COVERAGE)).toMatchObject({ refusal: null, leftOut: 0 });
		});
	});

	test('have words for every pair of figures', () => {
		const space = peerSpace(factsTable(facts, columns), { model: 'zscore', log: [], winsorise: null });
		const { features } = explainPair(weighting(space, presetWeights('balanced')), 0, 350);

		features.forEach((feature, at) => {
			const indicator = DEFAULT_INDICATORS[at];
			if (indicator === undefined) throw new Error('There is an indicator for each feature.');
			expect(comparisonSentence(indicator, feature, { mine: 'Hartlepool', theirs: 'Mid Ulster' })).toMatch(
				/^[A-Z].*: (.*\d.* in Hartlepool, (.*\d.*|not published) in Mid Ulster)$/
			);
		});
	});
});

describe('presets', () => {
	test.each(PEER_PRESETS)('%s shares 100 among the indicators', (preset) => {
		expect(presetWeights(preset).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(100, 9);
	});

	test('balanced gives each theme the same, whatever number of indicators it has', () => {
		const weights = presetWeights('balanced');
		const themes = new Set(DEFAULT_INDICATORS.map(({ theme }) => theme));

		for (const theme of themes) {
			const part = DEFAULT_INDICATORS.reduce(
				(sum, item, at) => sum + (item.theme === theme ? (weights[at] ?? 0) : 0),
				0
			);
			expect(part).toBeCloseTo(100 / themes.size, 9);
		}
	});

	test('a theme of its own gets half of the whole, and what is missing is shared by the others', () => {
		const two = [
			{ theme: 'people', weight: 1 },
			{ theme: 'people', weight: 0.5 },
			{ theme: 'place', weight: 1 }
		] as const;

		expect(presetWeights('balanced', two).map((weight) => Math.round(weight))).toEqual([33, 17, 50]);
		expect(presetWeights('place', two)[2]).toBeCloseTo(
			(100 * (INDICATOR_THEMES.length - 1)) / INDICATOR_THEMES.length,
			9
		);
	});

	test('need an indicator', () => {
		expect(() => presetWeights('balanced', [])).toThrow('no indicators');
	});
});
