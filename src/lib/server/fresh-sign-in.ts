import { createHmac, timingSafeEqual } from 'node:crypto';
import { backend } from './backend.ts';
import type { RequestEvent } from '@sveltejs/kit';

const COOKIE = 'goodways-fresh';
/** The one place that asks. */
const PATH = '/account';
const FRESH_SECONDS = 15 * 60;

/** Remembers in this browser that an account has just proved who it is. */
export async function markFresh({ cookies, url }: RequestEvent, userId: string): Promise<void> {
	const until = String(Date.now() + FRESH_SECONDS * 1000);
	cookies.set(COOKIE, `${until}.${await seal(userId, until)}`, {
		path: PATH,
		maxAge: FRESH_SECONDS,
		httpOnly: true,
		sameSite: 'lax',
		secure: url.protocol === 'https:'
	});
}

/** Whether this account signed in with this browser within the last quarter of an hour. */
export async function isFresh({ cookies }: RequestEvent, userId: string): Promise<boolean> {
	const [until = '', sealed = ''] = (cookies.get(COOKIE) ?? '').split('.');
	if (!(Number(until) > Date.now())) return false;
	const expected = Buffer.from(await seal(userId, until));
	const given = Buffer.from(sealed);
	return expected.length === given.length && timingSafeEqual(expected, given);
}

export function forgetFresh({ cookies }: RequestEvent): void {
	cookies.delete(COOKIE, { path: PATH });
}

async function seal(userId: string, until: string): Promise<string> {
	const { secretKey } = await backend();
	return createHmac('sha256', secretKey).update(`fresh ${userId} ${until}`).digest('base64url');
}
