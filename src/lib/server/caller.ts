import type { RequestEvent } from '@sveltejs/kit';
import type { NetworkRole } from '#lib/domain/vocabulary.ts';
import { assertRead } from './database-fault.ts';

/** A role that somebody holds in a network. */
export interface HeldRole {
	role: NetworkRole;
	network: { id: string; slug: string; name: string; isSample: boolean };
}

/** An organisation that somebody keeps the record of, or asked to. */
export interface KeptOrganisation {
	slug: string;
	name: string;
	/** `claimed`: asked for, and waiting for an answer. */
	status: 'claimed' | 'approved';
}

/** Who is calling, and what they may do. */
export interface Caller {
	userId: string;
	email: string;
	roles: readonly HeldRole[];
	isAdministrator: boolean;
	organisations: readonly KeptOrganisation[];
}

/** What the question who is calling needs of a request. */
export type Asking = Pick<RequestEvent, 'locals'>;

/** By the request's locals, the one object that all loads and actions of a request share. */
const known = new WeakMap<App.Locals, Promise<Caller | null>>();

/**
 * Who is calling, asked once a request; null for a visitor. Roles are read under the caller's own rights,
 * so this decides what a page offers and never what the database allows.
 */
export function callerOf({ locals }: Asking): Promise<Caller | null> {
	const asked = known.get(locals) ?? askCaller(locals);
	known.set(locals, asked);
	return asked;
}

/** Makes the request ask again: call it after a write that may have changed roles. */
export function forgetCaller({ locals }: Asking): void {
	known.delete(locals);
}

/** The networks in which a caller holds one of the roles, each once, by name; none for a visitor. */
export function networksOf(
	caller: Caller | null,
	...roles: readonly NetworkRole[]
): readonly HeldRole['network'][] {
	const held = (caller?.roles ?? []).filter(({ role }) => roles.includes(role));
	return [...new Map(held.map(({ network }) => [network.id, network])).values()].sort((a, b) =>
		a.name.localeCompare(b.name, 'en-GB')
	);
}

/** Whether a caller holds one of the roles in a network. */
export function holds(
	caller: Caller | null,
	network: string | null,
	...roles: readonly NetworkRole[]
): boolean {
	return (caller?.roles ?? []).some((held) => held.network.slug === network && roles.includes(held.role));
}

async function askCaller(locals: App.Locals): Promise<Caller | null> {
	const session = await locals.session();
	if (session === null) return null;
	const [roles, administrators, organisations] = await Promise.all([
		locals.supabase
			.from('network_roles')
			.select('network_id, role, networks!network_roles_network_id_fkey(slug, name, is_sample)')
			.eq('user_id', session.userId),
		locals.supabase.from('site_administrators').select('user_id').eq('user_id', session.userId),
		locals.supabase
			.from('organisation_editors')
			.select('status, organisations!organisation_editors_organisation_id_fkey(slug, name)')
			.eq('user_id', session.userId)
	]);
	assertRead(roles.error ?? administrators.error ?? organisations.error, 'What the caller may do');
	return {
		...session,
		isAdministrator: (administrators.data ?? []).length > 0,
		roles: (roles.data ?? []).map(({ network_id: id, role, networks }) => ({
			role,
			// Whoever holds a role in a network reads the network, public or not.
			network: { id, slug: networks.slug, name: networks.name, isSample: networks.is_sample }
		})),
		organisations: (organisations.data ?? []).flatMap(({ status, organisations: body }) =>
			body === null ? [] : [{ ...body, status }]
		)
	};
}
