import { environment } from '../environment.ts';
import { SESSION_COOKIE } from './session-client.ts';
import type { Handle, RequestEvent } from '@sveltejs/kit';

const HEADERS: Record<string, string> = {
	'x-content-type-options': 'nosniff',
	// Nothing of our addresses leaves the site: some carry a token. Our own forms still get an Origin.
	'referrer-policy': 'same-origin',
	'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
	'cross-origin-opener-policy': 'same-origin'
};

/** Sets the headers that hold for every answer; frames are refused everywhere but under `/embed`. */
export const setSecurityHeaders: Handle = async ({ event, resolve }) => {
	const answer = await resolve(event);
	const response = new Response(answer.body, answer);
	const { headers } = response;
	for (const [name, value] of Object.entries(HEADERS)) {
		if (!headers.has(name)) headers.set(name, value);
	}
	if (!headers.has('cache-control')) keepPrivate(headers, isSignedIn(event));
	const embeddable = event.route.id?.startsWith('/embed/') === true;
	if (!embeddable) headers.set('x-frame-options', 'DENY');
	headers.set(
		'content-security-policy',
		contentPolicy(headers.get('content-security-policy'), embeddable ? event.url.origin : null, mapOrigins())
	);
	if (isEverybodys(event)) headers.set('access-control-allow-origin', '*');
	if (event.url.protocol === 'https:') headers.set('strict-transport-security', 'max-age=31536000');
	return response;
};

/**
 * An answer that says nothing of caches is the caller's own: asked for anew each time, and kept nowhere
 * when it may show what only an account sees. A visitor's pages stay in the browser's memory for Back.
 */
function keepPrivate(headers: Headers, signedIn: boolean): void {
	headers.set('cache-control', signedIn ? 'private, no-store' : 'private, no-cache');
	headers.append('vary', 'Cookie');
}

/**
 * Whether an answer shows what any visitor sees and an embed reads: such a one may be read from any page, and from
 * frames without an origin, as sandboxed ones are. Of data, none that was asked for with a session.
 */
function isEverybodys(event: RequestEvent): boolean {
	const id = event.route.id ?? '';
	return id.startsWith('/embed/') || (id.startsWith('/data/') && !isSignedIn(event));
}

function isSignedIn({ cookies, route }: RequestEvent): boolean {
	return (
		route.id?.startsWith('/embed/') !== true &&
		cookies.getAll().some(({ name }) => name.startsWith(SESSION_COOKIE))
	);
}

/** Origins that a configured map style draws from. */
function mapOrigins(): string[] {
	const { mapStyleUrl, mapStyleOrigins } = environment();
	return mapStyleUrl === null ? [] : [...new Set([new URL(mapStyleUrl).origin, ...mapStyleOrigins])];
}

/**
 * The page's content security policy with who may frame it, and with the origins of a configured map
 * style where the page may fetch and draw from them.
 *
 * @param embedded origin of the site, where other pages may frame the page: in a frame without an origin "self" is
 *   not the site in every place, and MapLibre's workers start from data; null for every other page
 */
export function contentPolicy(
	policy: string | null,
	embedded: string | null,
	origins: readonly string[]
): string {
	const directives = (policy ?? '')
		.split(';')
		.map((directive) => directive.trim())
		.filter((directive) => directive !== '');
	const widened = directives.map((directive) => {
		const sources = /^(connect-src|img-src) /.test(directive) ? [...origins] : [];
		if (embedded !== null && /^(script|worker|connect|img|font|style)-src /.test(directive))
			sources.push(embedded);
		if (embedded !== null && directive.startsWith('worker-src ')) sources.push('data:');
		return [directive, ...sources].join(' ');
	});
	return [...widened, `frame-ancestors ${embedded === null ? "'none'" : '*'}`].join('; ');
}
