import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act, Refused } from './acting.ts';
import { DATABASES } from './databases.ts';
import { SIGNED_IN_ROLES } from './rights-matrix.ts';
import { id, RIVER, worldSql } from './rights-world.ts';
import type { TestDatabase } from './databases.ts';
import type { Accounts } from './rights-world.ts';

const ACCOUNTS = Object.fromEntries(
	SIGNED_IN_ROLES.map((role, index) => [role, id(900 + index)])
) as unknown as Accounts;

const text = fc.constantFrom('One', 'Two', 'Three');
const organisation = fc.constantFrom(id(11), id(12), id(15), 'mine');
const practice = fc.constantFrom(id(41), id(42), id(43));
const day = fc.constantFrom('2019-01-01', '2020-06-01', '2024-03-31');
/** Of an organisation of the world, or of one that an earlier edit made. */
const which = (of: string) =>
	of === 'mine' ? `(select id from public.organisations where slug = 'made' limit 1)` : `'${of}'::uuid`;

/** What a coordinator may do to the records of their network, one or several statements of one transaction. */
const edit: fc.Arbitrary<string> = fc.oneof(
	fc
		.record({ of: organisation, to: text })
		.map(({ of, to }) => `update public.organisations set summary = '${to}' where id = ${which(of)}`),
	fc.constant(
		`insert into public.organisations (slug, name, status, steward_network_id) values ('made', 'Made', 'published', '${RIVER}')`
	),
	fc.record({ of: organisation }).map(({ of }) => `delete from public.organisations where id = ${which(of)}`),
	fc
		.record({ of: organisation, name: text })
		.map(
			({ of, name }) =>
				`insert into public.organisation_names (organisation_id, name) values (${which(of)}, '${name}')`
		),
	fc
		.record({ from: text, to: text })
		.map(({ from, to }) => `update public.organisation_names set name = '${to}' where name = '${from}'`),
	fc
		.record({ of: organisation, label: text })
		.map(
			({ of, label }) =>
				`insert into public.organisation_interests (organisation_id, label) values (${which(of)}, '${label}')`
		),
	// A key that changes is a row that goes and one that comes.
	fc
		.record({ from: text, to: text })
		.map(
			({ from, to }) => `update public.organisation_interests set label = '${to}' where label = '${from}'`
		),
	fc.record({ of: organisation, practice, day }).map(
		({ of, practice: what, day: on }) =>
			`insert into public.adoptions (organisation_id, practice_id, started_on) values (${which(of)}, '${what}', '${on}');
			insert into public.adoption_stages (adoption_id, stage, reached_on)
				select id, 'piloting', '${on}' from public.adoptions where organisation_id = ${which(of)} on conflict do nothing`
	),
	fc
		.record({ of: organisation, day })
		.map(
			({ of, day: on }) =>
				`update public.adoptions set ended_on = '${on}', end_kind = 'completed' where organisation_id = ${which(of)}`
		),
	fc
		.record({ practice })
		.map(({ practice: what }) => `delete from public.adoptions where practice_id = '${what}'`),
	fc
		.record({ of: organisation, to: organisation })
		.map(
			({ of, to }) =>
				`insert into public.ties (from_organisation_id, to_organisation_id, kind) values (${which(of)}, ${which(to)}, 'works with')`
		),
	fc
		.record({ of: organisation })
		.map(({ of }) => `delete from public.ties where from_organisation_id = ${which(of)}`),
	fc.record({ of: organisation, day }).map(
		({ of, day: on }) =>
			`insert into public.memberships (network_id, organisation_id, started_on)
				values ('${RIVER}', ${which(of)}, '${on}');
			insert into public.membership_tiers (membership_id, tier)
				select id, 'gold' from public.memberships where organisation_id = ${which(of)} on conflict do nothing`
	),
	fc.record({ tier: text }).map(({ tier }) => `update public.membership_tiers set tier = '${tier}'`),
	fc
		.record({ practice, to: text })
		.map(({ practice: what, to }) => `update public.practices set summary = '${to}' where id = '${what}'`),
	fc.record({ practice }).map(({ practice: what }) => `delete from public.practices where id = '${what}'`),
	fc
		.record({ name: text })
		.map(({ name }) => `insert into public.people (network_id, name) values ('${RIVER}', 'Person ${name}')`),
	fc.record({ name: text, of: organisation }).map(
		({ name, of }) =>
			`insert into public.affiliations (person_id, organisation_id)
			select id, ${which(of)} from public.people where name = 'Person ${name}'`
	),
	fc.record({ name: text }).map(({ name }) => `delete from public.people where name = 'Person ${name}'`)
);
const transaction = fc.array(edit, { minLength: 1, maxLength: 3 }).map((edits) => edits.join(';\n'));

