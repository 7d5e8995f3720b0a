import { courseColumns, courseSize, timeCourse, type TimeCourse } from './natural-spline.ts';
import { ridgeLogit } from './ridge-logit.ts';
import { teaches, type RiskRows } from './risk-rows.ts';

/** Which columns a model has. */
export interface ModelSpec {
	/** Whether the chance follows the course of time. */
	hasClock: boolean;
	/** Terms by position. */
	terms: readonly number[];
}

/** A fitted hazard: logit h = intercept + course of time + Σ β_k (x_k − mean_k). */
export interface HazardModel {
	spec: ModelSpec;
	course: TimeCourse;
	/** λ: the penalty on terms, each measured in its own standard deviation among the rows fitted. */
	penalty: number;
	/** Intercept, then the course, then the terms. */
	coefficients: Float64Array;
	/** Inverse of the penalised information; empty unless asked for. */
	covariance: Float64Array;
	/** What the columns behind the intercept are measured from. */
	means: Float64Array;
	/** Standard deviation of each term's values among the rows fitted. */
	spreads: Float64Array;
	/** Rows and events fitted (count). */
	rows: number;
	events: number;
}

/** How a fit is steered. */
export interface FitOptions {
	/** How often each unit counts, as a bootstrap by organisation draws it. */
	unitWeights?: ArrayLike<number>;
	start?: Float64Array;
	withCovariance?: boolean;
	/** As of the ridge logit: when the fit is good enough. */
	settled?: number;
}

/** The course of time is held back only as far as it needs to have an end. */
const COURSE_PENALTY = 1e-3;

/** What a fit of one origin needs that does not change between draws of organisations: its rows and columns. */
export interface PreparedFit {
	spec: ModelSpec;
	course: TimeCourse;
	rowsUsed: Int32Array;
	unitOfRow: Int32Array;
	x: Float64Array;
	columns: number;
	outcome: Uint8Array;
	means: Float64Array;
	spreads: Float64Array;
	events: number;
}

/**
 * Gathers what is known before a period: rows, the course of time through its events, columns less their means.
 *
 * @param origin first period that is not known; the number of periods where everything is
 */
export function prepareFit(rows: RiskRows, spec: ModelSpec, origin: number): PreparedFit {
	const used: number[] = [];
	const events: number[] = [];
	for (let row = 0; row < rows.firstOf[origin]!; row += 1) {
		if (!teaches(rows, row, origin)) continue;
		used.push(row);
		if (rows.outcome[row] === 1) events.push(rows.period[row]!);
	}
	const course = spec.hasClock ? timeCourse(events) : { knots: [], heldAt: 0 };
	const courses = courseTable(course, origin);
	const size = courseSize(course);
	const columns = 1 + size + spec.terms.length;
	const x = new Float64Array(used.length * columns);
	used.forEach((row, at) => {
		const to = at * columns;
		x[to] = 1;
		const time = courses[rows.period[row]!]!;
		for (let k = 0; k < size; k += 1) x[to + 1 + k] = time[k]!;
		for (let k = 0; k < spec.terms.length; k += 1)
			x[to + 1 + size + k] = rows.values[row * rows.terms + spec.terms[k]!]!;
	});
	const means = new Float64Array(columns - 1);
	const spreads = new Float64Array(columns - 1);
	centre(x, used.length, columns, means, spreads);
	return {
		spec,
		course,
		rowsUsed: Int32Array.from(used),
		unitOfRow: Int32Array.from(used, (row) => rows.unit[row]!),
		x,
		columns,
		outcome: Uint8Array.from(used, (row) => rows.outcome[row]!),
		means,
		spreads,
		events: events.length
	};
}

function centre(
	x: Float64Array,
	count: number,
	columns: number,
	means: Float64Array,
	spreads: Float64Array
): void {
	for (let k = 1; k < columns; k += 1) {
		let sum = 0;
		for (let at = 0; at < count; at += 1) sum += x[at * columns + k]!;
		const mean = sum / Math.max(count, 1);
		let squares = 0;
		for (let at = 0; at < count; at += 1) {
			const value = x[at * columns + k]! - mean;
			x[at * columns + k] = value;
			squares += value * value;
		}
		means[k - 1] = mean;
		const spread = Math.sqrt(squares / Math.max(count, 1));
		spreads[k - 1] = spread > 1e-9 * (Math.abs(mean) + 1e-9) ? spread : 0;
		// What does not vary here says nothing here: the penalty then holds it at 0.
		if (spreads[k - 1] === 0) for (let at = 0; at < count; at += 1) x[at * columns + k] = 0;
	}
}

/**
 * Fits a prepared model.
 *
 * @param penalty λ, at least 0
 */
export function fitPrepared(prepared: PreparedFit, penalty: number, options: FitOptions = {}): HazardModel {
	const { columns, x, outcome, spec, course } = prepared;
	const size = courseSize(course);
	const penalties = Float64Array.from({ length: columns }, (_, k) => {
		if (k === 0) return 0;
		const variance = prepared.spreads[k - 1]! ** 2;
		if (variance === 0) return 1;
		return (k <= size ? Math.min(COURSE_PENALTY, penalty) : penalty) * variance;
	});
	const { unitWeights } = options;
	const weights =
		unitWeights === undefined
			? undefined
			: Float64Array.from(prepared.unitOfRow, (unit) => unitWeights[unit]!);
	const fit = ridgeLogit({ rows: outcome.length, columns, x }, outcome, penalties, {
		...(weights === undefined ? {} : { weights }),
		start: options.start ?? startOf(prepared),
		withCovariance: options.withCovariance ?? false,
		...(options.settled === undefined ? {} : { settled: options.settled })
	});
	return {
		spec,
		course,
		penalty,
		coefficients: fit.coefficients,
		covariance: fit.covariance,
		means: prepared.means,
		spreads: prepared.spreads.slice(size),
		rows: outcome.length,
		events: prepared.events
	};
}

/** Everyone at the average chance: half an event more on either side keeps it finite. */
function startOf({ columns, events, outcome }: PreparedFit): Float64Array {
	const start = new Float64Array(columns);
	start[0] = Math.log((events + 0.5) / (outcome.length - events + 0.5));
	return start;
}

/** Columns of the course at each period before `until`. */
export function courseTable(course: TimeCourse, until: number): number[][] {
	return Array.from({ length: until }, (_, period) => courseColumns(course, period));
}

/** Log odds of the course alone: intercept and time, with every term at its mean. */
export function courseOdds(model: HazardModel, period: number): number {
	const columns = courseColumns(model.course, period);
	return columns.reduce(
		(sum, value, k) => sum + model.coefficients[1 + k]! * (value - model.means[k]!),
		model.coefficients[0]!
	);
}

/** Coefficient of the k-th term of the spec. */
export function termCoefficient(model: HazardModel, k: number): number {
	return model.coefficients[1 + courseSize(model.course) + k]!;
}

/** Mean of the k-th term of the spec among the rows fitted. */
export function termMean(model: HazardModel, k: number): number {
	return model.means[courseSize(model.course) + k]!;
}

/** Log odds of adopting for a row. */
export function rowOdds(model: HazardModel, rows: RiskRows, row: number): number {
	let eta = courseOdds(model, rows.period[row]!);
	model.spec.terms.forEach((term, k) => {
		eta += termCoefficient(model, k) * (rows.values[row * rows.terms + term]! - termMean(model, k));
	});
	return eta;
}
