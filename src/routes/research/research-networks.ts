import type { RequestEvent } from '@sveltejs/kit';
import { assertRead } from '#lib/server/database-fault.ts';

/** A network whose members' rows somebody may take away, pseudonymised. */
export interface ResearchNetwork {
	id: string;
	slug: string;
	name: string;
}

/** Networks in which the caller is a researcher or coordinator; none for a visitor. */
export async function listResearchNetworks({
	locals
}: Pick<RequestEvent, 'locals'>): Promise<ResearchNetwork[]> {
	const session = await locals.session();
	if (session === null) return [];
	const { data, error } = await locals.supabase
		.from('network_roles')
		.select('role, networks!network_roles_network_id_fkey(id, slug, name)')
		.eq('user_id', session.userId)
		.in('role', ['researcher', 'coordinator']);
	assertRead(error, 'The networks you may study');
	const found = data.flatMap(({ networks }) => networks ?? []);
	return [...new Map(found.map((network) => [network.id, network])).values()];
}
