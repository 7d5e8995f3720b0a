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
