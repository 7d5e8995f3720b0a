import { Z_95 } from '../numeric/distributions.ts';
import { assertSurvivalData, rowsByGroup, selectRows, type SurvivalData } from './survival-data.ts';

/** The survival curve at one time. Limits are of 95%. */
export interface SurvivalPoint {
	time: number;
	/** Units under observation just before the time, that have not adopted (count). */
	atRisk: number;
	/** Adoptions at the time, and units whose observation ended at it (counts). */
	events: number;
	censored: number;
	/** S(t): share not yet adopted after the time. */
	survival: number;
	/** Greenwood's standard error of S(t); `null` once S(t) is 0. */
	error: number | null;
	/** Standard error of log S(t); `null` once S(t) is 0. */
	errorOfLog: number | null;
	/** Limits on the log scale, the upper cut at 1; `null` once S(t) is 0. */
	lowerLog: number | null;
	upperLog: number | null;
	/** Limits on the log-minus-log scale, always between 0 and 1; `null` where S(t) is 1 or 0. */
	lowerLogLog: number | null;
	upperLogLog: number | null;
	/** Nelson–Aalen cumulative hazard H(t) and its standard error. */
	cumulativeHazard: number;
	errorOfHazard: number;
}

/**
 * Kaplan–Meier curve of the share that has not adopted yet, with the Nelson–Aalen cumulative hazard.
 *
 * S(t) = Π_{t_j <= t} (1 - d_j / r_j); Var S = S² Σ d_j / (r_j (r_j - d_j)) (Greenwood);
 * H(t) = Σ d_j / r_j, Var H = Σ d_j / r_j². A unit censored at a time is at risk for the events of that time.
 *
 * @returns one point for every time with an event or a censoring; empty for no data
 * @throws {AnalysisError} if a time is not after its entry
 *
 * Source: Kaplan & Meier (1958); Nelson (1972); Aalen (1978); R survival `survfit`.
 */
export function kaplanMeier(data: SurvivalData): SurvivalPoint[] {
	assertSurvivalData(data);
	let survival = 1;
	let greenwood = 0;
	let hazard = 0;
	let hazardVariance = 0;
	return countsByTime(data).map(({ time, atRisk, events, censored }) => {
		survival *= (atRisk - events) / atRisk;
		greenwood += events === 0 ? 0 : events / (atRisk * (atRisk - events));
		hazard += events / atRisk;
		hazardVariance += events / (atRisk * atRisk);
		const errorOfLog = survival === 0 ? null : Math.sqrt(greenwood);
		return {
			time,
			atRisk,
			events,
			censored,
			survival,
			error: errorOfLog === null ? null : survival * errorOfLog,
			errorOfLog,
			...limits(survival, errorOfLog),
			cumulativeHazard: hazard,
			errorOfHazard: Math.sqrt(hazardVariance)
		};
	});
}

type Limits = Pick<SurvivalPoint, 'lowerLog' | 'upperLog' | 'lowerLogLog' | 'upperLogLog'>;

function limits(survival: number, errorOfLog: number | null): Limits {
	if (errorOfLog === null) return { lowerLog: null, upperLog: null, lowerLogLog: null, upperLogLog: null };
	const logarithm = Math.log(survival);
	const lowerLog = Math.exp(logarithm - Z_95 * errorOfLog);
	const upperLog = Math.min(1, Math.exp(logarithm + Z_95 * errorOfLog));
	if (survival === 1) return { lowerLog, upperLog, lowerLogLog: null, upperLogLog: null };
	const width = (Z_95 * errorOfLog) / logarithm;
	return {
		lowerLog,
		upperLog,
		lowerLogLog: survival ** Math.exp(-width),
		upperLogLog: survival ** Math.exp(width)
	};
}

/** How many are at risk, adopt and are censored at one time. */
export interface TimeCounts {
	time: number;
	atRisk: number;
	events: number;
	censored: number;
}

/** Counts at every distinct time at which something happens, in order. */
export function countsByTime({ time, event, entry }: SurvivalData): TimeCounts[] {
	const entries = Float64Array.from(entry ?? time.map(() => 0)).sort();
	const ends = time.map((value, row) => ({ value, event: event[row]! })).sort((a, b) => a.value - b.value);
	const counts: TimeCounts[] = [];
	let entered = 0;
	for (let at = 0; at < ends.length;) {
		const value = ends[at]!.value;
		while (entered < entries.length && entries[entered]! < value) entered++;
		const point = { time: value, atRisk: entered - at, events: 0, censored: 0 };
		for (; at < ends.length && ends[at]!.value === value; at++) {
			if (ends[at]!.event) point.events++;
			else point.censored++;
		}
		counts.push(point);
	}
	return counts;
}

/** Kaplan–Meier curve of each group. */
export interface GroupSurvival {
	group: string;
	/** Units (count) and adoptions among them. */
	n: number;
	events: number;
	points: SurvivalPoint[];
}

/**
 * One Kaplan–Meier curve a group, groups in ascending order.
 *
 * @param groups group of each row of the data
 */
export function kaplanMeierByGroup(data: SurvivalData, groups: readonly string[]): GroupSurvival[] {
	return [...rowsByGroup(groups)].map(([group, rows]) => {
		const part = selectRows(data, rows);
		return { group, n: rows.length, events: part.event.filter(Boolean).length, points: kaplanMeier(part) };
	});
}
