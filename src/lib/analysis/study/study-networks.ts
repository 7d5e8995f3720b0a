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
import type { StudyData } from './study-data.ts';

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
	data: Pick<StudyData, 'units' | 'borders' | 'ties'>,
	keys: readonly WeightNetwork[],
	{ distanceKm, likeness }: { distanceKm: number; likeness: Likeness | null }
): StudyNetwork[] {
	const { units, borders, ties } = data;
	const size = units.length;
	const areas = units.map(({ area }) => area);
	const measured = borders.filter(({ lengthKm }) => lengthKm !== null);
	const learnt = ties.filter(({ kind }) => kind === 'learnt from');
	const others = ties.filter(({ kind }) => kind !== 'learnt from');
	const matrices: Record<WeightNetwork, () => SparseMatrix> = {
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
		ties: () =>
			binary(
				sparseMatrix(size, {
					row: [...others.map(({ from }) => from), ...others.map(({ to }) => to)],
					column: [...others.map(({ to }) => to), ...others.map(({ from }) => from)],
					value: new Array<number>(2 * others.length).fill(1)
				})
			),
		learnt: () =>
			binary(
				sparseMatrix(size, {
					row: learnt.map(({ from }) => from),
					column: learnt.map(({ to }) => to),
					value: learnt.map(() => 1)
				})
			)
	};
	const meanings: Record<WeightNetwork, string> = {
		border: '1 for bodies whose areas border each other',
		'border-length': 'the length of the common border in km',
		county: '1 for districts of the same county',
		authority: '1 for bodies in the same combined authority',
		region: '1 for bodies of the same region',
		distance: `1 / km between their centres, up to ${distanceKm} km`,
		likeness: `1 / (1 + distance of their figures), for the ${LIKENESS_NEIGHBOURS} most alike`,
		ties: '1 for bodies with any tie on record (works with, visited, mentors, funds, member of), both ways',
		learnt: '1 from who learnt to whom they learnt from, of any other practice'
	};
	return keys.map((key) => ({
		key,
		name: WEIGHT_NETWORKS[key],
		network: matrices[key](),
		meaning: meanings[key]
	}));
}
