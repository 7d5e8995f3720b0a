import type { SqlTarget } from '#lib/server/sql-target.ts';

/** A copy of every public row, to compare with and to go back to. */
export interface KeptWorld {
	/** Whether a table's rows are no longer those of the copy. */
	hasChanged(table: string): Promise<boolean>;
	/** Makes every public table as it was. */
	restore(): Promise<void>;
}

/** Keeps the rows of every public table as they are now. */
export async function keepWorld(sql: SqlTarget): Promise<KeptWorld> {
	const tables = await sql.query<{ name: string; columns: string }>(`
		select c.relname::text as name,
			string_agg(quote_ident(a.attname), ', ' order by a.attnum) filter (where a.attgenerated = '') as columns
		from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
		where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
		group by c.relname order by c.relname`);
	await sql.exec(`
		create schema kept;
		${tables.map(({ name }) => `create table kept.${name} as select * from public.${name};`).join('\n')}
		create function kept.restore() returns void language plpgsql as $$
		begin
			-- Without foreign keys and triggers: the rows already are what they made of them.
			set local session_replication_role = replica;
			${tables
				.map(
					({ name, columns }) => `delete from public.${name};
			insert into public.${name} (${columns}) overriding system value select ${columns} from kept.${name};`
				)
				.join('\n\t\t\t')}
		end
		$$`);
	return {
		async hasChanged(table) {
			const [answer] = await sql.query<{ changed: boolean }>(`
				select exists (
					(select t::text from public.${table} t except all select k::text from kept.${table} k)
					union all
					(select k::text from kept.${table} k except all select t::text from public.${table} t)
				) as changed`);
			return answer?.changed === true;
		},
		async restore() {
			await sql.query('select kept.restore()');
		}
	};
}
