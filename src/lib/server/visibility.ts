import type { RequestEvent } from '@sveltejs/kit';
import { assertRead } from './database-fault.ts';

/** What everybody sees. */
export const VISITOR = 'visitor';

/** By the request's locals, the one object that all loads of a request share. */
const known = new WeakMap<App.Locals, Promise<string>>();

/**
 * What decides which rows a caller sees: the sorted set of their network roles, and whether they
 * administer the site. Personal rights (own drafts) are never part of an atlas. Asked once a request.
 */
export function visibilityOf(event: RequestEvent): Promise<string> {
	// A form's action may change roles before its page is drawn within the same request.
	if (event.request.method !== 'GET') return askVisibility(event);
	const asked = known.get(event.locals) ?? askVisibility(event);
	known.set(event.locals, asked);
	return asked;
}

/** Makes the request ask again. */
export function forgetVisibility({ locals }: RequestEvent): void {
	known.delete(locals);
}

/** The same, as it is now. */
export async function askVisibility({ locals }: RequestEvent): Promise<string> {
	const session = await locals.session();
	if (session === null) return VISITOR;
	const [roles, administrators] = await Promise.all([
		locals.supabase.from('network_roles').select('network_id, role').eq('user_id', session.userId),
		locals.supabase.from('site_administrators').select('user_id').eq('user_id', session.userId)
	]);
	// Roles that could not be read are not "no roles": the rows of some would be kept for everybody.
	assertRead(roles.error ?? administrators.error, 'The roles');
	const pairs = (roles.data ?? []).map(({ network_id, role }) => `${network_id}:${role}`);
	if ((administrators.data ?? []).length > 0) pairs.push('administrator');
	return pairs.length === 0 ? VISITOR : pairs.sort().join(',');
}
