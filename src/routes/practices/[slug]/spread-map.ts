import { group } from 'd3';
import type { Atlas } from '#lib/domain/atlas.ts';
import { isoDay } from '#lib/domain/day.ts';
import type { Day } from '#lib/domain/day.ts';
import { adoptionByArea } from '#lib/view/area-adoption.ts';
import type { View } from '#lib/view/view.ts';

/** Small maps of where a practice had been taken up, one a moment. */
export interface SpreadMap {
	cells: SpreadCell[];
	/** Oldest first; the last is the day of the snapshot. */
	moments: { period: number; label: string; note: string }[];
	/** The same as a table: areas that had taken it up at each moment, out of those of the view. */
	regions: { region: string; counts: number[]; of: number }[];
	/** Areas whose adoption has no recorded date; they are on the last map only. */
	undated: number;
	/** Areas shown for what their county council does. */
	throughCounty: number;
}

export interface SpreadCell {
	q: number;
	r: number;
	/** Year of adoption; null: not adopted; undefined: its council is not one of the view's. */
	period: number | null | undefined;
}

const MOST_MOMENTS = 5;

/** Where a practice had been taken up, by council or county council; null where no area has. */
export function spreadMap(atlas: Atlas, slug: string, view: View): SpreadMap | null {
	const until = yearOf(atlas.asOf);
	const councils = adoptionByArea(
		atlas,
		{ ...view, practices: [slug] },
		{ mode: 'cumulative', day: atlas.asOf, since: atlas.asOf }
	);
	let undated = 0;
	let throughCounty = 0;
	const placed = atlas.areas.flatMap(({ region, hex }, at): (SpreadCell & { region: string })[] => {
		if (hex === null) return [];
		const { isInView, council, county } = councils[at]!;
		const found = council ?? county;
		if (found === null) return [{ region, ...hex, period: isInView ? null : undefined }];
		if (found.through === 'county') throughCounty += 1;
		if (found.since === null) undated += 1;
		return [{ region, ...hex, period: found.since === null ? until : yearOf(found.since) }];
	});
	const years = yearsIn(placed);
	if (years.length === 0) return null;
	const moments = momentYears(Math.min(...years), until);
	const looked = placed.filter(({ period }) => period !== undefined);
	return {
		cells: placed.map(({ q, r, period }) => ({ q, r, period })),
		moments: moments.map((year) => ({
			period: year,
			label: year === until ? `${year}, so far` : `By the end of ${year}`,
			note: `${years.filter((period) => period <= year).length} of ${looked.length} areas`
		})),
		regions: [...group(looked, ({ region }) => region)]
			.sort(([a], [b]) => a.localeCompare(b, 'en-GB'))
			.map(([region, inside]) => ({
				region,
				counts: moments.map((year) => yearsIn(inside).filter((period) => period <= year).length),
				of: inside.length
			})),
		undated,
		throughCounty
	};
}

function yearsIn(cells: readonly SpreadCell[]): number[] {
	return cells.map(({ period }) => period).filter((period) => typeof period === 'number');
}

/** At most five years, evenly spread from the first to the last. */
function momentYears(first: number, last: number): number[] {
	const count = Math.min(MOST_MOMENTS, last - first + 1);
	if (count === 1) return [last];
	return Array.from({ length: count }, (_, at) => Math.round(first + ((last - first) * at) / (count - 1)));
}

function yearOf(day: Day): number {
	return Number(isoDay(day).slice(0, 4));
}
