import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { Atlas } from '#lib/domain/atlas.ts';
import type { PeerFinding } from '#lib/peers/peer-finding.ts';

/** A hexagon, and the code of what is compared there: the council itself, or the body above it. */
export interface LikenessCell {
	code: string;
	name: string;
	q: number;
	r: number;
	/** Null where nothing of the compared tier is. */
	compared: string | null;
	comparedName: string | null;
}

/** Words of the shades, faint to strong. */
export const LIKENESS_STEPS = ['farthest third', 'middle third', 'nearest third', 'on the list'] as const;

/** Hexagons of all councils for a map of likeness, with the tier of the asking council. */
export function likenessCells(atlas: Atlas, { codes, upper }: AreasWire, own: string): LikenessCell[] {
	const tier = upper.find(({ code }) => code === own)?.kind ?? null;
	const parents = new Map(
		upper
			.filter(({ kind }) => kind === tier)
			.flatMap(({ code, name, districts }) => districts.map((row) => [codes[row]!, { code, name }] as const))
	);
	return atlas.areas.flatMap(({ code, name, hex }) => {
		if (hex === null) return [];
		const parent = tier === null ? { code, name } : parents.get(code);
		return [{ code, name, ...hex, compared: parent?.code ?? null, comparedName: parent?.name ?? null }];
	});
}

/**
 * Shades the cells by likeness: plain where a council is not compared, four steps from the farthest third
 * to the peers on the list.
 *
 * @param own code of the asking council
 * @param hrefFor address of the peers of a code
 */
export function shadedCells(
	cells: readonly LikenessCell[],
	finding: Pick<PeerFinding, 'likeness' | 'peers' | 'ranked'>,
	own: string,
	hrefFor: (code: string) => string
) {
	const byCode = new Map(finding.likeness.map((entry) => [entry.code, entry]));
	const listed = new Set(finding.peers.map(({ code }) => code));
	return cells.map(({ code, name, q, r, compared, comparedName }) => {
		const entry = compared === null ? undefined : byCode.get(compared);
		const place = comparedName === null || comparedName === name ? '' : `${comparedName}: `;
		const shown = { code, name, q, r, href: hrefFor(compared ?? code) };
		if (compared === own) return { ...shown, value: `${place}the council asked for`, step: 0 };
		if (entry === undefined) return { ...shown, value: 'not compared here', step: 0 };
		return {
			...shown,
			value: `${place}${ordinal(entry.rank)} most alike of ${finding.ranked}`,
			step: listed.has(entry.code) ? 4 : thirdOf(entry.rank, finding.ranked)
		};
	});
}

/** 3 for the nearest third, 2 for the middle one, 1 for the farthest. */
function thirdOf(rank: number, of: number): number {
	const share = rank / of;
	return share <= 1 / 3 ? 3 : share <= 2 / 3 ? 2 : 1;
}

/** "1st", "2nd", "11th". */
export function ordinal(rank: number): string {
	const teen = rank % 100 >= 11 && rank % 100 <= 13;
	const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][rank % 10] ?? 'th');
	return `${rank}${ending}`;
}
