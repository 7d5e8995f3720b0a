/**
 * Name of the host that a web address leads to, without "www.".
 *
 * @returns null when the text is no http or https address, and so must not become a link
 */
export function webHost(address: string): string | null {
	if (!URL.canParse(address)) return null;
	const { protocol, hostname } = new URL(address);
	return protocol === 'https:' || protocol === 'http:' ? hostname.replace(/^www\./, '') : null;
}
