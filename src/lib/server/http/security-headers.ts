import { environment } from '../environment.ts';
import type { Handle } from '@sveltejs/kit';

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
	const embeddable = event.url.pathname === '/embed' || event.url.pathname.startsWith('/embed/');
	if (!embeddable) headers.set('x-frame-options', 'DENY');
	headers.set(
		'content-security-policy',
		contentPolicy(headers.get('content-security-policy'), embeddable, environment().mapStyleUrl)
	);
	if (event.url.protocol === 'https:') headers.set('strict-transport-security', 'max-age=31536000');
	return response;
};

/**
 * The page's content security policy with who may frame it, and with the origin of a configured map
 * style where the page may fetch and draw from it.
 */
export function contentPolicy(policy: string | null, embeddable: boolean, mapStyleUrl: string | null): string {
	const directives = (policy ?? '').split(';').map((directive) => directive.trim()).filter((directive) => directive !== '');
	const mapOrigin = mapStyleUrl === null ? null : new URL(mapStyleUrl).origin;
	const widened = directives.map((directive) =>
		mapOrigin !== null && /^(connect-src|img-src) /.test(directive) ? `${directive} ${mapOrigin}` : directive
	);
	return [...widened, `frame-ancestors ${embeddable ? '*' : "'none'"}`].join('; ');
}
