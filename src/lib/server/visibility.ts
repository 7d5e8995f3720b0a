import type { RequestEvent } from '@sveltejs/kit';
import { callerOf, forgetCaller } from './caller.ts';
import type { Asking, Caller } from './caller.ts';

/** What everybody sees. */
export const VISITOR = 'visitor';

/**
 * What decides which rows a caller sees: the sorted set of their network roles, and whether they
 * administer the site. Personal rights (own drafts) are never part of an atlas. Asked once a request.
 */
export async function visibilityOf(event: RequestEvent): Promise<string> {
	// A form's action may change roles before its page is drawn within the same request.
	if (event.request.method !== 'GET') return askVisibility(event);
	return visibilityOfCaller(await callerOf(event));
}

/** The same, as it is now. */
export async function askVisibility(event: Asking): Promise<string> {
	forgetCaller(event);
	return visibilityOfCaller(await callerOf(event));
}

function visibilityOfCaller(caller: Caller | null): string {
	if (caller === null) return VISITOR;
	const pairs = caller.roles.map(({ network, role }) => `${network.id}:${role}`);
	if (caller.isAdministrator) pairs.push('administrator');
	return pairs.length === 0 ? VISITOR : pairs.sort().join(',');
}
