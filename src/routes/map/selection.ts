const MOST_LETTERS = 6000;
const MOST_ORGANISATIONS = 400;

/**
 * As many picked organisations as an address can carry: browsers, proxies and our own server refuse
 * addresses of more than about eight thousand letters.
 */
export function pickInAddress(slugs: readonly string[]): { selection: string[]; said: string } {
	const selection: string[] = [];
	let letters = 0;
	for (const slug of slugs) {
		letters += slug.length + 1;
		if (letters > MOST_LETTERS || selection.length === MOST_ORGANISATIONS) break;
		selection.push(slug);
	}
	const said =
		selection.length < slugs.length
			? `The first ${selection.length} of ${slugs.length} organisations are selected, as an address holds no more; filter by region or kind for all.`
			: `${slugs.length} ${slugs.length === 1 ? 'organisation is' : 'organisations are'} selected.`;
	return { selection, said };
}

/** A position on the screen, CSS pixels within the map. */
export type Position = [x: number, y: number];

/** The rectangle between two of its corners. */
export function boxOf([x1, y1]: Position, [x2, y2]: Position): Position[] {
	return [
		[x1, y1],
		[x2, y1],
		[x2, y2],
		[x1, y2]
	];
}
