import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { keepView, listSavedViews, removeView } from '#lib/server/saved-views.ts';
import { parseForm, SIGNED_OUT } from '../form-input.ts';
import { isTooLongToOpen, keptAddress, openedAddress } from './kept-address.ts';
import type { Actions, PageServerLoad } from './$types';

const TOO_LONG = 'This view’s address is too long to be saved: choose less, or pin fewer nodes.';
const SIGN_IN = '/auth/sign-in?next=%2Fviews';

const keeping = v.object({
	name: v.pipe(
		v.string('Give the view a name.'),
		v.trim(),
		v.minLength(1, 'Give the view a name.'),
		v.maxLength(120, 'Use at most 120 characters.')
	),
	path: v.pipe(
		v.string('Which view to save did not arrive. Go back and save it again.'),
		v.maxLength(20_000, TOO_LONG)
	),
	shared: v.optional(v.literal('on'))
});
const removing = v.object({ id: v.pipe(v.string(), v.uuid()) });

/** The views that the reader named and kept. */
export const load: PageServerLoad = async (event) => {
	if ((await event.locals.session()) === null) redirect(303, SIGN_IN);
	const views = await listSavedViews(event);
	return { views: views.map((view) => ({ ...view, opens: openedAddress(view) })) };
};

export const actions: Actions = {
	keep: async (event) => {
		const { values, errors, output } = await parseForm(event.request, keeping);
		if ((await event.locals.session()) === null) return fail(401, { values, errors: { name: SIGNED_OUT } });
		if (output === null) return fail(400, { values, errors });
		const kept = keptAddress(output.path);
		if (kept === null)
			return fail(400, {
				values,
				errors: { name: 'This is not a view that can be saved, or its address is too long.' }
			});
		if (isTooLongToOpen(kept)) return fail(400, { values, errors: { name: TOO_LONG } });
		await keepView(event, { ...kept, name: output.name, isShared: output.shared === 'on' });
		redirect(303, '/views');
	},
	remove: async (event) => {
		const { output } = await parseForm(event.request, removing);
		if ((await event.locals.session()) === null) redirect(303, SIGN_IN);
		if (output === null)
			return fail(400, { values: {}, errors: { id: 'Which view to remove did not arrive.' } });
		await removeView(event, output.id);
		redirect(303, '/views');
	}
};