/** Whether another change has to be undone first: it touched the same rows, or made what stands in their place. */
function waits({ details }: Refused): boolean {
	const refused = (details['refused'] ?? []) as { reason: string }[];
	return (
		details['condition'] === 'conflict' ||
		refused.every(({ reason }) => reason.startsWith('Something else stands'))
	);
}

describe.each(DATABASES)('undoing on $name', ({ open }) => {
	let database: TestDatabase;

	beforeAll(async () => {
		database = await open();
		await database.run(
			`insert into auth.users (id, email) values ${SIGNED_IN_ROLES.map(
				(role) => `('${ACCOUNTS[role]}', '${role.replace(' ', '.')}@example.org')`
			).join(', ')}`
		);
		await database.run(worldSql(ACCOUNTS));
		// What only others may write, or what is never kept, an organisation that is deleted does not bring back.
		await database.run(
			`delete from public.suggestions; delete from public.invitations; delete from public.confirmations;
			delete from public.organisation_successions; delete from public.introductions`
		);
	});
	afterAll(() => database?.close());

	const rows = async (sql: string) => (await database.run(sql)).at(-1) ?? [];

	const changes = async () =>
		(await rows('select id from public.changes order by id')).map(({ id: of }) => String(of));

	/** Every row of every table, without what only counts and what is never kept. */
	async function everything(): Promise<Record<string, unknown>[]> {
		const tables = await rows(
			`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
			and relname not in ('changes', 'change_rows') order by 1`
		);
		return rows(
			`${tables
				.map(
					({ name }) =>
						`select '${String(name)}' as "table", (to_jsonb(t) - '{revision,updated_at,note,status_reason}'::text[])::text as content from public.${String(name)} t`
				)
				.join(' union all ')} order by 1, 2`
		);
	}

	test('whatever was edited, undone in whatever order it goes, is what it was', async () => {
		const before = await everything();
		await fc.assert(
			fc.asyncProperty(
				fc.array(transaction, { minLength: 1, maxLength: 8 }),
				fc.infiniteStream(fc.nat()),
				async (edits, order) => {
					// Keys of the same millisecond have no order, so that what is new is told by what was there.
					const known = new Set(await changes());
					for (const statements of edits) {
						// A statement that the database refuses writes nothing at all.
						await act(database, ACCOUNTS.coordinator, statements).catch((cause: unknown) => {
							if (!(cause instanceof Refused)) throw cause;
						});
					}
					let waiting = (await changes()).filter((change) => !known.has(change));
					for (let tries = 0; waiting.length > 0; tries += 1) {
						if (tries > 200) throw new Error('Not all of it can be undone.');
						const next = waiting[(order.next().value ?? 0) % waiting.length]!;
						const undone = await act(
							database,
							ACCOUNTS.coordinator,
							`select public.undo_change('${next}')`
						).then(
							() => true,
							(cause: unknown) => {
								if (cause instanceof Refused && waits(cause)) return false;
								throw cause;
							}
						);
						if (undone) waiting = waiting.filter((change) => change !== next);
					}
					expect(await everything()).toEqual(before);
				}
			),
			// What failed has not put the world back, so that nothing smaller could be tried on it.
			{ numRuns: 30, endOnFailure: true }
		);
	});
});
