import { expect, test } from 'vitest';
import { holds, networksOf } from './caller.ts';
import type { Caller } from './caller.ts';

const network = (slug: string) => ({ id: `id of ${slug}`, slug, name: slug.toUpperCase(), isSample: false });

const caller: Caller = {
	userId: 'ann',
	email: 'ann@example.org',
	isAdministrator: false,
	organisations: [],
	roles: [
		{ role: 'member', network: network('river') },
		{ role: 'coordinator', network: network('river') },
		{ role: 'editor', network: network('hill') },
		{ role: 'coordinator', network: network('dale') }
	]
};

test('networks of a caller: each once, by name, none for a visitor', () => {
	expect(networksOf(caller, 'coordinator', 'member').map(({ slug }) => slug)).toEqual(['dale', 'river']);
	expect(networksOf(caller, 'researcher')).toEqual([]);
	expect(networksOf(null, 'coordinator')).toEqual([]);
});

test('a role counts in its own network only', () => {
	expect(holds(caller, 'river', 'coordinator', 'editor')).toBe(true);
	expect(holds(caller, 'hill', 'coordinator')).toBe(false);
	expect(holds(caller, null, 'coordinator')).toBe(false);
	expect(holds(null, 'river', 'coordinator')).toBe(false);
});
