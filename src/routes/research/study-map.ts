import type { StudyData } from '#lib/analysis/study/study-data.ts';
import type { StudyCore } from '#lib/analysis/study/study.ts';
import type { Area } from '#lib/domain/atlas.ts';
import { countOf } from '#lib/domain/number-words.ts';
import { periodWords } from './figure-words.ts';

/** An area of the map strip. */
export interface StudiedHexagon {
	code: string;
	region: string;
	q: number;
	r: number;
	/** Period in which its council adopted; null: it has not; undefined: it is not studied. */
	period: number | null | undefined;
}

/** The areas that have a place on the grid, with what their council of today did. */
export function studiedHexagons(
	areas: readonly Area[],
	data: Pick<StudyData, 'units'>,
	adopted: readonly (number | null)[]
): StudiedHexagon[] {
	const unitOf = new Map(data.units.flatMap(({ area }, at) => (area === null ? [] : [[area, at] as const])));
	return areas.flatMap(({ code, region, hex }) => {
		if (hex === null) return [];
		const unit = unitOf.get(code);
		return [
			{ code, region, q: hex.q, r: hex.r, period: unit === undefined ? undefined : (adopted[unit] ?? null) }
		];
	});
}

/**
 * Moments worth a map: when a tenth, a quarter, half and nine tenths of the adopters had adopted, and last the
 * period in focus, or the end. Their number does not change with the focus, so that nothing jumps.
 */
export function mapMoments(
	core: StudyCore,
	hexagons: readonly StudiedHexagon[],
	focus: number | null
): { period: number; label: string; note: string }[] {
	const counts = core.curve.map(({ adopting }) => adopting);
	const total = counts.reduce((sum, count) => sum + count, 0);
	const periods = new Set<number>();
	let sum = 0;
	counts.forEach((count, at) => {
		const before = sum;
		sum += count;
		for (const share of [0.1, 0.25, 0.5, 0.9])
			if (total > 0 && before < share * total && sum >= share * total) periods.add(at);
	});
	return [...periods, focus ?? core.periods.length - 1].map((period) => ({
		period,
		label: periodWords(core.periods[period]!, core.unit),
		note: countOf(hexagons.filter((cell) => cell.period != null && cell.period <= period).length, 'area')
	}));
}
