const LOCAL_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a host name (as in `URL.hostname`) is this machine's own. */
export function isLocalName(hostname: string): boolean {
	return LOCAL_NAMES.has(hostname);
}

/** Host name of a `Host` header without its port; null when it is no host. */
export function hostnameOf(host: string): string | null {
	if (!/^[a-z0-9.:[\]-]+$/i.test(host) || !URL.canParse(`http://${host}`)) return null;
	return new URL(`http://${host}`).hostname;
}

/** Whether an address of a socket is of this machine. */
export function isLoopback(address: string): boolean {
	return address === '::1' || /^(::ffff:)?127\.\d+\.\d+\.\d+$/.test(address);
}

/** Whether a request went through a proxy that says so. */
export function wasForwarded(headers: Headers): boolean {
	return [...headers.keys()].some(
		(name) => name === 'forwarded' || name.startsWith('x-forwarded-') || name === 'via'
	);
}

/**
 * The origin that a request counts as sent from. A local site is reached by several names (localhost,
 * 127.0.0.1, another port through a tunnel), and a form of its own then names the one in the address bar:
 * as long as that is the very host the request went to, it is the site itself.
 *
 * @param sent the request's `Origin` and `Host`
 * @param site origin of the site
 * @returns the site's origin for a form of its own; else what was sent
 */
export function ownOrigin(
	sent: { origin?: string | undefined; host?: string | undefined },
	site: string
): string | undefined {
	const { origin, host } = sent;
	if (origin === undefined || host === undefined) return origin;
	const names = [new URL(site).hostname, hostnameOf(host) ?? ''];
	if (!names.every(isLocalName) || new URL(site).protocol !== 'http:') return origin;
	return origin.toLowerCase() === `http://${host.toLowerCase()}` ? site : origin;
}
