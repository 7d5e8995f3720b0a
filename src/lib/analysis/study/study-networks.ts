import { sparseMatrix, type Network, type SparseMatrix } from '../sparse/sparse-matrix.ts';
import { binary } from '../sparse/sparse-operations.ts';
import {
	adjacencyWeights,
	borderLengthWeights,
	distanceWeights,
	sameGroupWeights,
	similarityWeights
} from '../spatial/weights.ts';
import { LIKENESS_NEIGHBOURS, WEIGHT_NETWORKS, type WeightNetwork } from './study-choice.ts';
import { networkByPeriod } from './network-by-period.ts';
import type { StudyData, StudyTie } from './study-data.ts';

/** A network of a study: whom each unit may have taken the practice up from. */
export interface StudyNetwork {
	key: string;
	name: string;
	/** The network, one for all periods or one a period. */
	network: Network;
	/** What a weight is, in words. */
	meaning: string;
}

/** Distance between the profiles of two areas, by their codes; `null` where unknown. */
export type Likeness = (a: string, b: string) => number | null;

/**
 * The networks of a study as matrices of weights; row i is whom unit i attends to.
 *
 * @param distanceKm farthest pair that counts as near (km)
 * @param likeness for the network of likeness; `null` where there are no figures, and then nobody is alike
 */
export function studyNetworks(
	data: Pick<StudyData, 'units' | 'borders' | 'ties' | 'window'>,
	keys: readonly WeightNetwork[],
	{ distanceKm, likeness }: { distanceKm: number; likeness: Likeness | null }
): StudyNetwork[] {
	const { units, borders, ties, window } = data;
	const size = units.length;
	const areas = units.map(({ area }) => area);
	const measured = borders.filter(({ lengthKm }) => lengthKm !== null);
	const learnt = ties.filter(({ kind }) => kind === 'learnt from');
	const others = ties.filter(({ kind }) => kind !== 'learnt from');
	const matrices: Record<WeightNetwork, () => Network> = {
		border: () => adjacencyWeights(size, borders),
		'border-length': () => borderLengthWeights(size, measured),
		county: () => sameGroupWeights(units.map(({ county }) => county)),
		authority: () => sameGroupWeights(units.map(({ combinedAuthority }) => combinedAuthority)),
		region: () => sameGroupWeights(units.map(({ region }) => region)),
		distance: () => distanceWeights(units, distanceKm),
		likeness: () =>
			similarityWeights(
				size,
				(a, b) => {
					const [from, to] = [areas[a] ?? null, areas[b] ?? null];
					return from === null || to === null || likeness === null ? null : likeness(from, to);
				},
				LIKENESS_NEIGHBOURS
			),
		ties: () => networkByPeriod(others, window, (held) => tieMatrix(size, held, true)),
		learnt: () => networkByPeriod(learnt, window, (held) => tieMatrix(size, held, false))
	};
	const meanings: Record<WeightNetwork, string> = {
		border: '1 for bodies whose areas border each other',
		'border-length': 'the length of the common border in km',
		county: '1 for districts of the same county',
		authority: '1 for bodies in the same combined authority',
		region: '1 for bodies of the same region',
		distance: `1 / km between their centres, up to ${distanceKm} km`,
		likeness: `1 / (1 + distance of their figures), for the ${LIKENESS_NEIGHBOURS} most alike: figures as for the peers of a council, but standardised among all councils, extremes cut at the 5th and 95th in a hundred; a pair needs 60% of the indicators`,
		ties: `1 for bodies with any tie on record (works with, visited, mentors, funds, member of), both ways; ${datedWords(others)}`,
		learnt: `1 from who learnt to whom they learnt from, of any other practice; ${datedWords(learnt)}`
	};
	return keys.map((key) => ({
		key,
		name: WEIGHT_NETWORKS[key],
		network: matrices[key](),
		meaning: meanings[key]
	}));
}

function tieMatrix(size: number, ties: readonly StudyTie[], bothWays: boolean): SparseMatrix {
	const from = ties.map((tie) => tie.from);
	const to = ties.map((tie) => tie.to);
	const row = bothWays ? [...from, ...to] : from;
	const column = bothWays ? [...to, ...from] : to;
	return binary(sparseMatrix(size, { row, column, value: row.map(() => 1) }));
}

function datedWords(ties: readonly StudyTie[]): string {
	const dated = ties.filter(({ startedOn }) => startedOn !== null).length;
	if (ties.length === 0) return 'none is on record';
	return `${dated} of ${ties.length} count from the date on record, the others in every period`;
}
