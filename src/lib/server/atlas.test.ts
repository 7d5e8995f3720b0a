import type { RequestEvent } from '@sveltejs/kit';
import { beforeEach, describe, expect, test } from 'vitest';
import { RolesDatabase } from '../../../tests/fixtures/roles-database.ts';
import { forgetAtlasVersion, loadAtlas, loadSnapshot, loadWhole } from './atlas.ts';

let database: RolesDatabase;

beforeEach(() => {
	database = new RolesDatabase();
	forgetAtlasVersion();
});

const slugs = async (event: RequestEvent): Promise<string[]> => [
	...(await loadAtlas(event)).organisations.slug
];

describe('the atlas of a request', () => {
	test('is read once for all who ask at the same time', async () => {
		await Promise.all([1, 2, 3].map(() => loadAtlas(database.request('visitor')())));
		expect(database.asked).toEqual(['visitor atlas_version', 'visitor atlas']);
	});

	test('asks for the caller’s roles once, however many loads want it, and once more after reading', async () => {
		database.roles = ['member'];
		const event = database.request('ann');
		await Promise.all([loadAtlas(event()), loadAtlas(event())]);
		await loadAtlas(event());
		expect(database.times('ann network_roles')).toBe(2);
		await loadAtlas(database.request('ann')());
		expect(database.times('ann network_roles')).toBe(3);
	});

	test('follows roles that a form’s action changed within the request', async () => {
		const event = database.request('ann', 'POST');
		expect(await slugs(event())).toEqual(['open']);
		database.roles = ['member'];
		expect(await slugs(event())).toEqual(['open', 'member']);
	});

	test('is never mixed between a visitor and a member', async () => {
		database.roles = ['member'];
		expect(await slugs(database.request('ann')())).toEqual(['open', 'member']);
		expect(await slugs(database.request('visitor')())).toEqual(['open']);
		const [member, visitor] = [database.request('ann')(), database.request('visitor')()];
		expect((await loadWhole(member)).state).not.toBe((await loadWhole(visitor)).state);
	});

	test('keeps nothing of roles that changed while it was read', async () => {
		database.roles = ['coordinator'];
		database.meanwhile = () => {
			database.roles = ['member'];
			database.meanwhile = () => undefined;
		};
		expect(await slugs(database.request('ann')())).toEqual(['open', 'member']);
		// Who does coordinate is not served what was read in between.
		database.roles = ['coordinator'];
		expect(await slugs(database.request('bob')())).toEqual(['open', 'coordinator']);
	});

	test('is read again in a new version, and the old one is not kept', async () => {
		await loadAtlas(database.request('visitor')());
		database.version += ' later';
		forgetAtlasVersion();
		await loadAtlas(database.request('visitor')());
		expect(database.times('visitor atlas')).toBe(2);
	});

	test('cut to a network that the caller does not see costs no read', async () => {
		const event = database.request('visitor')();
		expect(await loadSnapshot(event, 'made-up')).toBeNull();
		expect(await loadSnapshot(event, 'net')).not.toBeNull();
		expect(database.times('visitor atlas')).toBe(2);
	});
});
