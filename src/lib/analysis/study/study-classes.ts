import { AnalysisError } from '../analysis-error.ts';
import { adopterClasses, crossTable, thresholdClasses, type Classes } from '../diffusion/adopter-classes.ts';
import { exposure } from '../diffusion/exposure.ts';
import { thresholds } from '../diffusion/threshold.ts';
import { NEVER, type Panel } from '../panel/panel.ts';
import { FEWEST_ADOPTERS } from './study-limits.ts';
import type { StudyNetwork } from './study-networks.ts';

/** A classification in counts. */
export type ClassCounts = Pick<Classes, 'levels' | 'counts' | 'cutoffs' | 'mean' | 'deviation'>;

/** Who was early and who needed many others first. */
export interface StudyClasses {
	/** Adopters with a known start (count). */
	n: number;
	five: ClassCounts;
	four: ClassCounts;
	/** Network that thresholds are measured on; `null` without any. */
	network: string | null;
	/** Thresholds one period before adopting: in tenths from 0 to 1, the last one closed (counts). */
	thresholdTenths: number[];
	/** Adopters without a threshold: no contacts, or no earlier period (count). */
	withoutThreshold: number;
	threshold: ClassCounts | null;
	/** Rows: the four adopter classes with non-adopters first; columns: threshold classes (counts). */
	cross: number[][] | null;
}

/**
 * Adopter classes, thresholds and their cross-table.
 *
 * @throws {AnalysisError} with fewer than ten adopters of known start, or all in one period
 */
export function studyClasses(panel: Panel, network: StudyNetwork | null): StudyClasses {
	const times = [...panel.adoptedAt].map((time, unit) =>
		time === NEVER || panel.startKnown[unit] === 0 ? null : time
	);
	const known = times.filter((time) => time !== null);
	if (known.length < FEWEST_ADOPTERS) {
		throw new AnalysisError(
			`Classes need at least ${FEWEST_ADOPTERS} adopters whose start is known; there are ${known.length}.`
		);
	}
	if (new Set(known).size === 1)
		throw new AnalysisError('All adopted in the same period, so nobody was early or late.');
	const four = adopterClasses(times, 4);
	const table = network === null ? null : exposure(panel, network.network);
	const values = table === null ? null : thresholds(panel, table, 1);
	const byThreshold = values === null ? null : thresholdClasses(values);
	const tenths = new Array<number>(10).fill(0);
	const measured = values?.filter((value) => value !== null) ?? [];
	for (const value of measured) tenths[Math.min(9, Math.floor(value * 10))]! += 1;
	return {
		n: known.length,
		five: counts(adopterClasses(times, 5)),
		four: counts(four),
		network: network?.name ?? null,
		thresholdTenths: tenths,
		withoutThreshold: known.length - measured.length,
		threshold: byThreshold === null ? null : counts(byThreshold),
		cross: byThreshold === null ? null : crossTable(four, byThreshold)
	};
}

function counts({ levels, counts: sizes, cutoffs, mean, deviation }: Classes): ClassCounts {
	return { levels, counts: sizes, cutoffs, mean, deviation };
}
