import { group } from 'd3';
import { isoDay } from '#lib/domain/day.ts';
import type { Day } from '#lib/domain/day.ts';
import { areaAdoptions, countAreas } from '#lib/view/area-adoption.ts';
import { shownAdoption } from '#lib/view/area-measure.ts';
import type { Selection } from '#lib/view/selection.ts';

/** Small maps of where a practice had been taken up, one a moment. */
export interface SpreadMap {
	cells: SpreadCell[];
	/** Oldest first; the last is the day of the snapshot. */
	moments: { period: number; label: string; note: string }[];
	/** The same as a table: areas that had taken it up at each moment, out of those of the view. */
	regions: { region: string; counts: number[]; of: number }[];
	/** Areas whose adoption has no recorded date; they are on the last map only. */
	undated: number;
	/** Areas filled beside the count: for what their county council did, or a council before their own. */
	throughCounty: number;
	inherited: number;
	/** Areas of which the record says nothing. */
	silent: number;
}

export interface SpreadCell {
	q: number;
	r: number;
	/** Year of adoption; null: not adopted; undefined: outside the view, or nothing is on record. */
	period: number | null | undefined;
}

const MOST_MOMENTS = 5;

/** Where a practice had been taken up, by the rule of *where*; null where it has been nowhere. */
export function spreadMap(selection: Selection): SpreadMap | null {
	const { atlas } = selection;
	const until = yearOf(atlas.asOf);
	const areas = areaAdoptions(selection, { mode: 'cumulative', day: atlas.asOf, since: atlas.asOf });
	let undated = 0;
	const placed = atlas.areas.flatMap(({ region, hex }, at): Placed[] => {
		if (hex === null) return [];
		const area = areas[at]!;
		const found = shownAdoption(area);
		if (found === null) {
			const isKnown = area.isInView && !area.isSilent;
			return [{ region, ...hex, period: isKnown ? null : undefined, isCounted: false }];
		}
		const { day } = found.since;
		if (day === null) undated += 1;
		return [{ region, ...hex, period: day === null ? until : yearOf(day), isCounted: area.here.length > 0 }];
	});
	const counted = countAreas(areas);
	const years = yearsIn(placed);
	if (years.length === 0) return null;
	const moments = differentMaps(momentYears(Math.min(...years), until), years);
	const looked = placed.filter(({ period }) => period !== undefined);
	return {
		cells: placed.map(({ q, r, period }) => ({ q, r, period })),
		moments: moments.map((year) => ({
			period: year,
			label: year === until ? `${year}, so far` : `By the end of ${year}`,
			note: `${hereBy(placed, year)} of ${looked.length} areas`
		})),
		regions: [...group(looked, ({ region }) => region)]
			.sort(([a], [b]) => a.localeCompare(b, 'en-GB'))
			.map(([region, inside]) => ({
				region,
				counts: moments.map((year) => hereBy(inside, year)),
				of: inside.length
			})),
		undated,
		throughCounty: counted.county,
		inherited: counted.inherited,
		silent: counted.silent
	};
}

interface Placed extends SpreadCell {
	region: string;
	/** Whether somebody who sits in the area had it, which is what counts. */
	isCounted: boolean;
}

/** Areas in which somebody had it by the end of a year. */
function hereBy(cells: readonly Placed[], year: number): number {
	return cells.filter(({ isCounted, period }) => isCounted && period != null && period <= year).length;
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

/** Of maps that would show the same areas one is enough: the first that does, or the last of all. */
function differentMaps(moments: readonly number[], adopted: readonly number[]): number[] {
	const filled = (year: number): number => adopted.filter((period) => period <= year).length;
	const last = moments.at(-1)!;
	return moments.filter((year, at) => {
		if (year === last) return true;
		return filled(year) !== filled(last) && (at === 0 || filled(year) !== filled(moments[at - 1]!));
	});
}

function yearOf(day: Day): number {
	return Number(isoDay(day).slice(0, 4));
}
