/** Public addresses of what the figures come from. */
export const ONS_GEOGRAPHY = 'https://geoportal.statistics.gov.uk/';
export const NAMES_AND_CODES = 'https://github.com/mysociety/uk_local_authority_names_and_codes';
export const CLIMATE_PLANS = 'https://github.com/mysociety/la-plans-promises';

const A_BETTER_WAY = 'http://betterway.network';
const PSTA = 'https://www.publicservicetransformation.org/';

/** Sites that keep copies of publications held elsewhere. */
const MIRRORS =
	/^https?:\/\/(?:[a-z0-9-]+\.)*(docslib|vdocuments|fdocuments|readkong|scribd|cupdf|paperzz|slidetodoc|fly1\.wordsworth)\.[a-z]+(?:\/|$)/;

/** A source as a row carries it: an address or none, and what the reader must be told about it. */
export interface Source {
	url: string | null;
	note: string | null;
}

/** Whether an address is a copy of a publication held elsewhere. */
export function isMirror(url: string): boolean {
	return MIRRORS.test(url);
}

/** "Copy at docslib.org …" for an address that is a mirror, else null. */
export function copyNote(url: string): string | null {
	if (!isMirror(url)) return null;
	const host = new URL(url).hostname.replace(/^www\./, '');
	return `Copy at ${host}; the publisher's own address is not known.`;
}

/**
 * The public source of a noted fact. A fact that rests on the project's own notes takes the public
 * source those notes name for its subject; where they name none, the address is null and the row
 * stays unpublished.
 *
 * @param noted source as noted with the fact
 * @param subjects slugs of the networks and organisations the fact is about
 */
export function publicSource(noted: string, subjects: readonly string[]): Source {
	const address = /https?:\/\/[^\s;,)]+/.exec(noted)?.[0];
	if (address !== undefined) return { url: address, note: copyNote(address) };
	if (!/domain\.md/.test(noted)) return { url: NAMES_AND_CODES, note: null };
	if (/betterway\.network/.test(noted)) return { url: A_BETTER_WAY, note: null };
	if (/section/.test(noted)) {
		if (subjects.some((slug) => slug === 'a-better-way' || slug === 'civil-exchange')) {
			return { url: A_BETTER_WAY, note: null };
		}
		if (subjects.some((slug) => slug === 'psta' || slug === 'redquadrant')) return { url: PSTA, note: null };
	}
	return { url: null, note: 'Noted without an address: not shown until a public source is found.' };
}

/** Joins what there is to say about a row into one text, or null when there is nothing. */
export function joinNotes(...notes: (string | null | undefined)[]): string | null {
	const said = notes.filter((note): note is string => Boolean(note));
	return said.length === 0 ? null : said.join(' ');
}

const MONTHS = [
	'January', 'February', 'March', 'April', 'May', 'June',
	'July', 'August', 'September', 'October', 'November', 'December'
];

/**
 * Date of a source as two columns: the day where it is known to the day, else null and a sentence
 * with the month or year, so that no day is made up.
 */
export function sourceDate(noted: string | undefined): { on: string | null; note: string | null } {
	if (noted === undefined) return { on: null, note: null };
	const [year, month, day] = noted.split('-');
	if (day !== undefined) return { on: noted, note: null };
	const name = month === undefined ? '' : `${MONTHS[Number(month) - 1]} `;
	return { on: null, note: `Source dated ${name}${year}.` };
}
