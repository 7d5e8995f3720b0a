const NOWHERE = 'http://nowhere.invalid';

/**
 * A page of this site to go to after signing in: `next` when it is a path of ours, else `fallback`.
 * Other sites, other schemes and every spelling of them (`//host`, `/\host`, control characters) fall back.
 */
export function safeRedirect(next: string | null | undefined, fallback = '/'): string {
	if (typeof next !== 'string' || next.length > 2000 || !/^\/(?![/\\])/.test(next)) return fallback;
	if (/[\s\p{Cc}\\]/u.test(next) || !URL.canParse(next, NOWHERE)) return fallback;
	const url = new URL(next, NOWHERE);
	if (url.origin !== NOWHERE || url.pathname.startsWith('//')) return fallback;
	return `${url.pathname}${url.search}${url.hash}`;
}
