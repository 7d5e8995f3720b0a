import { AnalysisError } from '../analysis-error.ts';
import { dayInterval } from '../panel/date-interval.ts';
import { reportProgress, type Progress } from '../progress.ts';
import { networkAt } from '../sparse/sparse-matrix.ts';
import { rowStandardised, submatrix } from '../sparse/sparse-operations.ts';
import { moran } from '../spatial/moran.ts';
import type { WeightNetwork } from './study-choice.ts';
import type { StudyData } from './study-data.ts';
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
	/** Largest and smallest I over all rows. */
	most: number;
	least: number;
	/** Rows whose one-sided p is below .05, and below .05 / rows (counts). */
	below: number;
	belowCorrected: number;
	/** What is left out of the table, in words. */
	leftOut: string[];
	/** The busiest month, and its share of dated adoptions. */
	wave: { month: string; share: number };
}

const NETWORKS: readonly WeightNetwork[] = ['border', 'border-length', 'county', 'region', 'likeness'];
const POPULATIONS: readonly { name: string; has: (unit: StudyUnit) => boolean }[] = [
	{ name: 'All councils', has: () => true },
	{ name: 'England', has: ({ nation }) => nation === 'England' },
	{ name: 'Districts', has: ({ type }) => type === 'non_metropolitan_district' }
];

/**
 * Moran's I of the dates of adoption under every combination of population, transform and weights.
 *
 * Places are the councils that stand on today's map and stood there when the first adopted: only their
 * borders are on record. `date`: days; `log date`: ln(1 + days since the first adoption); both among adopters.
 * `declared`: 1 for adopters, 0 for the others. Weights are row-standardised among the places compared.
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
	const dated = data.units.flatMap((unit) => dayOf(unit) ?? []);
	if (dated.length < 10)
		throw new AnalysisError(`only ${dated.length} dates are known; the table needs at least 10`);
	const start = Math.min(...dated);
	const places = data.units.flatMap((unit, at) =>
		unit.area !== null && !foundedAfter(unit, start) ? [at] : []
	);
	const networks = studyNetworks(data, NETWORKS, { distanceKm: 0, likeness });
	const rows: RobustnessRow[] = [];
	const total = POPULATIONS.length * 3 * networks.length;
	for (const { name, has } of POPULATIONS) {
		const inside = places.filter((at) => has(data.units[at]!));
		for (const transform of Object.keys(TRANSFORMS) as Transform[]) {
			const compared =
				transform === 'declared' ? inside : inside.filter((at) => dayOf(data.units[at]!) !== null);
			const values = compared.map((at) => valueOf(data.units[at]!, transform, start));
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
	return { rows, permutations, seed, ...summary(rows), ...context(data, dated, start, places.length) };
}

/** Day of a known start; `null` where it is not known to the day. */
function dayOf({ spell: { adoption } }: StudyUnit): number | null {
	if (adoption?.startedOn == null || adoption.bound === 'by' || adoption.startedOn.length < 10) return null;
	return dayInterval(adoption.startedOn, 'an adoption').first;
}

function foundedAfter({ spell: { foundedOn } }: StudyUnit, day: number): boolean {
	return foundedOn !== null && dayInterval(foundedOn, 'a founding').first > day;
}

function valueOf(unit: StudyUnit, transform: Transform, start: number): number {
	if (transform === 'declared') return unit.spell.adoption === null ? 0 : 1;
	const days = dayOf(unit)! - start;
	return transform === 'date' ? days : Math.log1p(days);
}

function summary(
	rows: readonly RobustnessRow[]
): Pick<Robustness, 'most' | 'least' | 'below' | 'belowCorrected'> {
	const known = rows.flatMap(({ I }) => I ?? []);
	const under = (level: number): number =>
		rows.filter(({ pOneSided }) => pOneSided !== null && pOneSided < level).length;
	return {
		most: Math.max(...known),
		least: Math.min(...known),
		below: under(0.05),
		belowCorrected: under(0.05 / rows.length)
	};
}

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
	const gone = units.filter(({ area }) => area === null).length;
	const created = units.filter((unit) => unit.area !== null && foundedAfter(unit, start)).length;
	return {
		wave,
		leftOut: [
			`${places} councils are compared.`,
			`${gone} are left out because no borders of theirs are on record: councils that have closed, and county councils.`,
			`${created} are left out because they were created after the first adoption.`
		]
	};
}
