import { expect, test } from 'vitest';
import type { CouncilFacts } from '#lib/peers/council-facts.ts';
import { DEFAULT_INDICATORS } from '#lib/peers/default-indicators.ts';
import { featureTable } from '#lib/peers/feature-table.ts';
import { prepareModels, readPeers } from './peer-reading.ts';

const indicators = DEFAULT_INDICATORS.slice(2, 5).map((indicator) => ({
	...indicator,
	...{ key: indicator.column.replaceAll('_', '-'), source: '', vintage: '' }
}));
const codes = Array.from({ length: 12 }, (_, at) => `C${at}`);
const facts: CouncilFacts = {
	areas: codes.map((code, at) => ({
		...{ code, name: `Council ${at}`, nation: 'England', region: 'London' },
		kind: at === 0 ? 'city_of_london' : 'london_borough'
	})),
	table: featureTable(
		codes,
		indicators.map(({ column }) => column),
		codes.map((_, at) => [10 + at, 20 + ((at * 5) % 7), 30 + ((at * 3) % 11)])
	),
	indicators,
	leftOut: []
};
const read = (row: number) =>
	readPeers(prepareModels(facts, row, 'type'), [1, 1, 1], { model: 'zscore', count: 5 });

test('nobody counts a council that is alone in its type, since the others never compare themselves with it', () => {
	expect(read(0).countedBy).toBeNull();
	expect(read(3).countedBy!.length).toBeGreaterThan(0);
	expect(read(3).countedBy!.map(({ code }) => code)).not.toContain('C0');
});
