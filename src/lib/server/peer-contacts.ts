import type { Client } from './backend.ts';

/** How to reach whoever does a practice: a public page, and people who agreed to be named to the reader. */
export interface ContactRoute {
	/** Public page for this adoption, else the organisation's own. */
	url: string | null;
	people: {
		name: string;
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
					.select('contact_route, organisation_id')
					.eq('practice_id', found.id)
					.not('contact_route', 'is', null);
	const known = organisations.data ?? [];
	const pages = new Map(
		(adoptions.data ?? []).map(({ organisation_id, contact_route }) => [organisation_id, contact_route])
	);
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
			const route: ContactRoute = {
				url: pages.get(id) ?? website,
				people: (people.get(id) ?? []).flatMap(({ name, job_title, email, phone, network_name }) =>
					name === null ? [] : [{ name, jobTitle: job_title, email, phone, network: network_name }]
				)
			};
			return route.url === null && route.people.length === 0 ? [] : [[slug, route] as const];
		})
	);
}
