import type { MatchedBoundary } from '#lib/exchange/boundary-match.ts';
import type { Backend } from './backend.ts';
import { requireSql } from './with-backend.ts';

const ROWS_AT_ONCE = 40;
const INSTEAD = 'run this command with DATABASE_URL set to the project’s database instead.';

/** Codes of areas in use, and codes no longer in use with the areas that took them over. */
export async function areaCodes(
	backend: Backend
): Promise<{ current: string[]; former: { from: string; to: string }[] }> {
	const sql = requireSql(backend, INSTEAD);
	const areas = await sql.query<{ code: string }>(
		'select code from public.areas where valid_to is null order by code'
	);
	const former = await sql.query<{ from: string; to: string }>(
		'select former_code as "from", area_code as "to" from public.area_codes order by former_code, area_code'
	);
	return { current: areas.map(({ code }) => code), former };
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
			const rows = boundaries.slice(at, at + ROWS_AT_ONCE);
			await target.query(
				`insert into public.area_boundaries (area_code, geometry, source)
				 select row ->> 'code', row -> 'geometry', $2
				 from jsonb_array_elements($1::text::jsonb) as row`,
				[JSON.stringify(rows), source.slice(0, 500)]
			);
		}
	});
}
