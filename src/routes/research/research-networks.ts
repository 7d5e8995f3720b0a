import { networksOf } from '#lib/server/caller.ts';
import type { Caller } from '#lib/server/caller.ts';

/** A network whose members' rows somebody may download, pseudonymised. */
export interface ResearchNetwork {
	id: string;
	slug: string;
	name: string;
}

/** Networks in which a caller is a researcher or coordinator; none for a visitor. */
export function researchNetworks(caller: Caller | null): ResearchNetwork[] {
	return networksOf(caller, 'researcher', 'coordinator').map(({ id, slug, name }) => ({ id, slug, name }));
}
