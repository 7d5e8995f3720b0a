import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { topPeers } from '#lib/council-peers/top-peers.ts';
import { inPlaceOf } from '#lib/organisation/line.ts';
import { organisationPortrait } from '#lib/organisation/portrait.ts';
import { organisationProfile } from '#lib/organisation/profile.ts';
import { loadAreas } from '#lib/server/areas.ts';
import { loadAtlas } from '#lib/server/atlas.ts';
import { changesOrganisation, findOrganisation } from '#lib/server/records/organisation-record.ts';
import { assertRead, refusalOf } from '#lib/server/database-fault.ts';
import { frameworkProfile, networksReadBy } from '#lib/view/framework-profile.ts';
import { parseView, viewSearch } from '#lib/view/view.ts';
import { parseForm, SIGNED_OUT } from '../../form-input.ts';
import type { Actions, PageServerLoad } from './$types';

const claimSchema = v.object({
	message: v.pipe(
		v.string('Say how you are connected with the organisation.'),
		v.trim(),
		v.minLength(10, 'Say in a sentence how you are connected with the organisation.'),
		v.maxLength(1000, 'Use at most 1,000 letters.')
	)
});

export const load: PageServerLoad = async (event) => {
	const { params, locals, url } = event;
	const atlas = await loadAtlas(event);
	const row = atlas.index.organisationBySlug.get(params.slug);
	if (row === undefined) error(404, 'There is no organisation at this address, or you cannot see it.');

	const { data: details, error: unread } = await locals.supabase
		.from('organisations')
		.select(
			'summary, website, source_url, note, organisation_identifiers!organisation_identifiers_organisation_id_fkey(scheme, value)'
		)
		.eq('slug', params.slug)
		.maybeSingle();
	assertRead(unread, 'The organisation');
	const profile = organisationProfile(atlas, row);
	const frameworks = networksReadBy(atlas, profile.isSample).map((network) => ({
		network: { slug: atlas.networks[network]!.slug, name: atlas.networks[network]!.name },
		rows: frameworkProfile(atlas, network, [row], atlas.asOf)
	}));
	const { view } = parseView(url.searchParams);
	const caller = await locals.caller();
	const record = caller === null ? null : await findOrganisation(event, params.slug);
	return {
		profile,
		mayEdit: record !== null && changesOrganisation(caller, record),
		frameworks,
		portrait: organisationPortrait(atlas, row),
		inPlace: view.date === null ? null : inPlaceOf(atlas, row, view.date),
		showsInherited: view.inherited,
		otherHref: url.pathname + viewSearch({ ...view, inherited: !view.inherited }),
		peers: profile.closed === null ? topPeers(atlas, await loadAreas(event), row) : null,
		isSample: profile.isSample,
		summary: details?.summary ?? null,
		website: details?.website ?? null,
		sourceUrl: details?.source_url ?? null,
		note: details?.note ?? null,
		identifiers: details?.organisation_identifiers ?? []
	};
};

export const actions: Actions = {
	claim: async ({ request, locals, params }) => {
		const { values, errors, output } = await parseForm(request, claimSchema);
		const session = await locals.session();
		if (session === null) return fail(401, { values, errors: { '': SIGNED_OUT } });
		if (output === null) return fail(400, { values, errors });
		const { data: organisation, error: unread } = await locals.supabase
			.from('organisations')
			.select('id')
			.eq('slug', params.slug)
			.maybeSingle();
		assertRead(unread, 'The organisation');
		if (organisation === null) error(404, 'There is no organisation at this address, or you cannot see it.');

		const claimed = await locals.supabase.from('organisation_editors').insert({
			organisation_id: organisation.id,
			user_id: session.userId,
			status: 'claimed',
			message: output.message
		});
		// A second claim by the same person is the first one.
		if (claimed.error !== null && claimed.error.code !== '23505') {
			const { status, message } = refusalOf(claimed.error, 'This could not be sent. Please try again.');
			return fail(status, { values, errors: { message } });
		}
		return { claimed: true };
	}
};
