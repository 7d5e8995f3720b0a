import { adoptionCurve } from '#lib/analysis/diffusion/adoption-curve.ts';
import { bassPeak, bassShare } from '#lib/analysis/growth/bass-curve.ts';
import { fitBass, type BassFit, type BassOutcome } from '#lib/analysis/growth/bass-fit.ts';
import { bassRegression } from '#lib/analysis/growth/bass-regression.ts';
import { panelOf } from '#lib/analysis/input/node-table.ts';
import { readNumbers } from '#lib/tables/figures.ts';
import { Faults } from '#lib/tables/table-error.ts';
import { InputError } from './analyse-input.ts';
import { readNodes, readTable } from './tables.ts';
import { optionsFrom, type Options } from './options.ts';
import { printResult } from './print-result.ts';

/** `analyse bass`: growth of a series of new adopters, or of the adopters among nodes. */
export async function run(words: string[]): Promise<number> {
	const options = optionsFrom(words, ['series', 'nodes']);
	const result = await chosen(options);
	printResult(result, options.json);
	return 0;
}

async function chosen({ values }: Options): Promise<Record<string, unknown>> {
	const { series, nodes } = values;
	if ((series === undefined) === (nodes === undefined))
		throw new InputError('Give either --series or --nodes.');
	return series === undefined ? nodesResult(nodes!) : seriesResult(series);
}

async function seriesResult(path: string): Promise<Record<string, unknown>> {
	const { first, counts } = await readSeries(path);
	const increments = fitBass(counts, 'increments');
	if (increments.fit === null && counts.length < 5) throw new InputError(increments.refused);
	const line = bassRegression(counts);
	const peak = increments.fit === null ? null : bassPeak(increments.fit.parameters);
	return {
		sales: counts,
		ols_bass1969: {
			a: line.a,
			b: line.b,
			c: line.c,
			m: line.parameters?.m ?? null,
			p: line.parameters?.p ?? null,
			q: line.parameters?.q ?? null,
			r2: line.r2,
			n: line.n,
			...(line.refused === null ? {} : { refused: line.refused })
		},
		nls_increments: seriesColumns(increments),
		nls_density: seriesColumns(fitBass(counts, 'density')),
		nls_cumulative: seriesColumns(fitBass(counts, 'cumulative')),
		derived_from_nls_increments: {
			t_peak_continuous: peak?.time ?? null,
			peak_rate: peak?.rate ?? null,
			F_at_peak: peak?.share ?? null
		},
		first_year: first,
		synthetic_exact: knownCurve()
	};
}

/** A curve with round parameters, so that anyone can check the formula behind the fits. */
function knownCurve(): Record<string, unknown> {
	const parameters = { m: 1000, p: 0.015, q: 0.45 };
	return {
		...parameters,
		cumulative: Array.from({ length: 20 }, (_, at) => parameters.m * bassShare(at + 1, parameters))
	};
}

/** A series: one row a period, its label first and the new adopters second, without gaps. */
async function readSeries(path: string): Promise<{ first: number; counts: number[] }> {
	const table = await readTable(path, {});
	const [time, count] = table.columns;
	if (time === undefined || count === undefined) {
		throw new InputError(`${table.file} needs two columns: the period and the new adopters in it.`);
	}
	const faults = new Faults();
	const periods = readNumbers(table, time, { whole: true, isNeeded: true }, faults);
	const counts = readNumbers(table, count, { atLeast: 0, isNeeded: true }, faults);
	periods.forEach((period, at) => {
		const before = periods[at - 1] ?? null;
		if (period === null || before === null || period === before + 1) return;
		const { number } = table.rows[at]!;
		faults.add(
			number,
			`${table.file} row ${number}: ${period} follows ${before}; periods must be consecutive.`
		);
	});
	faults.throwIfAny();
	return { first: periods[0]!, counts: counts.map((value) => value!) };
}

function seriesColumns(outcome: BassOutcome): Record<string, unknown> {
	const { fit } = outcome;
	return {
		m: fit?.parameters.m ?? null,
		p: fit?.parameters.p ?? null,
		q: fit?.parameters.q ?? null,
		se_m: fit?.errors.m ?? null,
		se_p: fit?.errors.p ?? null,
		se_q: fit?.errors.q ?? null,
		...restColumns(fit),
		df: fit?.df ?? null,
		fitted: fit?.fitted ?? null,
		...remarks(outcome)
	};
}

function restColumns(fit: BassFit | null): Record<string, unknown> {
	return { rss: fit?.rss ?? null, sigma: fit?.sigma ?? null };
}

function remarks({ fit, refused }: BassOutcome): Record<string, string> {
	if (refused !== null) return { refused };
	return fit.caution === null ? {} : { caution: fit.caution };
}

async function nodesResult(path: string): Promise<Record<string, unknown>> {
	const nodes = await readNodes(path);
	const size = nodes.ids.length;
	const all = adoptionCurve(panelOf(nodes, 'toa')).map((row) => row.adopting);
	const censored = adoptionCurve(panelOf(nodes, 'toa_censored')).map((row) => row.adopting);
	const untilLast = censored.slice(0, censored.findLastIndex((count) => count > 0) + 1);
	const whole = fitBass(all, 'share', size);
	if (whole.fit === null && all.length < 5) throw new InputError(whole.refused);
	return {
		fitbass_default: shareColumns(whole),
		fitbass_censored: shareColumns(fitBass(censored, 'share', size)),
		nls3_cumulative_censored: cumulativeColumns(fitBass(untilLast, 'cumulative'))
	};
}

function shareColumns(outcome: BassOutcome): Record<string, unknown> {
	const { fit } = outcome;
	return {
		p: fit?.parameters.p ?? null,
		q: fit?.parameters.q ?? null,
		se_p: fit?.errors.p ?? null,
		se_q: fit?.errors.q ?? null,
		...restColumns(fit),
		fitted: fit?.fitted ?? null,
		data: fit?.data ?? null,
		...remarks(outcome)
	};
}

function cumulativeColumns(outcome: BassOutcome): Record<string, unknown> {
	const { fit } = outcome;
	return {
		m: fit?.parameters.m ?? null,
		p: fit?.parameters.p ?? null,
		q: fit?.parameters.q ?? null,
		se: fit === null ? null : [fit.errors.m, fit.errors.p, fit.errors.q],
		...restColumns(fit),
		data: fit?.data ?? null,
		...remarks(outcome)
	};
}
