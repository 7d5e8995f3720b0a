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
 * Moments worth a map: when a tenth, a quarter, half and nine tenths of the adopters had adopted, each only where
 * it fills other areas than the map before and the end do, and last the period in focus, or the end. Their number
 * does not change with the focus, so that nothing jumps.
 */
export function mapMoments(
	core: Pick<StudyCore, 'curve' | 'periods' | 'unit'>,
	hexagons: readonly Pick<StudiedHexagon, 'period'>[],
	focus: number | null
): { period: number; label: string; note: string }[] {
	const counts = core.curve.map(({ adopting }) => adopting);
	const total = counts.reduce((sum, count) => sum + count, 0);
	const filled = (period: number): number =>
		hexagons.filter((cell) => cell.period != null && cell.period <= period).length;
	const end = core.periods.length - 1;
	const periods: number[] = [];
	let sum = 0;
	counts.forEach((count, at) => {
		const before = sum;
		sum += count;
		const isMoment = [0.1, 0.25, 0.5, 0.9].some(
			(share) => total > 0 && before < share * total && sum >= share * total
		);
		const last = periods.at(-1);
		const isNew = filled(at) !== filled(end) && (last === undefined || filled(at) !== filled(last));
		if (isMoment && isNew) periods.push(at);
	});
	return [...periods, focus ?? end].map((period) => ({
		period,
		label: periodWords(core.periods[period]!, core.unit),
		note: countOf(filled(period), 'area')
	}));
}
