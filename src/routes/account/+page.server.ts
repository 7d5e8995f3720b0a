import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { assertRead } from '#lib/server/database-fault.ts';
import { LONGEST_PASSWORD_BYTES, changePassword } from '#lib/server/account-password.ts';
import { isFresh } from '#lib/server/fresh-sign-in.ts';
import { parseForm } from '../form-input.ts';
import type { Actions, PageServerLoad } from './$types';

const passwordSchema = v.object({
	// Not asked for shortly after signing in.
	'current-password': v.optional(
		v.pipe(v.string('Enter your current password.'), v.maxLength(200, 'This is not your current password.')),
		''
	),
	'new-password': v.pipe(
		v.string('Enter a password.'),
		v.minLength(10, 'Use at least ten characters.'),
		v.maxBytes(
			LONGEST_PASSWORD_BYTES,
			`Use at most ${LONGEST_PASSWORD_BYTES} characters, fewer with accents or signs outside the Latin alphabet.`
		)
	)
});

export const load: PageServerLoad = async (event) => {
	const { locals } = event;
	const session = await locals.session();
	if (session === null) redirect(303, '/auth/sign-in?next=%2Faccount');

	const [roles, organisations, administrators] = await Promise.all([
		locals.supabase
			.from('network_roles')
			.select('role, networks!network_roles_network_id_fkey(name, slug, is_sample)')
			.eq('user_id', session.userId),
		locals.supabase
			.from('organisation_editors')
			.select('status, organisations!organisation_editors_organisation_id_fkey(name, slug)')
			.eq('user_id', session.userId),
		locals.supabase.from('site_administrators').select('user_id').eq('user_id', session.userId)
	]);
	assertRead(roles.error ?? organisations.error ?? administrators.error, 'The account');
	return {
		email: session.email,
		asksCurrentPassword: !(await isFresh(event, session.userId)),
		isAdministrator: (administrators.data ?? []).length > 0,
		roles: (roles.data ?? []).map(({ role, networks }) => ({ role, network: networks })),
		organisations: (organisations.data ?? []).map(({ status, organisations }) => ({
			status,
			organisation: organisations
		}))
	};
};

export const actions: Actions = {
	password: async (event) => {
		if ((await event.locals.session()) === null) redirect(303, '/auth/sign-in?next=%2Faccount');
		const { errors, output } = await parseForm(event.request, passwordSchema);
		if (output === null) return fail(400, { errors });
		const result = await changePassword(event, {
			current: output['current-password'],
			chosen: output['new-password']
		});
		if (!result.ok) return fail(result.status, { errors: { [result.field]: result.message } });
		return { changed: true };
	}
};
