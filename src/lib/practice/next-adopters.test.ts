import { describe, expect, test } from 'vitest';
import type { AreasWire } from '#lib/domain/areas-wire.ts';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { DEFAULT_INDICATORS } from '#lib/peers/default-indicators.ts';
import { select } from '#lib/view/selection.ts';
import { DEFAULT_VIEW } from '#lib/view/view.ts';
import type { View } from '#lib/view/view.ts';
import { wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { listNextAdopters } from './next-adopters.ts';

// Councils in a row, each like its neighbours; the first six do the practice, the last tries it out.
const SIZE = 24;
const codes = Array.from({ length: SIZE }, (_, at) => `E0700${String(at).padStart(4, '0')}`);
const atlas = buildAtlas(
	wireFixture({
		areas: codes.map((code, at) => ({ code, name: code, region: at < 12 ? 'North' : 'South', at: [0, 52] })),
		organisations: codes.map((code, area) => ({ slug: code.toLowerCase(), kind: 'council', area })),
		practices: [{ slug: 'listening' }, { slug: 'walking' }],
		adoptions: [
			...[0, 1, 2, 3, 4, 5].map((organisation) => ({ organisation, practice: 0, from: '2020-01-01' })),
			{ organisation: 7, practice: 0, stage: 'piloting', from: '2021-01-01' }
		]
	})
);
const figures: AreasWire = {
	codes,
	indicators: DEFAULT_INDICATORS.map(({ column }) => ({
		...{ key: column.replaceAll('_', '-'), label: column, unit: '', decimals: 0, theme: '' },
		...{
			transform: 'none',
			source: '',
			licence: '',
			vintage: '',
			denominator: null,
			aggregation: 'none',
			values: codes.map((_, at) => 10 + at)
		}
	})),
	adjacency: { a: [], b: [], km: [] },
	former: { code: [], current: [] },
	upper: []
};
const most = { councils: 30, peers: 3 };
const next = (view: Partial<View> = {}, practice = 0) =>
	listNextAdopters(select(atlas, { ...DEFAULT_VIEW, ...view }), figures, practice, most);

describe('who could be next', () => {
	test('are those without it whose peers have it, most such peers first', () => {
		const { councils, compared, withPeers } = next()!;
		expect(compared).toBe(18);
		expect(councils[0]).toMatchObject({ code: codes[6], doing: 4, of: 10, stage: null });
		expect(councils[0]!.peers.map(({ slug }) => slug)).toEqual(
			[5, 4, 3].map((at) => codes[at]!.toLowerCase())
		);
		expect(councils.map(({ doing }) => doing)).toEqual(
			councils.map(({ doing }) => doing).sort((a, b) => b - a)
		);
		expect(withPeers).toBe(councils.length);
		expect(councils.map(({ code }) => code)).not.toContain(codes[SIZE - 1]);
	});

	test('one who tries it out is listed with its stage, and not where trying counts', () => {
		expect(next()!.councils.find(({ code }) => code === codes[7])?.stage).toBe('piloting');
		expect(next({ countFrom: 'piloting' })!.councils.map(({ code }) => code)).not.toContain(codes[7]);
	});

	test('are of the view, and their peers may be anywhere', () => {
		const south = next({ regions: ['South'] });
		expect(south!.compared).toBe(12);
		expect(south!.councils.every(({ region }) => region === 'South')).toBe(true);
	});

	test('are nobody where no council does it', () => {
		expect(next({}, 1)).toBeNull();
	});
});
