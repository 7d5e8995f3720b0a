import { fail, redirect } from '@sveltejs/kit';
import { safeRedirect } from '#lib/server/safe-redirect.ts';
import { verifySignInLink } from '#lib/server/session.ts';
import { readForm } from '../../form-input.ts';
import { linkedAddress, maskedAddress } from '../linked-address.ts';
import { forgetNext, nextAfterLink } from '../next-page.ts';
import type { Actions, PageServerLoad } from './$types';

/**
 * Opening the address signs nobody in: mail scanners open links too, and would use the token up. The
 * reader presses a button. The token leaves the address with the answer to that press, and no referrer
 * holds it meanwhile: the site alone is named. Naming nothing at all would make the browser send the form
 * as from nowhere, and forms from nowhere are refused.
 */
export const load: PageServerLoad = async ({ url, cookies, locals, setHeaders }) => {
	setHeaders({ 'referrer-policy': 'strict-origin', 'cache-control': 'no-store' });
	const email = linkedAddress(url);
	const session = await locals.session();
	return {
		tokenHash: url.searchParams.get('token_hash') ?? '',
		kind: url.searchParams.get('type') ?? '',
		email,
		shownAs: maskedAddress(email),
		signedInAs:
			session !== null && session.email.toLowerCase() !== email.toLowerCase() ? session.email : null,
		next: nextAfterLink(url, cookies)
	};
};

export const actions: Actions = {
	default: async (event) => {
		const form = await readForm(event.request);
		const text = (name: string) => String(form.get(name) ?? '');
		const result = await verifySignInLink(event, {
			tokenHash: text('token_hash'),
			kind: text('type'),
			email: text('email')
		});
		if (!result.ok) return fail(result.status, { message: result.message });
		forgetNext(event.cookies);
		redirect(303, safeRedirect(text('next'), '/account'));
	}
};
