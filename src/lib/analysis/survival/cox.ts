import { AnalysisError } from '../analysis-error.ts';
import { concordance } from './concordance.ts';
import { estimates, FULLY_PREDICTED, separationSentence, type Estimate } from './estimate.ts';
import { columnRanges, maximise, type LikelihoodPoint } from './newton.ts';
import { assertSurvivalData, type SurvivalData } from './survival-data.ts';

/** A covariate with one finite number a row of the data. */
export interface Covariate {
	name: string;
	values: readonly number[];
}

/** A Cox model. */
export interface CoxModel {
	/** How ties were treated. */
	ties: 'efron' | 'breslow';
	/** Rows and events used (count). */
	n: number;
	events: number;
	/** Log hazard ratios: exp(coefficient) is how many times the hazard per unit of the covariate. */
	terms: Estimate[];
	/** Log partial likelihood without and with the covariates. */
	loglik: [number, number];
	/** Share of comparable pairs that the model orders rightly; `null` without such pairs. */
	concordance: number | null;
	/** Terms without a finite estimate, and a sentence on them. */
	separated: string[];
	caution: string | null;
}

/**
 * Cox proportional hazards: how covariates go with the hazard of adopting, whatever its course over time.
 *
 * h_i(t) = h_0(t) exp(β'x_i). Adoptions at the same time are handled by Efron's approximation (better) or
 * Breslow's.
 *
 * @throws {AnalysisError} if a covariate is not a number, does not vary or repeats others, or nobody adopts
 *
 * Source: Cox (1972); Efron (1977); Breslow (1974); R survival `coxph`.
 */
export function cox(
	data: SurvivalData,
	covariates: readonly Covariate[],
	ties: 'efron' | 'breslow' = 'efron'
): CoxModel {
	assertSurvivalData(data);
	assertCovariates(covariates, data.time.length);
	const events = data.event.filter(Boolean).length;
	if (events === 0) throw new AnalysisError('nobody adopted among the rows, so there is nothing to explain');
	const columns = covariates.map(({ values }) => centred(values));
	const names = covariates.map(({ name }) => name);
	const sets = riskSets(data);
	const best = maximise((beta) => partialLikelihood(columns, sets, beta, ties), columnRanges(columns), names);
	// A likelihood of 1 says that who adopts next is certain each time: then no coefficient means anything.
	const isComplete = best.value > -FULLY_PREDICTED * events;
	const separated = isComplete ? names : best.runaway.map((k) => names[k]!);
	const score = data.time.map((_, row) =>
		columns.reduce((sum, x, k) => sum + x[row]! * best.coefficients[k]!, 0)
	);
	return {
		ties,
		n: data.time.length,
		events,
		terms: estimates(names, best.coefficients, best.covariance, separated),
		loglik: [best.start, best.value],
		concordance: concordance(data, score),
		separated,
		caution: separationSentence(separated)
	};
}

/** Centring changes no estimate and keeps exp(β'x) in range. */
function centred(values: readonly number[]): number[] {
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	return values.map((value) => value - mean);
}

/**
 * @throws {AnalysisError} naming the covariate that has a missing or wrong number of values, or the same one in every row
 */
export function assertCovariates(covariates: readonly Covariate[], rows: number): void {
	for (const { name, values } of covariates) {
		const wrong = values.findIndex((value) => !Number.isFinite(value));
		if (values.length !== rows)
			throw new AnalysisError(`${name} has ${values.length} values for ${rows} rows`);
		if (wrong >= 0) throw new AnalysisError(`${name} has no number in row ${wrong + 1}`);
		if (rows > 0 && values.every((value) => value === values[0])) {
			throw new AnalysisError(
				`the covariate ${name} does not vary: it is ${values[0]} in all ${rows} rows, so that its effect cannot be told`
			);
		}
	}
}

interface RiskSet {
	adopting: number[];
	waiting: number[];
}

/** At each event time, who adopts and who else is at risk. */
function riskSets({ time, event, entry }: SurvivalData): RiskSet[] {
	const times = [...new Set(time.filter((_, row) => event[row]))].sort((a, b) => a - b);
	return times.map((now) => {
		const set: RiskSet = { adopting: [], waiting: [] };
		time.forEach((end, row) => {
			if (end < now || (entry?.[row] ?? 0) >= now) return;
			(event[row] && end === now ? set.adopting : set.waiting).push(row);
		});
		return set;
	});
}

function partialLikelihood(
	columns: readonly (readonly number[])[],
	sets: readonly RiskSet[],
	beta: readonly number[],
	ties: 'efron' | 'breslow'
): LikelihoodPoint {
	const size = columns.length;
	const linear = columns[0]!.map((_, row) => columns.reduce((sum, x, k) => sum + x[row]! * beta[k]!, 0));
	const sum: LikelihoodPoint = {
		value: 0,
		gradient: new Array<number>(size).fill(0),
		information: columns.map(() => new Array<number>(size).fill(0))
	};
	for (const { adopting, waiting } of sets) {
		const own = weightedSums(columns, linear, adopting);
		const others = weightedSums(columns, linear, waiting);
		for (const row of adopting) {
			sum.value += linear[row]!;
			columns.forEach((x, k) => (sum.gradient[k]! += x[row]!));
		}
		adopting.forEach((_, nth) => {
			const share = ties === 'efron' ? 1 - nth / adopting.length : 1;
			const total = others.total + share * own.total;
			const mean = others.first.map((value, k) => (value + share * own.first[k]!) / total);
			sum.value -= Math.log(total);
			for (let a = 0; a < size; a++) {
				sum.gradient[a]! -= mean[a]!;
				for (let b = 0; b < size; b++) {
					const second = (others.second[a]![b]! + share * own.second[a]![b]!) / total;
					sum.information[a]![b]! += second - mean[a]! * mean[b]!;
				}
			}
		});
	}
	return sum;
}

function weightedSums(
	columns: readonly (readonly number[])[],
	linear: readonly number[],
	rows: readonly number[]
): { total: number; first: number[]; second: number[][] } {
	const first = columns.map(() => 0);
	const second = columns.map(() => columns.map(() => 0));
	let total = 0;
	for (const row of rows) {
		const risk = Math.exp(linear[row]!);
		total += risk;
		columns.forEach((x, a) => {
			const weighted = risk * x[row]!;
			first[a]! += weighted;
			columns.forEach((y, b) => (second[a]![b]! += weighted * y[row]!));
		});
	}
	return { total, first, second };
}
