import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { assertRead } from '#lib/server/database-fault.ts';
import { changePassword } from '#lib/server/session.ts';
import { parseForm } from '../form-input.ts';
import type { Actions, PageServerLoad } from './$types';

const passwordSchema = v.object({
	'new-password': v.pipe(
		v.string('Enter a password.'),
		v.minLength(10, 'Use at least ten characters.'),
		v.maxLength(200, 'Use at most 200 characters.')
	)
});

export const load: PageServerLoad = async ({ locals }) => {
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
		const result = await changePassword(event, output['new-password']);
		if (!result.ok) return fail(result.status, { errors: { 'new-password': result.message } });
		return { changed: true };
	}
};
