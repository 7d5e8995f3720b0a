import type { Atlas } from '#lib/domain/atlas.ts';
import { mercatorX, mercatorY } from '#lib/cluster/mercator.ts';
import type { PointTimes } from '#lib/cluster/cluster-timeline.ts';
import type { Presences } from '#lib/view/presence.ts';

/** The located organisations of a view as the map draws them, and the rest, who are listed beside it. */
export interface MapPoints {
	/** Row of each point in the atlas's organisations, ascending. */
	organisation: Int32Array;
	/** On the unit square of Web Mercator. */
	x: Float64Array;
	y: Float64Array;
	times: PointTimes;
	/** Rows of organisations of the view without a place, ascending. */
	unlocated: Int32Array;
}

/**
 * Points of a view. Every organisation that is ever in the view is a point; its times say when.
 *
 * @param category what a point's colour shows, 0 to `categories` − 1, by row of the organisation
 */
export function mapPoints(
	atlas: Atlas,
	presences: Presences,
	categories: number,
	category: (organisation: number) => number
): MapPoints {
	const { lon, lat } = atlas.organisations;
	const organisation: number[] = [];
	const unlocated: number[] = [];
	const spellPoint: number[] = [];
	const from: number[] = [];
	const to: number[] = [];
	const begun: number[] = [];
	let last = -1;
	for (let spell = 0; spell < presences.count; spell += 1) {
		const row = presences.organisation[spell]!;
		const isLocated = !Number.isNaN(lon[row]!);
		if (row !== last) (isLocated ? organisation : unlocated).push(row);
		last = row;
		if (!isLocated) continue;
		spellPoint.push(organisation.length - 1);
		from.push(presences.from[spell]!);
		to.push(presences.to[spell]!);
		begun.push(presences.begun[spell]!);
	}
	return {
		organisation: Int32Array.from(organisation),
		x: Float64Array.from(organisation, (row) => mercatorX(lon[row]!)),
		y: Float64Array.from(organisation, (row) => mercatorY(lat[row]!)),
		times: {
			point: Int32Array.from(spellPoint),
			from: Int32Array.from(from),
			to: Int32Array.from(to),
			begun: Uint8Array.from(begun),
			kind: Uint8Array.from(organisation, (row) => category(row)),
			kinds: categories
		},
		unlocated: Int32Array.from(unlocated)
	};
}
