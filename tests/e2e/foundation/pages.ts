import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Addresses that stand for a route whose own holds a name. */
const EXAMPLES: Record<string, string[]> = {
	'/organisations/[slug]': [
		'/organisations/hartlepool',
		'/organisations/example-borough-council-of-brambleton-spa'
	],
	'/practices/[slug]': [
		'/practices/climate-emergency-declaration',
		'/practices/sample-kitchen-table-assessments'
	],
	'/learning/[slug]': ['/learning/good-help-project-page', '/learning/sample-link-10'],
	'/peers/[area]': ['/peers/E06000001'],
	'/peers/organisation/[slug]': ['/peers/organisation/example-borough-council-of-brambleton-spa']
};

/** States that look unlike the plain address: found, empty, damaged, sample, missing. */
const STATES = [
	'/?network=sample-network',
	'/organisations?network=sample-network&kind=charity',
	'/organisations?q=nobody-has-this-name',
	'/organisations?date=2024-13-45&kind=wizard',
	'/practices?network=sample-network',
	'/learning?network=sample-network',
	'/search?q=council',
	'/search?q=nobodyhasthisname',
	'/auth/confirm?token_hash=abc&type=magiclink&email=asha%40example.org',
	'/no/such/page',
	'/organisations/no-such-organisation'
];

/** Ids of the routes that have a page. */
export function routesWithPages(): string[] {
	const root = fileURLToPath(new URL('../../../src/routes/', import.meta.url));
	return readdirSync(root, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('+page.svelte'))
		.map((file) => `/${file.replace(/\/?\+page\.svelte$/, '')}`)
		.sort();
}

/** One address or more for every page of the site that needs no record made for it, and its states. */
export function addresses(): string[] {
	const plain = routesWithPages().flatMap((route) => EXAMPLES[route] ?? (route.includes('[') ? [] : [route]));
	return [...plain, ...STATES];
}
