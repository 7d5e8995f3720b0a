import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseNetwork } from '#lib/analysis/input/network-files.ts';
import { numbersOf, panelOf } from '#lib/analysis/input/node-table.ts';
import { mapNetwork } from '#lib/analysis/sparse/sparse-matrix.ts';
import { networkDiffusion } from './network-diffusion.ts';
import { simulatedSpread } from './simulated-spread.ts';

const folder = new URL('../../../tests/reference/forecast/', import.meta.url);
const text = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

describe('network-based diffusion', () => {
	const { nodes, edges } = parseNetwork(
		{ file: 'doctors.csv', content: text('doctors.csv') },
		{ file: 'doctors_edges.csv', content: text('doctors_edges.csv') }
	);
	const panel = panelOf(nodes, 'toa');
	const length = numbersOf(nodes, 'length');
	const networks = [{ key: 'e', name: 'names', network: edges.network, isLikeness: false }];
	const covariates = [{ name: 'length', value: (unit: number) => length[unit]! }];

	test.each(['order', 'time'] as const)('by %s is what scipy finds on the doctors', (kind) => {
		const expected = JSON.parse(text('network_diffusion.json'))[kind];
		const found = networkDiffusion(panel, networks, covariates, kind);
		expect(found.loglik).toBeCloseTo(expected.loglik, 6);
		expect(Math.abs(found.networks[0]!.effect - expected.at[0])).toBeLessThan(1e-4);
		expect(Math.abs(found.covariates[0]!.coefficient - expected.at[1])).toBeLessThan(1e-4);
		if (kind === 'time') expect(Math.log(found.baseRate!)).toBeCloseTo(expected.at[2], 3);
	});

	test('twice the weight is half the effect, and the same share', () => {
		const double = mapNetwork(edges.network, (one) => ({
			...one,
			value: one.value.map((value) => 2 * value)
		}));
		const one = networkDiffusion(panel, networks, [], 'time').networks[0]!;
		const other = networkDiffusion(panel, [{ ...networks[0]!, network: double }], [], 'time').networks[0]!;
		expect(other.effect * 2).toBeCloseTo(one.effect, 3);
		expect(other.share).toBeCloseTo(one.share, 3);
	});

	test('finds a strong network, says how much came through it, and leaves another out', () => {
		const truth = { units: 120, periods: 15, base: -4, exposure: 5, traits: [], contacts: 3 };
		let [found, strange, shares] = [0, 0, 0];
		for (let seed = 1; seed <= 40; seed += 1) {
			const data = simulatedSpread(truth, seed);
			const other = simulatedSpread({ ...truth, exposure: 0 }, seed + 500).networks[0]!;
			const result = networkDiffusion(data.panel, [...data.networks, { ...other, name: 'other' }]);
			const [own, stranger] = result.networks;
			if (own!.isFound) found += 1;
			if (stranger!.isFound) strange += 1;
			shares += own!.share;
			for (const { lower, effect, upper } of result.networks) {
				expect(lower).toBeLessThanOrEqual(effect + 1e-9);
				if (upper !== null) expect(upper).toBeGreaterThanOrEqual(effect - 1e-9);
			}
			for (const { shares: each } of result.eventShares)
				expect(each.reduce((sum, share) => sum + share, 0)).toBeLessThan(1);
		}
		expect(found).toBeGreaterThanOrEqual(30);
		// One in forty by chance: more than five would be less than once in a thousand.
		expect(strange).toBeLessThanOrEqual(5);
		expect(shares / 40).toBeGreaterThan(0.4);
	});

	test('without a network effect it finds one in hardly any, through a national wave too', () => {
		const wave = (period: number): number => -((period - 7) ** 2) / 12;
		const truth = { units: 100, periods: 14, base: -1.8, exposure: 0, traits: [], wave };
		let found = 0;
		for (let seed = 1; seed <= 40; seed += 1) {
			const data = simulatedSpread(truth, seed);
			if (networkDiffusion(data.panel, data.networks).networks[0]!.isFound) found += 1;
		}
		expect(found).toBeLessThanOrEqual(5);
	});

	test('refuses where there is nothing to explain', () => {
		expect(() => networkDiffusion(panel, [])).toThrow('no network');
		const still = { ...panel, adoptedAt: panel.adoptedAt.map(() => -1) };
		expect(() => networkDiffusion(still, networks)).toThrow('nobody adopted');
	});
});
