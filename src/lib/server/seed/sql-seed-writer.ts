import type { SqlTarget } from '../sql-target.ts';
import type { SeedRow } from './seed-table.ts';
import type { SeedWriter } from './seed-writer.ts';

/** Rows a statement carries: large enough to be fast, small enough for a parameter. */
const CHUNK = 2_000;

/** Writes seeds with SQL, as the owner of the tables. */
export function sqlSeedWriter(target: SqlTarget): SeedWriter {
	return {
		async write({ table, key, rows }) {
			const [first] = rows;
			if (first === undefined) return;
			const columns = Object.keys(first).map(quoted).join(', ');
			for (const chunk of chunks(rows)) {
				await target.query(
					`insert into public.${quoted(table)} (${columns})
					select ${columns} from jsonb_populate_recordset(null::public.${quoted(table)}, $1::text::jsonb)
					on conflict (${key.map(quoted).join(', ')}) do nothing`,
					[JSON.stringify(chunk)]
				);
			}
		},
		async removeSample(table) {
			await target.query(`delete from public.${quoted(table)} where is_sample`);
		},
		async readSetting(key) {
			const [row] = await target.query<{ value: string }>(
				'select value::text as value from public.settings where key = $1',
				[key]
			);
			return row === undefined ? null : (JSON.parse(row.value) as unknown);
		},
		async writeSetting(key, value) {
			if (value === null) {
				await target.query('delete from public.settings where key = $1', [key]);
				return;
			}
			await target.query(
				`insert into public.settings (key, value) values ($1, $2::text::jsonb)
				on conflict (key) do update set value = excluded.value, updated_at = now()`,
				[key, JSON.stringify(value)]
			);
		},
		together: (work) => target.transaction((transaction) => work(sqlSeedWriter(transaction)))
	};
}

function* chunks(rows: readonly SeedRow[]): Generator<readonly SeedRow[]> {
	for (let start = 0; start < rows.length; start += CHUNK) yield rows.slice(start, start + CHUNK);
}

function quoted(name: string): string {
	return `"${name.replaceAll('"', '""')}"`;
}
