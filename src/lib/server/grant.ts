import { serviceClient } from './backend.ts';
import type { Backend } from './backend.ts';

export const NETWORK_ROLES = ['coordinator', 'editor', 'researcher', 'member'] as const;
export type NetworkRole = (typeof NETWORK_ROLES)[number];

/** An account with its one-time token. */
export interface Granted {
	userId: string;
	tokenHash: string;
}

/**
 * Gives an e-mail address a role in a network, making its account if there is none.
 *
 * @throws {Error} when the network is not there; nothing is made then
 */
export async function grantRole(
	backend: Backend,
	role: NetworkRole,
	email: string,
	slug: string
): Promise<Granted> {
	const service = serviceClient(backend);
	const network = await service.from('networks').select('id').eq('slug', slug).maybeSingle();
	if (network.error !== null) throw new Error(`The network could not be looked up: ${network.error.message}`);
	if (network.data === null)
		throw new Error(`There is no network called "${slug}".${await knownNetworks(backend)}`);

	const account = await backend.signInToken(email);
	const { error } = await service
		.from('network_roles')
		.upsert(
			{ network_id: network.data.id, user_id: account.userId, role },
			{ onConflict: 'network_id,user_id,role', ignoreDuplicates: true }
		);
	if (error !== null) throw new Error(`The role could not be given: ${error.message}`);
	return account;
}

/** Makes an e-mail address an administrator of the site, making its account if there is none. */
export async function grantAdministrator(backend: Backend, email: string): Promise<Granted> {
	const account = await backend.signInToken(email);
	const { error } = await serviceClient(backend)
		.from('site_administrators')
		.upsert({ user_id: account.userId }, { onConflict: 'user_id', ignoreDuplicates: true });
	if (error !== null) throw new Error(`The administrator could not be named: ${error.message}`);
	return account;
}

async function knownNetworks(backend: Backend): Promise<string> {
	const { data } = await serviceClient(backend).from('networks').select('slug').order('slug');
	return data === null || data.length === 0 ? '' : ` There is: ${data.map(({ slug }) => slug).join(', ')}.`;
}
