import type { Matchable } from '#lib/matching/corpus.ts';
import type { ReadList } from './read-list.ts';
import type { Role } from './roles.ts';

/** Registers whose numbers a list may have, by the role of their column. */
const SCHEMES: Partial<Record<Role, string>> = {
	'identifier.company': 'company',
	'identifier.charity': 'charity',
	'identifier.council': 'council',
	'identifier.other': 'other'
};

/** What parts several names in a cell: names hold commas, and "and". */
const SEVERAL = /[;|\r\n]+/;

/**
 * The bodies of a list as they are matched by: names, numbers in registers, sites and addresses of mail, and the area.
 *
 * @param placeOf key of the area that a text names, the same for the same area; `null` where it names none, or several
 * @returns one a row of the table
 */
export function matchables(
	{ table, columns }: Pick<ReadList, 'table' | 'columns'>,
	placeOf: (text: string) => string | null
): Matchable[] {
	const columnsOf = (...roles: Role[]) =>
		columns.flatMap(({ role }, at) => (roles.includes(role) ? [{ role, at }] : []));
	const names = columnsOf('organisation.name');
	const others = columnsOf('organisation.other name');
	const numbers = columnsOf(
		'identifier.company',
		'identifier.charity',
		'identifier.council',
		'identifier.other'
	);
	const addresses = columnsOf('organisation.website', 'contact.email', 'person.email');
	const places = columnsOf('organisation.place', 'identifier.council');
	return table.rows.map(({ cells }): Matchable => {
		const textsOf = (found: typeof names) =>
			found.flatMap(({ at }) => {
				const text = (cells[at] ?? '').trim();
				return text === '' ? [] : [text];
			});
		const place = textsOf(places)
			.map(placeOf)
			.find((key) => key !== null);
		return {
			names: [...textsOf(names), ...textsOf(others).flatMap((text) => text.split(SEVERAL))],
			identifiers: numbers.flatMap(({ role, at }) => {
				const value = (cells[at] ?? '').trim();
				return value === '' ? [] : [{ scheme: SCHEMES[role]!, value }];
			}),
			addresses: textsOf(addresses),
			place: place ?? null
		};
	});
}
