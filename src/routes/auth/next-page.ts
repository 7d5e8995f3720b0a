import type { Cookies } from '@sveltejs/kit';
import { safeRedirect } from '#lib/server/safe-redirect.ts';

const NEXT_COOKIE = 'goodways-next';
const HOUR_SECONDS = 3600;

/**
 * Remembers in this browser where somebody wanted to go, until the mailed link is followed: the mail
 * itself is the same for every page, so that it gives nothing away.
 */
export function rememberNext(cookies: Cookies, next: string): void {
	cookies.set(NEXT_COOKIE, next, { path: '/auth', maxAge: HOUR_SECONDS, sameSite: 'lax', httpOnly: true });
}

/** Where to go on to after a mailed link: what the address says, else what was remembered here. */
export function nextAfterLink(url: URL, cookies: Cookies): string {
	return safeRedirect(url.searchParams.get('next') ?? cookies.get(NEXT_COOKIE), '/account');
}

/** To be called once the reader is on the way. */
export function forgetNext(cookies: Cookies): void {
	cookies.delete(NEXT_COOKIE, { path: '/auth' });
}
