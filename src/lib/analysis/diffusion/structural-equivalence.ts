import { AnalysisError } from '../analysis-error.ts';
import { geodesicWalk } from '../sparse/geodesics.ts';
import { sparseMatrix, type SparseMatrix } from '../sparse/sparse-matrix.ts';
import { submatrix } from '../sparse/sparse-operations.ts';

/** How alike the positions of units in a network are. Dense n × n tables, row by row. */
export interface StructuralEquivalence {
	size: number;
	/** Normalised geodesics z_ij: steps up to `maxSteps`, 0 where out of reach, divided by the longest in the group. */
	geodesic: Float64Array;
	/** Euclidean distance of positions d_ij; 0 between groups, where it is not computed. */
	distance: Float64Array;
	/** SE_ij as weights for {@link exposure}; rows sum to 1, or hold nothing where no unit stands out. */
	weights: SparseMatrix;
}

/** Options of {@link structuralEquivalence}. */
export interface EquivalenceOptions {
	/** Group of each unit; equivalence is computed within groups only, and a unit of none (`null`) is like nobody. */
	groups?: readonly (string | null)[];
	/** Longest path counted (default 6 steps). */
	maxSteps?: number;
	/** Power v that sharpens the preference for the most equivalent (default 1). */
	power?: number;
}

/**
 * Structural equivalence: how alike two units' patterns of ties are, whether or not they are tied.
 *
 * d_ij = sqrt((z_ij - z_ji)² + Σ_k≠i,j [(z_ik - z_jk)² + (z_ki - z_kj)²]);
 * SE_ij = (dmax_i - d_ij)^v / Σ_k≠i (dmax_i - d_ik)^v.
 *
 * Time grows with the cube of the group's size.
 *
 * @throws {AnalysisError} if there is not one group a unit
 *
 * Source: Burt, Social contagion and innovation (AJS 1987); netdiffuseR `struct_equiv`. Its
 * `alt.graph = "se"` weights by 1/SE, which favours the least equivalent; these weights do not.
 */
export function structuralEquivalence(
	network: SparseMatrix,
	options: EquivalenceOptions = {}
): StructuralEquivalence {
	const { groups, maxSteps = 6, power = 1 } = options;
	const size = network.size;
	if (groups !== undefined && groups.length !== size) {
		throw new AnalysisError(`there are ${groups.length} groups for ${size} units`);
	}
	const geodesic = new Float64Array(size * size);
	const distance = new Float64Array(size * size);
	const entries = { row: [] as number[], column: [] as number[], value: [] as number[] };

	for (const members of membersOf(size, groups)) {
		const z = normalisedGeodesics(submatrix(network, members), maxSteps);
		const d = positionDistances(z, members.length);
		members.forEach((i, a) => {
			const row = d.subarray(a * members.length, (a + 1) * members.length);
			const shares = equivalenceRow(row, a, power);
			members.forEach((j, b) => {
				geodesic[i * size + j] = z[a * members.length + b]!;
				distance[i * size + j] = row[b]!;
				if (shares !== null && shares[b]! > 0) {
					entries.row.push(i);
					entries.column.push(j);
					entries.value.push(shares[b]!);
				}
			});
		});
	}
	return { size, geodesic, distance, weights: sparseMatrix(size, entries) };
}

function membersOf(size: number, groups: readonly (string | null)[] | undefined): number[][] {
	const members = new Map<string, number[]>();
	for (let unit = 0; unit < size; unit++) {
		const group = groups === undefined ? '' : groups[unit]!;
		if (group === null) continue;
		members.set(group, [...(members.get(group) ?? []), unit]);
	}
	return [...members.values()];
}

function normalisedGeodesics(network: SparseMatrix, maxSteps: number): Float64Array {
	const walk = geodesicWalk(network, maxSteps);
	const z = new Float64Array(network.size ** 2);
	let longest = 0;
	for (let unit = 0; unit < network.size; unit++) {
		const count = walk.from(unit);
		for (let k = 0; k < count; k++) {
			const to = walk.reached[k]!;
			z[unit * network.size + to] = walk.steps[to]!;
			longest = Math.max(longest, walk.steps[to]!);
		}
	}
	return longest === 0 ? z : z.map((steps) => steps / longest);
}

function positionDistances(z: Float64Array, n: number): Float64Array {
	const back = new Float64Array(n * n);
	for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) back[j * n + i] = z[i * n + j]!;

	const distance = new Float64Array(n * n);
	for (let i = 0; i < n; i++) {
		for (let j = 0; j < i; j++) {
			let squares = 0;
			for (let k = 0; k < n; k++) {
				if (k === i || k === j) continue;
				const out = z[i * n + k]! - z[j * n + k]!;
				const incoming = back[i * n + k]! - back[j * n + k]!;
				squares += out * out + incoming * incoming;
			}
			squares += (z[i * n + j]! - z[j * n + i]!) ** 2;
			distance[i * n + j] = distance[j * n + i] = Math.sqrt(squares);
		}
	}
	return distance;
}

/** Shares of one row, or `null` where all others are equally far and no share is defined. */
function equivalenceRow(distances: Float64Array, self: number, power: number): Float64Array | null {
	const farthest = distances.reduce((most, d) => Math.max(most, d), 0);
	const closeness = distances.map((d, other) => (other === self ? 0 : (farthest - d) ** power));
	const sum = closeness.reduce((total, value) => total + value, 0);
	return sum === 0 ? null : closeness.map((value) => value / sum);
}
