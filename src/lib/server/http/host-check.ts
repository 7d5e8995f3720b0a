import { environment } from '../environment.ts';
import { hostnameOf, isLocalName } from './local-host.ts';
import type { Handle } from '@sveltejs/kit';

/**
 * Answers only to the site's own name: ORIGIN, or this machine's names while the site is local. A foreign
 * `Host` could otherwise reach a server that was meant for nobody outside, and a local one a public site's
 * sample accounts. Forwarding headers never count as a name.
 */
export const refuseForeignHost: Handle = ({ event, resolve }) => {
	const host = event.request.headers.get('host');
	if (event.route.id === '/healthz' || host === null || isOurs(host, environment().origin))
		return resolve(event);
	return new Response(
		'This server does not answer to that name. Whoever runs it can set ORIGIN to the address that people use.\n',
		{ status: 421, headers: { 'content-type': 'text/plain; charset=utf-8' } }
	);
};

/**
 * Whether a `Host` header names this site: ORIGIN's host with its port; a local name with any port, where
 * ORIGIN is local too or not set.
 */
export function isOurs(host: string, origin: string | null): boolean {
	const hostname = hostnameOf(host);
	if (hostname === null) return false;
	if (origin === null || isLocalName(new URL(origin).hostname)) {
		if (isLocalName(hostname)) return true;
	}
	return origin !== null && new URL(origin).host === host.toLowerCase();
}
