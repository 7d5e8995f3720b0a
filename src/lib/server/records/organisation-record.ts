import type { RequestEvent } from '@sveltejs/kit';
import { assertRead } from '../database-fault.ts';
import { holds } from '../caller.ts';
import type { Caller } from '../caller.ts';
import type { OpenedRecord } from './saved-record.ts';

/** An organisation's record, and the network that keeps it. */
export interface OrganisationRecord extends OpenedRecord {
	slug: string;
	/** Slug of the network that stewards it; null: the site's administrators. */
	steward: string | null;
}

/** The record at an address; null when there is none that the caller sees. */
export async function findOrganisation(
	{ locals }: Pick<RequestEvent, 'locals'>,
	slug: string
): Promise<OrganisationRecord | null> {
	const { data, error } = await locals.supabase
		.from('organisations')
		.select(
			'id, revision, slug, name, kind, summary, website, area_code, founded_on, founded_precision, closed_on, closed_precision, source_url, networks!organisations_steward_network_id_fkey(slug)'
		)
		.eq('slug', slug)
		.maybeSingle();
	assertRead(error, 'The organisation');
	if (data === null) return null;
	const { id, revision, networks, ...columns } = data;
	return { id, revision, slug: data.slug, steward: networks?.slug ?? null, columns };
}

/** Whether a caller changes an organisation's record, as the database's policies say. */
export function changesOrganisation(caller: Caller | null, { slug, steward }: OrganisationRecord): boolean {
	return (
		caller !== null &&
		(caller.isAdministrator ||
			holds(caller, steward, 'coordinator', 'editor') ||
			caller.organisations.some((kept) => kept.slug === slug && kept.status === 'approved'))
	);
}
