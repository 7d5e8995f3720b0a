import { group } from 'd3';
import { kindName } from '#lib/exchange/area-kinds.ts';
import type { BoundaryFile } from '#lib/exchange/boundaries.ts';
import type { BoundaryMatch } from '#lib/exchange/boundary-match.ts';
import { inKm } from '#lib/exchange/boundary-place.ts';
import type { PlaceCheck } from '#lib/exchange/boundary-place.ts';

const MOST_LISTED = 20;

/** All that there is to say of a file of boundaries, a line for each thing that was found. */
export function boundaryReport(
	{ column, features, empty, uncoded }: BoundaryFile,
	match: BoundaryMatch,
	{ far, apart, borders }: PlaceCheck,
	named: (code: string) => string
): string {
	const { matched, renamed, incomplete, passed, unknown, missing } = match;
	const several = features.filter(({ shapes }) => shapes > 1);
	const lines = [
		`Found ${features.length} ${features.length === 1 ? 'area' : 'areas'} by the column "${column}"; ${matched.length} of the areas here can be drawn by them.`,
		line(
			'Put together from several shapes',
			several,
			({ code, shapes }) => `${named(code)}, ${shapes} shapes`
		),
		line(
			"Former codes read as today's, without the borders between them",
			renamed,
			({ from, to }) => `${from} as ${named(to)}`
		),
		line(
			'Left without a boundary, as only a part of each is in the file',
			incomplete,
			({ code, has, lacks }) => `${named(code)}: has ${has.join(' and ')}, lacks ${lacks.join(' and ')}`
		),
		line('Former codes passed over, as the boundary of today is there too', passed, (code) => code),
		...notAreas(unknown),
		line('Without a shape', empty, named),
		uncoded > 0
			? `Passed over ${uncoded} ${uncoded === 1 ? 'shape' : 'shapes'} without a code in that column.`
			: '',
		line(
			'Left without a boundary, as they are drawn far from their place',
			far,
			({ code, km }) => `${named(code)}, ${inKm(km)} away`
		),
		line(
			`Neighbours that do not touch in the file, of ${borders} pairs`,
			apart,
			({ a, b }) => `${named(a)} and ${named(b)}`
		),
		line('Without a boundary in the file', missing, named)
	];
	return `${lines.filter((one) => one !== '').join('\n')}\n`;
}

function line<Item>(what: string, items: readonly Item[], words: (item: Item) => string): string {
	if (items.length === 0) return '';
	const more = items.length - MOST_LISTED;
	const listed = items.slice(0, MOST_LISTED).map(words).join('; ');
	return `${what}: ${listed}${more > 0 ? ` and ${more} more` : ''}.`;
}

/** Codes that are no areas here, by what they are. */
function notAreas(unknown: readonly string[]): string[] {
	return Array.from(group(unknown, kindName), ([kind, codes]) =>
		line(`Not areas here${kind === null ? '' : `, but ${kind}`}`, codes, (code) => code)
	);
}
