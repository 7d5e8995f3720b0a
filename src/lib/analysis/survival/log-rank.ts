import { chiSquareUpperTail } from '../numeric/distributions.ts';
import { symmetricInverse, timesVector } from '../numeric/symmetric-inverse.ts';
import { countsByTime, type TimeCounts } from './kaplan-meier.ts';
import { assertSurvivalData, rowsByGroup, selectRows, type SurvivalData } from './survival-data.ts';

/** Whether groups adopt at different speed. */
export interface LogRank {
	groups: string[];
	/** Units in each group (count). */
	n: number[];
	/** Weighted adoptions observed, and expected if all groups had the same hazard. */
	observed: number[];
	expected: number[];
	/** Test statistic, degrees of freedom, upper chi-square tail; `null` with fewer than two comparable groups. */
	chiSquare: number | null;
	df: number;
	p: number | null;
}

/**
 * Log-rank test and its relatives: at each time, adoptions in a group against its share of those at risk.
 *
 * Weights S(t-)^rho: rho = 0 is the log-rank test, rho = 1 Peto & Peto's, which counts early differences more.
 *
 * @param groups group of each row
 * @param strata stratum of each row, such as its type: rows are then compared within their stratum only, and what is
 *   observed and expected is summed over strata; one stratum where absent
 * @throws {AnalysisError} if a time is not after its entry
 *
 * Source: Harrington & Fleming (1982); R survival `survdiff`, with `strata()` for strata.
 */
export function logRank(
	data: SurvivalData,
	groups: readonly string[],
	rho: 0 | 1 = 0,
	strata: readonly string[] = groups.map(() => '')
): LogRank {
	assertSurvivalData(data);
	const parts = [...rowsByGroup(groups)];
	const size = parts.length;
	const sums: Sums = {
		observed: new Array<number>(size).fill(0),
		expected: new Array<number>(size).fill(0),
		variance: parts.map(() => new Array<number>(size).fill(0))
	};
	for (const rows of rowsByGroup(strata).values()) {
		const within = new Set(rows);
		addStratum(
			data,
			rows,
			parts.map(([, members]) => members.filter((row) => within.has(row))),
			rho,
			sums
		);
	}
	return {
		groups: parts.map(([group]) => group),
		n: parts.map(([, rows]) => rows.length),
		observed: sums.observed,
		expected: sums.expected,
		...chiSquare(sums.observed, sums.expected, sums.variance)
	};
}

interface Sums {
	observed: number[];
	expected: number[];
	variance: number[][];
}

function addStratum(
	data: SurvivalData,
	rows: readonly number[],
	groups: readonly (readonly number[])[],
	rho: 0 | 1,
	{ observed, expected, variance }: Sums
): void {
	const counters = groups.map((members) => riskCounter(data, members));
	let survival = 1;
	for (const { time, atRisk, events } of countsByTime(selectRows(data, rows))) {
		if (events === 0) continue;
		const weight = survival ** rho;
		const shares = counters.map((counter) => counter(time).atRisk / atRisk);
		const spread = atRisk > 1 ? (weight * weight * events * (atRisk - events)) / (atRisk - 1) : 0;
		counters.forEach((counter, a) => {
			observed[a]! += weight * counter(time).events;
			expected[a]! += weight * events * shares[a]!;
			shares.forEach((share, b) => (variance[a]![b]! += spread * shares[a]! * ((a === b ? 1 : 0) - share)));
		});
		survival *= (atRisk - events) / atRisk;
	}
}

/** Looks up how many of a group are at risk and adopt at any time. */
function riskCounter(data: SurvivalData, rows: readonly number[]): (time: number) => TimeCounts {
	const part = selectRows(data, rows);
	const own = new Map(countsByTime(part).map((counts) => [counts.time, counts]));
	return (time) => {
		const known = own.get(time);
		if (known !== undefined) return known;
		const atRisk = part.time.filter((end, row) => end >= time && (part.entry?.[row] ?? 0) < time).length;
		const counts = { time, atRisk, events: 0, censored: 0 };
		own.set(time, counts);
		return counts;
	};
}

function chiSquare(
	observed: number[],
	expected: number[],
	variance: number[][]
): Pick<LogRank, 'chiSquare' | 'df' | 'p'> {
	const compared = expected.map((_, group) => group).filter((group) => expected[group]! > 0);
	const kept = compared.slice(1);
	const df = kept.length;
	const inverse = df === 0 ? null : symmetricInverse(kept.map((a) => kept.map((b) => variance[a]![b]!)));
	if (inverse === null) return { chiSquare: null, df, p: null };
	const excess = kept.map((group) => observed[group]! - expected[group]!);
	const statistic = timesVector(inverse, excess).reduce((sum, value, k) => sum + value * excess[k]!, 0);
	return { chiSquare: statistic, df, p: chiSquareUpperTail(statistic, df) };
}
