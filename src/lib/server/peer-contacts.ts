import type { Client } from './backend.ts';
import type { Database } from './database.types.ts';

/** How to reach whoever does a practice: people or roles that agreed to be shown to the reader, and a public page. */
export interface ContactRoute {
	/** A page on this very adoption; null where none is on record. */
	page: string | null;
	/** The organisation's own site; null where none is on record. */
	website: string | null;
	/** Those named for this practice first. One of name and job title is known. */
	people: {
		/** Null where only the role may be shown. */
		name: string | null;
		jobTitle: string | null;
		email: string | null;
		phone: string | null;
		/** Name of the network that says so. */
		network: string | null;
	}[];
}

/** People are asked for one organisation at a time, so only for the nearest of a long list. */
const MOST_ASKED = 5;

/**
 * Contact routes of organisations for one practice, under the reader's own rights.
 *
 * @param slugs of the organisations, nearest first
 * @param most whose people are asked for
 * @returns by slug; an organisation without any route is left out
 */
export async function contactRoutes(
	supabase: Client,
	practice: string,
	slugs: readonly string[],
	most = MOST_ASKED
): Promise<Map<string, ContactRoute>> {
	if (slugs.length === 0) return new Map();
	const [organisations, { data: found }] = await Promise.all([
		supabase
			.from('organisations')
			.select('id, slug, website')
			.in('slug', [...slugs]),
		supabase.from('practices').select('id').eq('slug', practice).maybeSingle()
	]);
	const adoptions =
		found === null
			? { data: [] }
			: await supabase
					.from('adoptions')
					.select('id, contact_route, organisation_id')
					.eq('practice_id', found.id)
					.in(
						'organisation_id',
						(organisations.data ?? []).map(({ id }) => id)
					);
	const known = organisations.data ?? [];
	const adoptionOf = new Map((adoptions.data ?? []).map((adoption) => [adoption.organisation_id, adoption]));
	const asked = slugs
		.slice(0, most)
		.flatMap((slug) => known.find((organisation) => organisation.slug === slug) ?? []);
	const people = new Map(
		await Promise.all(
			asked.map(async ({ id }) => {
				const { data } = await supabase.rpc('contacts', { for_organisation: id });
				return [id, data ?? []] as const;
			})
		)
	);
	return new Map(
		known.flatMap(({ id, slug, website }) => {
			const adoption = adoptionOf.get(id);
			const route: ContactRoute = {
				page: adoption?.contact_route ?? null,
				website,
				people: reachable(people.get(id) ?? [], adoption?.id ?? null)
			};
			const isAny = route.page !== null || website !== null || route.people.length > 0;
			return isAny ? [[slug, route] as const] : [];
		})
	);
}

type Contact = Database['public']['Functions']['contacts']['Returns'][number];

/** People and roles, each once, those named for the adoption first. What a function answers may be null. */
function reachable(contacts: readonly Contact[], adoption: string | null): ContactRoute['people'] {
	const first = contacts.filter(({ adoption_id }) => adoption_id !== null && adoption_id === adoption);
	const seen = new Set<string>();
	return [...first, ...contacts].flatMap(
		({ name, job_title: jobTitle, email, phone, network_name: network }): ContactRoute['people'] => {
			const key = JSON.stringify([name, jobTitle, email, phone]);
			if ((name === null && jobTitle === null) || seen.has(key)) return [];
			seen.add(key);
			return [{ name, jobTitle, email, phone, network }];
		}
	);
}
