import type { TestDatabase } from './databases.ts';
import type { Verb } from './rights-matrix.ts';
import type { RightsCase } from './rights-world.ts';

/** Statement that tries a verb and answers one row where it was let through. */
export function attemptSql(table: string, verb: Verb, { key, insert, update }: RightsCase): string {
	const where = Object.entries(key)
		.map(([column, value]) => `${column} = ${literal(value)}`)
		.join(' and ');
	switch (verb) {
		case 'read':
			return `select 1 as done from public.${table} where ${where}`;
		case 'insert':
			return `insert into public.${table} (${Object.keys(insert).join(', ')})
				values (${Object.values(insert).map(literal).join(', ')})`;
		case 'update':
			return `update public.${table}
				set ${Object.entries(update)
					.map(([column, value]) => `${column} = ${literal(value)}`)
					.join(', ')}
				where ${where}`;
		case 'delete':
			return `delete from public.${table} where ${where}`;
	}
}

/** What came of trying a statement. */
export interface Outcome {
	/** Whether it read or changed a row; false also where the database refused it. */
	letThrough: boolean;
	/** What the database said, with every detail it would give: empty where it let it through. */
	said: string;
}

/**
 * Tries a statement as an account (null: a visitor) and undoes it.
 *
 * @throws {Error} with the database's message, where it failed for any other reason than a missing right
 */
export async function attempt(
	database: TestDatabase,
	account: string | null,
	statement: string
): Promise<Outcome> {
	const results = await database.run(`
		begin;
		${takeOn(account)}
		select set_config('test.outcome', '', true);
		do $attempt$
		declare
			touched integer := 0;
			detail text;
			hint text;
		begin
			${statement.startsWith('select') ? `perform ${statement.slice('select'.length)}` : statement};
			get diagnostics touched = row_count;
			perform set_config('test.outcome', touched::text, true);
		exception when others then
			get stacked diagnostics detail = pg_exception_detail, hint = pg_exception_hint;
			perform set_config('test.outcome', concat_ws(' ', sqlstate, sqlerrm, detail, hint), true);
		end
		$attempt$;
		select current_setting('test.outcome') as outcome;
		rollback;
	`);
	const said = String(results.flat().find((row) => 'outcome' in row)?.['outcome']);
	if (said === '1') return { letThrough: true, said: '' };
	if (said === '0') return { letThrough: false, said: '' };
	if (said.startsWith('42501')) return { letThrough: false, said };
	throw new Error(`${statement}: ${said}`);
}

/** Takes on the identity of an account, as a request to the API does. */
export function takeOn(account: string | null): string {
	const claims = account === null ? { role: 'anon' } : { role: 'authenticated', sub: account };
	return `
		set local role ${claims.role};
		select set_config('request.jwt.claims', '${JSON.stringify(claims)}', true);`;
}

export function literal(value: unknown): string {
	if (value === null) return 'null';
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	const text = Array.isArray(value)
		? `{${value.join(',')}}`
		: typeof value === 'object'
			? JSON.stringify(value)
			: String(value);
	return `'${text.replaceAll("'", "''")}'`;
}
