import { redirect } from '@sveltejs/kit';
import { signOut } from '#lib/server/session.ts';
import type { RequestHandler } from './$types';

/** Ends the session. The cache of this browser is cleared, since it may hold what others must not see. */
export const POST: RequestHandler = async (event) => {
	await signOut(event);
	event.setHeaders({ 'clear-site-data': '"cache", "storage"' });
	redirect(303, '/');
};

/** The address alone signs nobody out; the button is in the account. */
export const GET: RequestHandler = () => redirect(303, '/account');
