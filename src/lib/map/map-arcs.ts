import type { Atlas } from '#lib/domain/atlas.ts';
import { mercatorX, mercatorY } from '#lib/cluster/mercator.ts';
import { isArcPlaced } from '#lib/view/learning-arcs.ts';
import type { LearningArc } from '#lib/view/learning-arcs.ts';

/** Arcs as the map draws them, one entry a stretch of days; an arc that pauses has several. */
export interface ArcSpells {
	count: number;
	/** Four numbers an entry: source x, y, learner x, y on the unit square of Web Mercator. */
	ends: Float64Array;
	/** First day, and first day no longer. */
	from: Int32Array;
	to: Int32Array;
	/** How the first day of each is known; *by* a day, nothing changed on it. */
	begun: Uint8Array;
	isInferred: Uint8Array;
}

/** The arcs both of whose ends have a place. */
export function arcSpells(atlas: Atlas, arcs: readonly LearningArc[]): ArcSpells {
	const { lon, lat } = atlas.organisations;
	const ends: number[] = [];
	const from: number[] = [];
	const to: number[] = [];
	const begun: number[] = [];
	const isInferred: number[] = [];
	for (const arc of arcs) {
		if (!isArcPlaced(atlas, arc)) continue;
		const [x1, y1] = [mercatorX(lon[arc.source]!), mercatorY(lat[arc.source]!)];
		const [x2, y2] = [mercatorX(lon[arc.learner]!), mercatorY(lat[arc.learner]!)];
		for (const span of arc.days) {
			ends.push(x1, y1, x2, y2);
			from.push(span.from);
			to.push(span.to);
			begun.push(span.begun);
			isInferred.push(arc.isInferred ? 1 : 0);
		}
	}
	return {
		count: from.length,
		ends: Float64Array.from(ends),
		from: Int32Array.from(from),
		to: Int32Array.from(to),
		begun: Uint8Array.from(begun),
		isInferred: Uint8Array.from(isInferred)
	};
}
