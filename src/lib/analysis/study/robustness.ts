import { AnalysisError } from '../analysis-error.ts';
import { dayInterval, periodName, periodOf } from '../panel/date-interval.ts';
import { reportProgress, type Progress } from '../progress.ts';
import { networkAt } from '../sparse/sparse-matrix.ts';
import { rowStandardised, submatrix } from '../sparse/sparse-operations.ts';
import { moran } from '../spatial/moran.ts';
import type { WeightNetwork } from './study-choice.ts';
import type { StudyData } from './study-data.ts';
import { FEWEST_ADOPTERS } from './study-limits.ts';
import { studyNetworks, type Likeness } from './study-networks.ts';
import type { StudyUnit } from './study-units.ts';

/** What is measured about each place. */
export const TRANSFORMS = {
	date: 'Date',
	'log date': 'Logarithm of the date',
	declared: 'Adopted or not'
} as const;
export type Transform = keyof typeof TRANSFORMS;

/** One way of asking whether near places acted alike. */
export interface RobustnessRow {
	population: string;
	transform: Transform;
	network: string;
	/** Places (count); those among them without any neighbour. */
	n: number;
	withoutNeighbours: number;
	/** Moran's I; `null` where undefined. */
	I: number | null;
	/** Permutation p-values: of clustering (one-sided) and of any departure (two-sided). */
	pOneSided: number | null;
	pTwoSided: number | null;
}

/** How much the answer depends on choices nobody can settle. */
export interface Robustness {
	rows: RobustnessRow[];
	permutations: number;
	seed: number;
	/** Largest and smallest I over all rows; `null` where it is undefined in every one. */
	most: number | null;
	least: number | null;
	/** Rows with a p; those whose one-sided p is below .05, and below .05 / tried (counts). */
	tried: number;
	below: number;
	/** `null`: too few shuffles to tell, since the smallest p there can be is not below .05 / tried. */
	belowCorrected: number | null;
	/** First and last period of the study: dates outside it are no dates here. */
	period: { from: string; until: string };
	/** What is left out of the table, in words. */
	leftOut: string[];
	/** The busiest month, and its share of dated adoptions. */
	wave: { month: string; share: number };
}

const NETWORKS: readonly WeightNetwork[] = ['border', 'border-length', 'county', 'region', 'likeness'];
const POPULATIONS: readonly { name: string; has: (unit: StudyUnit) => boolean }[] = [
	{ name: 'All councils studied', has: () => true },
	{ name: 'Those in England', has: ({ nation }) => nation === 'England' },
	{ name: 'Districts within counties', has: ({ type }) => type === 'non_metropolitan_district' }
];

/**
 * Moran's I of the dates of adoption under every combination of population, transform and weights.
 *
 * Places are the councils that stand on today's map and stood there when the first adopted: only their
 * borders are on record. `date`: days; `log date`: ln(1 + days since the first adoption); both among councils
 * whose date is known to the day and lies within the study's period. `declared`: 1 for those that had adopted
 * by its end, 0 for the others. Weights are row-standardised among the places compared. A population of
 * fewer than ten places, or of the same places as all, has no rows of its own.
 *
 * @throws {AnalysisError} with fewer than ten dated adopters
 *
 * Source: Cliff & Ord (1981); Steegen et al., Increasing transparency through a multiverse analysis (2016).
 */
export function robustness(
	data: StudyData,
	likeness: Likeness | null,
	{ permutations, seed, progress }: { permutations: number; seed: number; progress?: Progress }
): Robustness {
	const span = spanOf(data);
	const dated = data.units.flatMap((unit) => (unit.kind === 'council' ? (dayOf(unit, span) ?? []) : []));
	if (dated.length < FEWEST_ADOPTERS) {
		throw new AnalysisError(
			`${dated.length === 0 ? 'no council has' : dated.length === 1 ? 'only 1 council has' : `only ${dated.length} councils have`} a date known to the day; the table needs at least ${FEWEST_ADOPTERS}`
		);
	}
	const start = Math.min(...dated);
	const places = data.units.flatMap((unit, at) =>
		unit.area !== null && !foundedAfter(unit, start) ? [at] : []
	);
	const networks = studyNetworks(data, NETWORKS, { distanceKm: 0, likeness });
	const populations = POPULATIONS.map(({ name, has }, at) => ({
		name,
		isWhole: at === 0,
		inside: places.filter((place) => has(data.units[place]!))
	})).filter(
		({ isWhole, inside }) => isWhole || (inside.length >= FEWEST_ADOPTERS && inside.length < places.length)
	);
	const rows: RobustnessRow[] = [];
	const transforms = Object.keys(TRANSFORMS) as Transform[];
	const total = populations.length * transforms.length * networks.length;
	for (const { name, inside } of populations) {
		for (const transform of transforms) {
			const compared =
				transform === 'declared' ? inside : inside.filter((at) => dayOf(data.units[at]!, span) !== null);
			const values = compared.map((at) => valueOf(data.units[at]!, transform, start, span));
			for (const { name: network, network: weights } of networks) {
				reportProgress(progress, rows.length, total);
				const matrix = rowStandardised(submatrix(networkAt(weights, 0), compared));
				const result = moran(values, matrix, { permutations, seed });
				rows.push({
					population: name,
					transform,
					network,
					n: result.n,
					withoutNeighbours: result.withoutNeighbours,
					I: result.I,
					pOneSided: result.permutation?.pGreater ?? null,
					pTwoSided: result.permutation?.pTwoSided ?? null
				});
			}
		}
	}
	return {
		rows,
		permutations,
		seed,
		period: span.period,
		...summary(rows, permutations),
		...context(data, dated, start, places.length)
	};
}

