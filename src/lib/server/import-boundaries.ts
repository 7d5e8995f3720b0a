import type { AreaFacts, Border } from '#lib/exchange/boundary-place.ts';
import type { MatchedBoundary } from '#lib/exchange/boundary-match.ts';
import { geometryOf } from '#lib/exchange/boundary-rings.ts';
import type { Backend } from './backend.ts';
import { requireSql } from './with-backend.ts';

const ROWS_AT_ONCE = 40;
const INSTEAD = 'run this command with DATABASE_URL set to the project’s database instead.';

/** Areas in use, codes no longer in use with the areas that took them over, and who borders on whom. */
export async function knownAreas(backend: Backend): Promise<{
	areas: AreaFacts[];
	former: { from: string; to: string }[];
	borders: Border[];
}> {
	const sql = requireSql(backend, INSTEAD);
	const areas = await sql.query<AreaRow>(
		`select code, name, centre_longitude as x, centre_latitude as y, population_centre_longitude as people_x,
			population_centre_latitude as people_y
		 from public.areas where valid_to is null order by code`
	);
	const former = await sql.query<{ from: string; to: string }>(
		'select former_code as "from", area_code as "to" from public.area_codes order by former_code, area_code'
	);
	const borders = await sql.query<Border>(
		'select area_a as a, area_b as b, shared_border_km as km from public.area_adjacency order by a, b'
	);
	return {
		areas: areas.map(({ code, name, x, y, people_x, people_y }) => ({
			code,
			name,
			centres: [
				[x, y],
				[people_x, people_y]
			].filter((centre): centre is [number, number] => !centre.includes(null))
		})),
		former,
		borders
	};
}

interface AreaRow {
	code: string;
	name: string;
	x: number | null;
	y: number | null;
	people_x: number | null;
	people_y: number | null;
}

/** Replaces all boundaries by these, in one transaction: all of them or none. */
export async function writeBoundaries(
	backend: Backend,
	boundaries: readonly MatchedBoundary[],
	source: string
): Promise<void> {
	const sql = requireSql(backend, INSTEAD);
	await sql.transaction(async (target) => {
		await target.query('delete from public.area_boundaries');
		for (let at = 0; at < boundaries.length; at += ROWS_AT_ONCE) {
			const rows = boundaries
				.slice(at, at + ROWS_AT_ONCE)
				.map(({ code, polygons }) => ({ code, geometry: geometryOf(polygons) }));
			await target.query(
				`insert into public.area_boundaries (area_code, geometry, source)
				 select row ->> 'code', row -> 'geometry', $2
				 from jsonb_array_elements($1::text::jsonb) as row`,
				[JSON.stringify(rows), source.slice(0, 500)]
			);
		}
	});
}
