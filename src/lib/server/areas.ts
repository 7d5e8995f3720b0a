import type { RequestEvent } from '@sveltejs/kit';
import type { AreasWire, UpperAreaWire } from '#lib/domain/areas-wire.ts';
import { AskedVersion } from './asked-version.ts';
import { assertRead } from './database-fault.ts';
import { inPages } from './in-pages.ts';
import { keptBodies } from './kept-bodies.ts';
import type { Body } from './kept-bodies.ts';
import { VersionedCache } from './versioned-cache.ts';

/** The figures as they are kept, with what tells one state of them from another. */
export interface AreaFigures {
	/** The version of the figures. */
	state: string;
	wire: AreasWire;
	body: Body;
}

const figures = new VersionedCache<AreaFigures>();
const version = new AskedVersion();

/** Published figures on current areas, their borders and former codes; read once a version. */
export async function loadAreas(event: RequestEvent): Promise<AreasWire> {
	return (await loadAreaFigures(event)).wire;
}

/** The same, ready to be sent. */
export async function loadAreaFigures(event: RequestEvent): Promise<AreaFigures> {
	const current = await currentVersion(event);
	return figures.read('', current, async () => {
		const wire = await readAreas(event);
		return { state: current, wire, body: keptBodies(wire) };
	});
}

/** Version of the figures alone: of ten thousand rows that no change to an organisation touches. */
function currentVersion({ locals: { visitor } }: RequestEvent): Promise<string> {
	return version.read(async () => {
		const { data, error } = await visitor.rpc('areas_version');
		assertRead(error, 'The version of the figures on areas');
		return String(data);
	});
}

/** Read as a visitor, since everybody is served what the first caller read. */
async function readAreas({ locals: { visitor: supabase } }: RequestEvent): Promise<AreasWire> {
	const [areas, indicators, values, borders, former] = await Promise.all([
		inPages('The figures on areas', (from, to) =>
			supabase
				.from('areas')
				.select('code, county_code, county_name, combined_authority_code, combined_authority_name')
				.is('valid_to', null)
				.order('code')
				.range(from, to)
		),
		inPages('The figures on areas', (from, to) =>
			supabase
				.from('indicators')
				.select(
					'slug, label, unit, decimals, theme, transform, source, licence, vintage, denominator, aggregation'
				)
				.order('position')
				.order('slug')
				.range(from, to)
		),
		inPages('The figures on areas', (from, to) =>
			supabase
				.from('indicator_values')
				.select('indicator_slug, area_code, period, value')
				.order('period')
				.order('indicator_slug')
				.order('area_code')
				.range(from, to)
		),
		inPages('The figures on areas', (from, to) =>
			supabase
				.from('area_adjacency')
				.select('area_a, area_b, shared_border_km')
				.order('area_a')
				.order('area_b')
				.range(from, to)
		),
		inPages('The figures on areas', (from, to) =>
			supabase.from('area_codes').select('former_code, area_code').order('former_code').range(from, to)
		)
	]);

	const codes = areas.map(({ code }) => code);
	const position = new Map(codes.map((code, row) => [code, row]));
	const columns = new Map(indicators.map(({ slug }) => [slug, codes.map((): number | null => null)]));
	// Ordered by period, so that the latest figure of an area stands last and wins.
	for (const { indicator_slug, area_code, value } of values) {
		const row = position.get(area_code);
		const column = columns.get(indicator_slug);
		if (row !== undefined && column !== undefined) column[row] = value;
	}
	const known = borders.filter(({ area_a, area_b }) => position.has(area_a) && position.has(area_b));
	const taken = former.filter(({ area_code }) => position.has(area_code));
	return {
		codes,
		indicators: indicators.map((indicator) => ({
			key: indicator.slug,
			label: indicator.label,
			unit: indicator.unit,
			decimals: indicator.decimals,
			theme: indicator.theme,
			transform: indicator.transform,
			source: indicator.source,
			licence: indicator.licence,
			vintage: indicator.vintage,
			denominator: indicator.denominator,
			aggregation: indicator.aggregation,
			values: columns.get(indicator.slug)!
		})),
		adjacency: {
			a: known.map(({ area_a }) => position.get(area_a)!),
			b: known.map(({ area_b }) => position.get(area_b)!),
			km: known.map(({ shared_border_km }) => shared_border_km)
		},
		former: {
			code: taken.map(({ former_code }) => former_code),
			current: taken.map(({ area_code }) => position.get(area_code)!)
		},
		upper: [
			...upperAreas('county', areas, (area) => [area.county_code, area.county_name]),
			...upperAreas('combined authority', areas, (area) => [
				area.combined_authority_code,
				area.combined_authority_name
			])
		]
	};
}

/** Areas gathered by the larger area that they lie in, in the order of its name. */
function upperAreas<Area>(
	kind: UpperAreaWire['kind'],
	areas: readonly Area[],
	parent: (area: Area) => [code: string | null, name: string | null]
): UpperAreaWire[] {
	const found = new Map<string, UpperAreaWire>();
	areas.forEach((area, row) => {
		const [code, name] = parent(area);
		if (code === null) return;
		const known = found.get(code) ?? { code, name: name ?? code, kind, districts: [] };
		known.districts.push(row);
		found.set(code, known);
	});
	return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}
