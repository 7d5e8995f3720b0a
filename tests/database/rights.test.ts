import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DATABASES } from './databases.ts';
import { attempt, attemptSql } from './rights-attempt.ts';
import { readRightsMatrix, ROLES, SIGNED_IN_ROLES, VERBS } from './rights-matrix.ts';
import { id, rightsCases, worldSql } from './rights-world.ts';
import type { TestDatabase } from './databases.ts';
import type { Role } from './rights-matrix.ts';
import type { Accounts } from './rights-world.ts';

const MATRIX = readRightsMatrix();
const ACCOUNTS = Object.fromEntries(
	SIGNED_IN_ROLES.map((role, index) => [role, id(900 + index)])
) as unknown as Accounts;
const account = (role: Role) => (role === 'visitor' ? null : ACCOUNTS[role]);

describe.each(DATABASES)('rights on $name', ({ open }) => {
	let database: TestDatabase;

	beforeAll(async () => {
		database = await open();
		await database.run(
			`insert into auth.users (id, email) values ${SIGNED_IN_ROLES.map(
				(role) => `('${ACCOUNTS[role]}', '${role.replace(' ', '.')}@example.org')`
			).join(', ')}`
		);
		await database.run(worldSql(ACCOUNTS));
	});
	afterAll(() => database?.close());

	test('every table has a line in RIGHTS.md, and every line a table', async () => {
		const [tables] = await database.run(
			`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')`
		);
		expect([...new Set(MATRIX.map(({ table }) => table))].sort()).toEqual(
			tables?.map(({ name }) => String(name)).sort()
		);
	});

	test('every table has row level security', async () => {
		const [open] = await database.run(
			`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity`
		);
		expect(open).toEqual([]);
	});

	test.each(MATRIX)('$table ($rows)', async ({ table, rows, allowed }) => {
		const found: Record<string, string[]> = {};
		const expected: Record<string, string[]> = {};
		for (const role of ROLES) {
			const tried = rightsCases(ACCOUNTS, account(role) ?? id(899))[`${table}: ${rows}`];
			if (tried === undefined) throw new Error(`No case in rights-world.ts for "${table}: ${rows}".`);
			expected[role] = VERBS.filter((verb) => allowed[role].has(verb));
			found[role] = [];
			for (const verb of VERBS) {
				const { letThrough, said } = await attempt(database, account(role), attemptSql(table, verb, tried));
				if (letThrough) found[role].push(verb);
				// Every hidden value of the world has "secret" in it.
				expect(said).not.toMatch(/secret/i);
			}
		}
		expect(found).toEqual(expected);
	});
});
