import type { SqlTarget } from '../sql-target.ts';

/** A table as a backup opens it. */
export interface TableLine {
	schema: string;
	table: string;
	columns: string[];
}

type Row = (string | null)[];

/** Where the rows of a backup's table go, and what each is there; null where there is no such table any more. */
export interface Carried {
	table: TableLine | null;
	row(values: Row): Row | null;
}

/** How rows of a backup come into the tables of today. */
export interface Carrier {
	carry(table: TableLine): Carried;
	/** Whether a sequence that the backup holds counts nothing any more. */
	isGone(sequence: string): boolean;
	/** To be called when every row is written. */
	finish(target: SqlTarget): Promise<void>;
}

/** Words of closed lists that have others today, by table and column. */
const WORDS: Record<string, Record<string, Record<string, string>>> = {
	'public.adoptions': { stage: { stopped: 'ended' } },
	'public.adoption_stages': { stage: { stopped: 'ended' } }
};

/** Columns that are in no table any more, by table; null where the whole table is gone. */
const GONE: Record<string, readonly string[] | null> = {
	'public.audit_events': null,
	// No page ever wrote one.
	'public.merges': null,
	'public.import_rows': ['written'],
	'public.memberships': ['note']
};

/** Rows as they are. */
export const AS_THEY_ARE: Carrier = {
	carry: (table) => ({ table, row: (values) => values }),
	isGone: () => false,
	finish: async () => {}
};

const ROWS_AT_ONCE = 1000;

/** Rows of before v0.2.0 as they stand in the tables of today. */
export function fromFormer(): Carrier {
	const notes: Record<string, string | null>[] = [];
	const events: Record<string, string | null>[] = [];

	return {
		carry(table) {
			const name = `${table.schema}.${table.table}`;
			const gone = GONE[name];
			const named = (values: Row) =>
				Object.fromEntries(table.columns.map((column, at) => [column, values[at] ?? null]));
			if (gone === null) {
				return {
					table: null,
					row(values) {
						if (name === 'public.audit_events') events.push(named(values));
						return null;
					}
				};
			}
			const kept = table.columns.flatMap((column, at) => (gone?.includes(column) === true ? [] : [at]));
			const words = kept.map((at) => WORDS[name]?.[table.columns[at]!]);
			return {
				table: { ...table, columns: kept.map((at) => table.columns[at]!) },
				row(values) {
					if (name === 'public.memberships' && named(values)['note'] !== null) notes.push(named(values));
					return kept.map((at, place) => {
						const value = values[at] ?? null;
						return value === null ? null : (words[place]?.[value] ?? value);
					});
				}
			};
		},
		isGone: (sequence) => sequence === '"public"."audit_events_id_seq"',
		async finish(target) {
			for (const [sql, rows] of [
				[NOTES, notes],
				[EVENTS, events]
			] as const) {
				for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
					await target.query(sql, [JSON.stringify(rows.slice(start, start + ROWS_AT_ONCE))]);
				}
			}
		}
	};
}

/** Notes on memberships stood in a column that nobody read. */
const NOTES = `
	insert into public.membership_notes (membership_id, note)
	select id, left(note, 4000) from jsonb_to_recordset($1::text::jsonb) as former (id uuid, note text)
	where note <> ''
	on conflict (membership_id) do update
	set note = left(concat_ws(E'\\n', membership_notes.note, excluded.note), 4000)`;

/** Each event of the former audit is a change of one row. Which columns of a key name an account, the ledger hides. */
const EVENTS = `
	with event as (
		select former.*, md5('audit event ' || former.id)::uuid as change_id, (
			select jsonb_object_agg(
				a.attname,
				case when place = cardinality(k.conkey)
					then array_to_string((string_to_array(former.row_key, ' '))[place:], ' ')
					else split_part(former.row_key, ' ', place::integer) end
			)
			from pg_constraint k, unnest(k.conkey) with ordinality as key_column (attnum, place)
			join pg_attribute a on a.attnum = key_column.attnum
			where k.conrelid = to_regclass('public.' || quote_ident(former.table_name)) and k.contype = 'p'
				and a.attrelid = k.conrelid
		) as whole_key
		from jsonb_to_recordset($1::text::jsonb) as former (
			id bigint, happened_at timestamptz, actor_id uuid, actor_erased text, verb text, table_name text, row_key text,
			network_id uuid, before text, after text
		)
		where to_regclass('public.' || quote_ident(former.table_name)) is not null
	),
	change as (
		insert into public.changes (id, network_id, actor_id, actor_erased, happened_at)
		select change_id, network_id, actor_id, actor_erased in ('t', 'true'), happened_at from event
	)
	insert into public.change_rows (
		change_id, step, table_name, row_key, row_mark, verb, before, after, is_apart, organisations, practices, links,
		networks, persons
	)
	select
		change_id, id, table_name, whole_key - 'user_id'::text, private.row_mark(table_name, whole_key),
		verb::public.change_verb,
		before::jsonb - '{updated_at,rating_average,rating_count}'::text[],
		after::jsonb - '{updated_at,rating_average,rating_count}'::text[], false, concern.organisations, concern.practices,
		concern.links, private.union_of(variadic concern.networks || network_id), concern.persons
	from event, private.concern_of(before::jsonb || '{}', after::jsonb || '{}', $points$ {
		"organisations": ["organisation_id", "from_organisation_id", "to_organisation_id", "predecessor_id", "successor_id"],
		"practices": ["practice_id"], "learning_links": ["link_id"], "networks": ["network_id", "steward_network_id"],
		"people": ["person_id"], "adoptions": ["adoption_id"], "memberships": ["membership_id"],
		"frameworks": ["framework_id"], "groups": ["group_id"], "campaigns": ["campaign_id"]
	} $points$::jsonb || case table_name
		when 'organisations' then '{"organisations": ["id"]}'::jsonb
		when 'practices' then '{"practices": ["id"]}'
		when 'learning_links' then '{"learning_links": ["id"]}'
		when 'networks' then '{"networks": ["id"]}'
		when 'people' then '{"people": ["id"]}'
		else '{}'
	end) concern
	order by id`;
