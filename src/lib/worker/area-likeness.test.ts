import { expect, test } from 'vitest';
import type { Area } from '#lib/domain/atlas.ts';
import type { AreasWire } from '#lib/domain/areas-wire.ts';
import { councilFacts } from '#lib/peers/council-facts.ts';
import { DEFAULT_INDICATORS } from '#lib/peers/default-indicators.ts';
import { findPeers, prepareGroup } from '#lib/peers/peer-finding.ts';
import { DEFAULT_REQUEST, requestedWeights } from '#lib/peers/peer-request.ts';
import { areaLikeness } from './area-likeness.ts';

const SIZE = 30;
const codes = Array.from({ length: SIZE }, (_, at) => `E07${String(at).padStart(6, '0')}`);
const areas = codes.map(
	(code) =>
		({ code, name: code, kind: 'non_metropolitan_district', nation: 'England', region: 'North' }) as Area
);
const columns = DEFAULT_INDICATORS.map(({ column }) => column);
// The last area has an extreme in every figure, the first has few figures.
const figures: AreasWire = {
	codes,
	indicators: columns.map((column, k) => ({
		...{ key: column.replaceAll('_', '-'), label: column, unit: '', source: '', vintage: '' },
		values: codes.map((_, at) =>
			at === 0 && k > columns.length / 2 ? null : at === SIZE - 1 ? 1e6 : 10 + ((at * (k + 3)) % 17)
		)
	})) as unknown as AreasWire['indicators'],
	adjacency: { a: [], b: [], km: [] },
	former: { code: [], current: [] },
	upper: []
};

test('likeness is that of the peer finder: same treatment, same refusal of many blanks', () => {
	const likeness = areaLikeness(figures, areas)!;
	const facts = councilFacts(figures, areas);
	const prepared = prepareGroup(facts, 3, 'all', 'zscore');
	const weights = requestedWeights(DEFAULT_REQUEST, facts.indicators, prepared.group.isCounted);
	const { peers } = findPeers(prepared, weights, 5);
	const ours = codes
		.filter((code) => code !== codes[3])
		.map((code) => ({ code, d: likeness(codes[3]!, code) }))
		.filter((one): one is { code: string; d: number } => one.d !== null)
		.sort((a, b) => a.d - b.d);
	expect(ours.slice(0, 5).map(({ code }) => code)).toEqual(peers.map(({ code }) => code));
	expect(likeness(codes[0]!, codes[1]!)).toBeNull();
	expect(likeness(codes[1]!, 'X')).toBeNull();
});
