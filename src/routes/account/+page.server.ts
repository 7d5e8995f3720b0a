import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
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
	const caller = await event.locals.caller();
	if (caller === null) redirect(303, '/auth/sign-in?next=%2Faccount');
	const { userId, email, roles, isAdministrator, organisations } = caller;
	return {
		email,
		asksCurrentPassword: !(await isFresh(event, userId)),
		isAdministrator,
		roles,
		organisations
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