/** Days and names of the first and last period. */
interface Span {
	first: number;
	last: number;
	period: Robustness['period'];
}

function spanOf({ window: { from, until, unit } }: StudyData): Span {
	const [start, end] = [
		dayInterval(from, 'the start of the period'),
		dayInterval(until, 'the end of the period')
	];
	return {
		first: start.first,
		last: end.last,
		period: {
			from: periodName(periodOf(start.first, unit), unit),
			until: periodName(periodOf(end.last, unit), unit)
		}
	};
}

/** Day of a known start within the study; `null` where it is not known to the day. */
function dayOf({ spell: { adoption } }: StudyUnit, { first, last }: Span): number | null {
	if (adoption?.startedOn == null || adoption.bound === 'by' || adoption.startedOn.length < 10) return null;
	const day = dayInterval(adoption.startedOn, 'an adoption').first;
	return first <= day && day <= last ? day : null;
}

function foundedAfter({ spell: { foundedOn } }: StudyUnit, day: number): boolean {
	return foundedOn !== null && dayInterval(foundedOn, 'a founding').first > day;
}

function valueOf(unit: StudyUnit, transform: Transform, start: number, span: Span): number {
	if (transform === 'declared') return hadAdopted(unit, span) ? 1 : 0;
	const days = dayOf(unit, span)! - start;
	return transform === 'date' ? days : Math.log1p(days);
}

/** Whether a council had adopted by the end of the study, its date known or not. */
function hadAdopted({ spell: { adoption } }: StudyUnit, { last }: Span): boolean {
	if (adoption === null) return false;
	return adoption.startedOn === null || dayInterval(adoption.startedOn, 'an adoption').first <= last;
}

function summary(
	rows: readonly RobustnessRow[],
	permutations: number
): Pick<Robustness, 'most' | 'least' | 'tried' | 'below' | 'belowCorrected'> {
	const known = rows.flatMap(({ I }) => I ?? []);
	const ps = rows.flatMap(({ pOneSided }) => pOneSided ?? []);
	const under = (level: number): number => ps.filter((p) => p < level).length;
	const level = LEVEL / Math.max(1, ps.length);
	return {
		most: known.length === 0 ? null : Math.max(...known),
		least: known.length === 0 ? null : Math.min(...known),
		tried: ps.length,
		below: under(LEVEL),
		belowCorrected: 1 / (permutations + 1) >= level ? null : under(level)
	};
}

const LEVEL = 0.05;

function context(
	{ units }: StudyData,
	dated: readonly number[],
	start: number,
	places: number
): Pick<Robustness, 'leftOut' | 'wave'> {
	const months = new Map<string, number>();
	for (const day of dated) {
		const month = new Date(day * 86_400_000).toISOString().slice(0, 7);
		months.set(month, (months.get(month) ?? 0) + 1);
	}
	const [month, count] = [...months].sort((a, b) => b[1] - a[1])[0]!;
	const wave = { month, share: count / dated.length };
	const others = units.filter(({ kind }) => kind !== 'council').length;
	const gone = units.filter(({ kind, area }) => kind === 'council' && area === null).length;
	const created = units.filter((unit) => unit.area !== null && foundedAfter(unit, start)).length;
	return {
		wave,
		leftOut: [
			`Councils compared: ${places}.`,
			...(others === 0 ? [] : [`Left out as no councils: ${others}.`]),
			`Left out because no borders of theirs are on record (closed councils, county councils): ${gone}.`,
			`Left out because they were created after the first adoption: ${created}.`
		]
	};
}
