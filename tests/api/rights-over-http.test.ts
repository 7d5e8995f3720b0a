import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { visitorClient } from '#lib/server/backend.ts';
import { migrateBackend } from '#lib/server/bring-up-to-date.ts';
import { readRightsMatrix, ROLES, SIGNED_IN_ROLES, VERBS } from '../database/rights-matrix.ts';
import { id, rightsCases, worldSql } from '../database/rights-world.ts';
import { keepWorld } from './kept-world.ts';
import { rightsRequest } from './rights-request.ts';
import { RUNGS } from './rungs.ts';
import { openScratch } from './scratch-backend.ts';
import type { Role, SignedInRole, Verb } from '../database/rights-matrix.ts';
import type { Accounts } from '../database/rights-world.ts';
import type { KeptWorld } from './kept-world.ts';
import type { RightsRequest } from './rights-request.ts';
import type { ScratchBackend } from './scratch-backend.ts';

const MATRIX = readRightsMatrix();

describe.each(RUNGS)('rights over HTTP on $name', ({ start }) => {
	let scratch: ScratchBackend;
	let stop: () => Promise<void>;
	let world: KeptWorld;
	let accounts: Accounts;
	let tokens: Record<SignedInRole, string>;

	beforeAll(async () => {
		const rung = await start();
		stop = rung.stop;
		scratch = await openScratch(rung.variables);
		await migrateBackend(scratch.backend);

		const signedIn = await inTurn(SIGNED_IN_ROLES, async (role) => [role, await signIn(role)] as const);
		accounts = Object.fromEntries(
			signedIn.map(([role, { userId }]) => [role, userId])
		) as unknown as Accounts;
		tokens = Object.fromEntries(signedIn.map(([role, { token }]) => [role, token])) as typeof tokens;
		await scratch.sql.exec(worldSql(accounts));
		world = await keepWorld(scratch.sql);
	});

	afterAll(async () => {
		await scratch?.close();
		await stop?.();
	});

	async function signIn(role: SignedInRole): Promise<{ userId: string; token: string }> {
		const { userId, tokenHash } = await scratch.backend.signInToken(`${role.replace(' ', '.')}@example.org`);
		const { data, error } = await visitorClient(scratch.backend).auth.verifyOtp({
			token_hash: tokenHash,
			type: 'magiclink'
		});
		if (error !== null || data.session === null)
			throw new Error(`${role} could not sign in: ${error?.message}`);
		return { userId, token: data.session.access_token };
	}

	/**
	 * Sends a request in a role and undoes what it did.
	 *
	 * @returns whether it read or changed a row
	 * @throws {Error} with the answer, where it failed for any other reason than a missing right
	 */
	async function isLetThrough(role: Role, verb: Verb, table: string, tried: RightsRequest): Promise<boolean> {
		const { path, ...init } = tried;
		const token = role === 'visitor' ? {} : { token: tokens[role] };
		const response = await scratch.api(path, 'publishable', { ...init, ...token });
		const said = await response.text();
		const where = `${role}: ${tried.method} ${path} → ${response.status} ${said}`;
		const isRefused = response.status === 401 || response.status === 403;
		if (!response.ok && !isRefused) throw new Error(where);
		// Every hidden value of the world has "secret" in it.
		expect(said, where).not.toMatch(/secret/i);
		if (verb === 'read') return response.ok && (JSON.parse(said) as unknown[]).length > 0;

		// What a refused request did in spite of it is seen at the end of the line.
		if (isRefused) return false;
		const hasChanged = await world.hasChanged(table);
		if (hasChanged) await world.restore();
		return hasChanged;
	}

	test.each(MATRIX)('$table ($rows)', async ({ table, rows, allowed }) => {
		const found: Record<string, Verb[]> = {};
		for (const role of ROLES) {
			const me = role === 'visitor' ? id(899) : accounts[role];
			const tried = rightsCases(accounts, me)[`${table}: ${rows}`];
			if (tried === undefined) throw new Error(`No case in rights-world.ts for "${table}: ${rows}".`);
			found[role] = [];
			for (const verb of VERBS) {
				if (await isLetThrough(role, verb, table, rightsRequest(table, verb, tried))) found[role].push(verb);
			}
		}
		const expected = ROLES.map((role) => [role, VERBS.filter((verb) => allowed[role].has(verb))]);
		expect(found).toEqual(Object.fromEntries(expected));
		expect(await world.hasChanged(table), 'a request was refused, and yet done').toBe(false);
	});
});

async function inTurn<In, Out>(items: readonly In[], work: (item: In) => Promise<Out>): Promise<Out[]> {
	const done: Out[] = [];
	for (const item of items) done.push(await work(item));
	return done;
}
