import { fail, redirect } from '@sveltejs/kit';
import { safeRedirect } from '#lib/server/safe-redirect.ts';
import { verifySignInLink } from '#lib/server/session.ts';
import { readForm } from '../../form-input.ts';
import { forgetNext, nextAfterLink } from '../next-page.ts';
import type { Actions, PageServerLoad } from './$types';

/**
 * Opening the address signs nobody in: mail scanners open links too, and would use the token up. The
 * reader presses a button. The token leaves the address with the answer to that press.
 */
export const load: PageServerLoad = ({ url, cookies, setHeaders }) => {
	setHeaders({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' });
	return {
		tokenHash: url.searchParams.get('token_hash') ?? '',
		kind: url.searchParams.get('type') ?? '',
		next: nextAfterLink(url, cookies)
	};
};

export const actions: Actions = {
	default: async (event) => {
		const form = await readForm(event.request);
		const text = (name: string) => String(form.get(name) ?? '');
		const result = await verifySignInLink(event, text('token_hash'), text('type'));
		if (!result.ok) return fail(result.status, { message: result.message });
		forgetNext(event.cookies);
		redirect(303, safeRedirect(text('next'), '/account'));
	}
};
