import { describe, expect, test } from 'vitest';
import type { CouncilFacts } from './council-facts.ts';
import { DEFAULT_INDICATORS } from './default-indicators.ts';
import { featureTable } from './feature-table.ts';
import { findPeers, prepareGroup } from './peer-finding.ts';

const indicators = ['pct_age_0_15', 'pct_age_65_plus']
	.map((column) => DEFAULT_INDICATORS.find((one) => one.column === column)!)
	.map((indicator) => ({
		...indicator,
		...{ key: indicator.column.replaceAll('_', '-'), source: '', vintage: '' }
	}));

function facts(cells: (number | null)[][]): CouncilFacts {
	return {
		areas: cells.map((_, at) => ({
			...{ code: `C${at}`, name: `Council ${at}`, kind: 'london_borough' },
			...{ nation: 'England', region: 'London' }
		})),
		table: featureTable(
			cells.map((_, at) => `C${at}`),
			indicators.map(({ column }) => column),
			cells
		),
		indicators,
		leftOut: []
	};
}

const some = facts([
	[20, 15],
	[20.5, 15],
	[25, 10],
	[10, 30],
	[null, null]
]);

describe('the peers of a council', () => {
	test('are listed nearest first, with the reasons in original units', () => {
		const { peers, refusal, ranked, leftOut, likeness } = findPeers(
			prepareGroup(some, 0, 'type', 'zscore'),
			[1, 1],
			2
		);
		expect(refusal).toBeNull();
		expect(peers.map(({ code }) => code)).toEqual(['C1', 'C2']);
		expect([ranked, leftOut, likeness.length]).toEqual([3, 1, 3]);
		expect(peers[0]).toMatchObject({ name: 'Council 1', type: 'London borough', rank: 1, shared: 2 });
		expect(peers[0]!.alike[0]!.sentence).toBe(
			'Residents aged 65 and over: 15.0% in Council 0, 15.0% in Council 1; both 2nd highest of 4'
		);
		expect(peers[0]!.unlike).toEqual([]);
		expect(peers[1]!.unlike[0]).toMatchObject({ key: 'pct-age-0-15', mine: 20, theirs: 25 });
	});

	test('are refused in one sentence for a council with too many blanks, by its name', () => {
		const { peers, refusal, known } = findPeers(prepareGroup(some, 4, 'type', 'zscore'), [1, 1], 2);
		expect(peers).toEqual([]);
		expect(known).toBe(0);
		expect(refusal).toBe('Council 4 has figures for only 0 of 2 indicators, which is too few to compare it.');
	});

	test('are refused in one sentence where every weight is 0', () => {
		expect(findPeers(prepareGroup(some, 0, 'type', 'zscore'), [0, 0], 2).refusal).toBe(
			'All weights are 0, so there is nothing to compare by.'
		);
	});
});
