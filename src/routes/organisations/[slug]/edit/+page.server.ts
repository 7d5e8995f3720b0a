import { error, redirect } from '@sveltejs/kit';
import { ORGANISATION_FIELDS, ORGANISATION_RULES } from '#lib/records/organisation-record.ts';
import { recordText } from '#lib/records/record-form.ts';
import { loadAtlas } from '#lib/server/atlas.ts';
import { changesOrganisation, findOrganisation } from '#lib/server/records/organisation-record.ts';
import { saveEdited, shownRecord } from '#lib/server/records/edit-action.ts';
import { readForm } from '../../../form-input.ts';
import type { Actions, PageServerLoad } from './$types';

const NOT_HERE = 'There is no page at this address, or it is not yours to see.';
const GONE = 'This organisation is no longer on record. What you typed stands below, to copy.';

export const load: PageServerLoad = async (event) => {
	const { params, locals, request } = event;
	const caller = await locals.caller();
	// A session that ended while somebody was writing: what they typed stays on the page.
	const isSending = request.method === 'POST';
	if (caller === null && !isSending)
		redirect(303, `/auth/sign-in?next=${encodeURIComponent(`/organisations/${params.slug}/edit`)}`);
	const record = await findOrganisation(event, params.slug);
	if (record === null || (!changesOrganisation(caller, record) && !isSending)) error(404, NOT_HERE);
	const atlas = await loadAtlas(event);
	return {
		slug: record.slug,
		name: String(record.columns['name']),
		revision: record.revision,
		shown: shownRecord(ORGANISATION_FIELDS, record.columns),
		values: recordText(ORGANISATION_FIELDS, record.columns),
		areas: atlas.areas.map(({ code, name, nation, region }) => ({
			value: code,
			label: name,
			group: nation === region ? nation : `${region}, ${nation}`
		}))
	};
};

export const actions: Actions = {
	default: async (event) => {
		const form = await readForm(event.request);
		const record = await findOrganisation(event, event.params.slug);
		return saveEdited(
			event,
			{ table: 'organisations', fields: ORGANISATION_FIELDS, rules: ORGANISATION_RULES, gone: GONE },
			form,
			record
		);
	}
};
