import { describe, expect, test } from 'vitest';
import type { CouncilFacts } from './council-facts.ts';
import { DEFAULT_INDICATORS } from './default-indicators.ts';
import { featureTable } from './feature-table.ts';
import { DEFAULT_REQUEST } from './peer-request.ts';
import { prepareModels, readPeers } from './peer-reading.ts';

const indicators = ['pct_age_0_15', 'pct_disabled', 'density_2024'].map((column) => ({
	...DEFAULT_INDICATORS.find((indicator) => indicator.column === column)!,
	...{ key: column.replaceAll('_', '-'), source: '', vintage: '' }
}));
const BOROUGHS = 30;
const codes = Array.from({ length: BOROUGHS + 2 }, (_, at) => `C${at}`);
const facts: CouncilFacts = {
	areas: codes.map((code, at) => ({
		...{ code, name: `Council ${at}`, nation: 'England', region: 'London' },
		kind: at < 2 ? 'city_of_london' : 'london_borough'
	})),
	table: featureTable(
		codes,
		indicators.map(({ column }) => column),
		codes.map((_, at) => [10 + at, 20 + ((at * 5) % 7), 30 + ((at * 3) % 11)])
	),
	indicators,
	leftOut: []
};
const read = (row: number) => readPeers(prepareModels(facts, row, 'type'), { ...DEFAULT_REQUEST, count: 5 });

describe('how firm a list is', () => {
	test('councils count another only where they compare themselves with it', () => {
		// The two of a small type are compared with everyone, and each with the other.
		expect(read(0).countedBy.map(({ code }) => code)).not.toContain('C3');
		const counted = new Set(codes.flatMap((_, row) => read(row).countedBy.map(({ code }) => code)));
		expect([...counted].sort()).toEqual([...codes].sort());
		for (const row of [2, 9]) {
			for (const { code, isMutual } of read(row).countedBy) {
				const back = read(codes.indexOf(code)).countedBy.some((other) => other.code === codes[row]);
				expect(back).toBe(isMutual);
			}
		}
	});

	test('the list is tried without each theme and with other weights', () => {
		const { without, redrawn } = read(5);

		expect(without.map(({ theme }) => theme).sort()).toEqual([
			'Health and hardship',
			'People',
			'Place and connections'
		]);
		expect(without.map(({ kept }) => kept)).toEqual(without.map(({ kept }) => kept).sort((a, b) => a - b));
		expect(redrawn!.peers).toHaveLength(5);
		expect(redrawn!.kept).toBeCloseTo(
			redrawn!.peers.reduce((sum, { share }) => sum + share, 0),
			9
		);
		expect(redrawn!.byLot).toBeCloseTo((5 * 5) / (BOROUGHS - 1), 9);
	});
});
