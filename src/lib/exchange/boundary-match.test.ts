import { describe, expect, test } from 'vitest';
import { boundaryLineage } from './boundary-lineage.ts';
import type { LineageBody } from './boundary-lineage.ts';
import { matchBoundaries } from './boundary-match.ts';
import type { Polygons } from './boundary-rings.ts';
import type { BoundaryFeature } from './boundaries.ts';

/** A square of a grid, a degree wide. */
function square(x: number, y: number): Polygons {
	return [
		[
			[
				[x, y],
				[x + 1, y],
				[x + 1, y + 1],
				[x, y + 1],
				[x, y]
			]
		]
	];
}
const feature = (code: string, x = 0, y = 0): BoundaryFeature => ({
	code,
	polygons: square(x, y),
	shapes: 1
});

function body(
	id: string,
	code: string,
	successors: string[] = [],
	own: Partial<LineageBody> = {}
): LineageBody {
	return { id, gss: [code], formerGss: [], type: 'non_metropolitan_district', successors, ...own };
}
const BODIES = [
	body('CBD', 'E06000063'),
	body('ALL', 'E07000026', ['CBD']),
	body('CAR', 'E07000028', ['CBD']),
	body('COP', 'E07000029', ['CBD']),
	body('CMA', 'E10000006', ['CBD', 'WAF'], { type: 'county' }),
	body('SMT', 'E06000066'),
	body('SSO', 'E07000189', ['SMT']),
	body('SWT', 'E07000246', ['SMT']),
	body('TAU', 'E07000190', ['SWT']),
	body('WSO', 'E07000191', ['SWT']),
	body('GLG', 'S12000049', [], { formerGss: ['S12000043', 'S12000046'] }),
	body('BKM', 'E10000002', ['CBD'], { type: 'county' })
];
const CURRENT = ['E06000063', 'E06000066', 'S12000049'];
const lineage = boundaryLineage(BODIES, []);
const match = (...features: BoundaryFeature[]) => matchBoundaries(features, CURRENT, lineage);
const drawn = ({ matched }: ReturnType<typeof match>) => matched.map(({ code }) => code);

describe('codes of a file', () => {
	test('that were merged make one boundary, without the borders between them', () => {
		const got = match(feature('E07000026', 0, 1), feature('E07000028', 1, 1), feature('E07000029', 0, 0));
		expect(drawn(got)).toEqual(['E06000063']);
		expect(got.renamed.map(({ from }) => from)).toEqual(['E07000026', 'E07000028', 'E07000029']);
		expect(got.missing).toEqual(['E06000066', 'S12000049']);
		const [polygon, ...others] = got.matched[0]!.polygons;
		expect([polygon!.length, others]).toEqual([1, []]);
		const corners = new Set(polygon![0]!.map(String));
		// Where all three met is within; an L has six corners.
		expect([corners.size, corners.has('1,1')]).toEqual([6, true]);
		expect(corners.has('0,1')).toBe(false);
	});

	test.each([
		[['E07000026'], ['E07000028', 'E07000029']],
		[['E07000028', 'E07000029'], ['E07000026']]
	])('of which only %s are there are no boundary of the whole', (has, lacks) => {
		const got = match(...has.map((code, at) => feature(code, at)));
		expect(drawn(got)).toEqual([]);
		expect(got.incomplete).toEqual([{ code: 'E06000063', has, lacks }]);
		expect(got.missing).toContain('E06000063');
		expect(got.unknown).toEqual([]);
	});

	test.each([
		['the last parts', ['E07000189', 'E07000246'], []],
		['the parts of parts', ['E07000189', 'E07000190', 'E07000191'], []],
		['some parts of parts', ['E07000189', 'E07000190'], ['E07000191']],
		['one part', ['E07000190', 'E07000191'], ['E07000189']]
	])('of several times are looked through: %s', (_, codes, lacks) => {
		const got = match(...codes.map((code, at) => feature(code, at)));
		expect(drawn(got)).toEqual(lacks.length === 0 ? ['E06000066'] : []);
		expect(got.incomplete.map((one) => one.lacks)).toEqual(lacks.length === 0 ? [] : [lacks]);
	});

	test.each(['S12000043', 'S12000046'])(
		'that one place had before, such as %s, are the whole of it',
		(code) => {
			const got = match(feature(code));
			expect(got.matched).toEqual([{ code: 'S12000049', polygons: square(0, 0) }]);
			expect(got.renamed).toEqual([{ from: code, to: 'S12000049' }]);
		}
	);

	test('that were split, that lie over others, or that nobody knows, are reported', () => {
		const got = match(feature('E10000006'), feature('E10000002'), feature('E99999999'));
		expect(got.matched).toEqual([]);
		expect(got.unknown).toEqual(['E10000006', 'E10000002', 'E99999999']);
	});

	test('of today go before those of a predecessor', () => {
		const got = match(feature('E07000026'), feature('E06000063', 3));
		expect(got.matched).toEqual([{ code: 'E06000063', polygons: square(3, 0) }]);
		expect([got.renamed, got.incomplete, got.passed]).toEqual([[], [], ['E07000026']]);
	});
});

describe('codes that a site recorded itself', () => {
	const own = boundaryLineage(BODIES, [
		{ from: 'E07000901', to: 'E06000901' },
		{ from: 'E07000902', to: 'E06000901' },
		{ from: 'E07000903', to: 'E06000901' },
		{ from: 'E07000903', to: 'E06000902' },
		{ from: 'S12000099', to: 'S12000049' },
		{ from: 'E07000190', to: 'E06000066' }
	]);

	test('are the parts of an area that the register does not know, unless they were split', () => {
		expect(own.parts.get('E06000901')).toEqual(['E07000901', 'E07000902']);
		expect(own.parts.get('E06000902')).toBeUndefined();
	});

	test('are another code of an area that it does know, and add no part to it', () => {
		expect(own.same.get('S12000049')).toContain('S12000099');
		expect(own.parts.get('E06000066')).toEqual(lineage.parts.get('E06000066'));
	});
});
