import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { parseBoundaries } from '#lib/exchange/boundaries.ts';
import { placeBoundaries } from './place-boundaries.ts';
import type { KnownAreas } from './place-boundaries.ts';

type Row = Record<string, string>;

function seed(name: string): Row[] {
	const file = new URL(`../../supabase/seed/${name}.csv`, import.meta.url);
	return Papa.parse<Row>(readFileSync(file, 'utf8'), { header: true, skipEmptyLines: true }).data;
}
const known: KnownAreas = {
	areas: seed('areas').map((row) => ({
		code: row.code!,
		name: row.name!,
		centres: [
			[Number(row.centre_longitude), Number(row.centre_latitude)],
			[Number(row.population_centre_longitude), Number(row.population_centre_latitude)]
		]
	})),
	former: seed('area_codes').map((row) => ({ from: row.former_code!, to: row.area_code! })),
	borders: seed('area_adjacency').map((row) => ({
		a: row.area_a!,
		b: row.area_b!,
		km: Number(row.shared_border_km)
	}))
};

function square(code: string, west: number, south: number, properties: Row = { AREACD: code }) {
	const [east, north] = [west + 0.2, south + 0.2];
	const ring = [
		[west, south],
		[east, south],
		[east, north],
		[west, north],
		[west, south]
	];
	return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } };
}
const place = (...features: object[]) =>
	placeBoundaries(parseBoundaries(JSON.stringify({ type: 'FeatureCollection', features })), known);
const codes = ({ placed }: ReturnType<typeof place>) => placed.map(({ code }) => code);

describe('a file of boundaries', () => {
	test('that is a diagram in degrees is refused, naming what lies far from its place', () => {
		const { refusal } = place(
			square('E06000001', -0.4, 51.5),
			square('S12000027', -0.2, 51.9),
			square('N09000003', -1, 51.7)
		);
		expect(refusal?.message).toMatch(
			/^The file is no map of these areas: 3 of 3 lie far from their place \(Shetland Islands \(S12000027\) [\d,]+ km, Belfast \(N09000003\) \d+ km, Hartlepool \(E06000001\) \d+ km\)\./
		);
	});

	test('with a part of what became one council leaves that council without, and says what is lacking', () => {
		const got = place(square('E07000026', -3.5, 54.6), square('E06000002', -1.3, 54.5));
		expect([codes(got), got.refusal]).toEqual([['E06000002'], null]);
		expect(got.report).toContain(
			'Left without a boundary, as only a part of each is in the file: Cumberland (E06000063): has E07000026, lacks E07000028 and E07000029.'
		);
	});

	test('with all parts of what became one council draws it without the borders between them', () => {
		const got = place(
			square('E07000026', -3.5, 54.6),
			square('E07000028', -3.3, 54.6),
			square('E07000029', -3.5, 54.4)
		);
		expect(codes(got)).toEqual(['E06000063']);
		expect(got.placed[0]!.polygons.map((rings) => rings.length)).toEqual([1]);
		expect(got.report).toContain('E07000026 as Cumberland (E06000063); E07000028 as Cumberland (E06000063)');
	});

	test('of wards is refused, and told what it is', () => {
		const ward = (code: string) => ({ WD24CD: code, LAD24CD: 'E06000001' });
		const got = place(square('', -1, 54.6, ward('E05008941')), square('', -0.7, 54.6, ward('E05008942')));
		expect(got.report).toContain('by the column "WD24CD"');
		expect(got.report).toContain('Not areas here, but wards or electoral divisions: E05008941; E05008942.');
		expect(got.refusal?.message).toContain('nothing was written');
	});

	test('of a few areas says which are left without', () => {
		const got = place(square('W06000001', -4.5, 53.2));
		expect(codes(got)).toEqual(['W06000001']);
		expect(got.report).toContain(
			'Found 1 area by the column "AREACD"; 1 of the areas here can be drawn by them.'
		);
		expect(got.report).toMatch(/Without a boundary in the file: Hartlepool \(E06000001\); .* and 340 more\./);
	});

	test('that draws one of many areas far from its place leaves that one out, and says so', () => {
		const near = known.areas
			.slice(0, 20)
			.map(({ code, centres }) => square(code, centres[0]![0]! - 0.1, centres[0]![1]! - 0.1));
		const got = place(...near, square('S12000027', -0.2, 51.9));
		expect([codes(got).length, got.refusal]).toEqual([20, null]);
		expect(got.report).toMatch(
			/drawn far from their place: Shetland Islands \(S12000027\), [\d,]+ km away\./
		);
	});
});
