/**
 * A script element with linked data. `<` is escaped, so that no text of a record can close it.
 */
export function jsonLd(data: Record<string, unknown>): string {
	const text = JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c');
	return `<script type="application/ld+json">${text}</${'script'}>`;
}
