/** The mail as a template words it, with the address in its link written as an address needs it. */
export function withWholeAddress(html: string, to: string): string {
	// lite puts the address there as it is; Supabase encodes it by itself.
	return html.replaceAll(`;email=${to}`, () => `;email=${encodeURIComponent(to)}`);
}

/** A mail's plain text: the words of its HTML, each link written out. */
export function plainTextOf(html: string): string {
	return html
		.replace(/<a href="([^"]*)">([^<]*)<\/a>/g, (_link, href: string, words: string) => `${words}: ${href}`)
		.replace(/<[^>]+>/g, '')
		.replaceAll('&amp;', '&')
		.trim();
}
