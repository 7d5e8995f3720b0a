import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { safeRedirect } from '#lib/server/safe-redirect.ts';
import { SAMPLE_ROLES, sampleAccountsOffered, signInAsSample } from '#lib/server/sample-accounts.ts';
import { sendSignInLink, signInWithPassword } from '#lib/server/session.ts';
import { parseForm } from '../../form-input.ts';
import { rememberNext } from '../next-page.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const email = v.pipe(
	v.string('Enter your e-mail address.'),
	v.trim(),
	v.nonEmpty('Enter your e-mail address.'),
	v.maxLength(254, 'This e-mail address is too long.'),
	v.email('Enter an e-mail address like name@example.org.')
);
const linkSchema = v.object({ email });
const passwordSchema = v.object({
	'account-email': email,
	password: v.pipe(
		v.string('Enter your password.'),
		v.nonEmpty('Enter your password.'),
		v.maxLength(200, 'This password is too long.')
	)
});
const sampleSchema = v.object({ role: v.picklist(SAMPLE_ROLES, 'Choose one of the sample roles.') });

const nextOf = ({ url }: RequestEvent): string => safeRedirect(url.searchParams.get('next'));

export const load: PageServerLoad = async (event) => {
	const next = nextOf(event);
	if ((await event.locals.session()) !== null) redirect(303, next);
	return { next, sampleRoles: sampleAccountsOffered(event) ? SAMPLE_ROLES : [] };
};

export const actions: Actions = {
	link: async (event) => {
		const { values, errors, output } = await parseForm(event.request, linkSchema);
		if (output === null) return fail(400, { values, errors });
		const result = await sendSignInLink(event, output.email);
		if (!result.ok) return fail(result.status, { values, errors: { email: result.message } });
		rememberNext(event.cookies, nextOf(event));
		return { sentTo: output.email };
	},

	password: async (event) => {
		const { values, errors, output } = await parseForm(event.request, passwordSchema);
		if (output === null) return fail(400, { values, errors });
		const result = await signInWithPassword(event, output['account-email'], output.password);
		if (!result.ok) return fail(result.status, { values, errors: { 'account-email': result.message } });
		redirect(303, nextOf(event));
	},

	sample: async (event) => {
		const { values, errors, output } = await parseForm(event.request, sampleSchema);
		if (output === null) return fail(400, { values, errors: { '': Object.values(errors).join(' ') } });
		const result = await signInAsSample(event, output.role);
		if (!result.ok) return fail(result.status, { values, errors: { '': result.message } });
		redirect(303, safeRedirect(event.url.searchParams.get('next'), '/account'));
	}
};
