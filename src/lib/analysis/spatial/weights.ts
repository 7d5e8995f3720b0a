import { AnalysisError } from '../analysis-error.ts';
import { sparseMatrix, type SparseMatrix } from '../sparse/sparse-matrix.ts';

/** A border between two units, by their indices. */
export interface Border {
	a: number;
	b: number;
	/** Length of the common border (km); `null` where unknown. */
	lengthKm: number | null;
}

/** A place; `null` coordinates where unknown. Degrees. */
export interface Place {
	longitude: number | null;
	latitude: number | null;
}

/** Collects weights in both directions. */
class Pairs {
	readonly row: number[] = [];
	readonly column: number[] = [];
	readonly value: number[] = [];

	add(from: number, to: number, weight: number): void {
		this.row.push(from);
		this.column.push(to);
		this.value.push(weight);
	}

	addBoth(a: number, b: number, weight: number): void {
		this.add(a, b, weight);
		this.add(b, a, weight);
	}
}

/**
 * Weight 1 for units that share a border, each border given once.
 *
 * @throws {AnalysisError} if a border names a unit that is not there
 */
export function adjacencyWeights(size: number, borders: readonly Border[]): SparseMatrix {
	const pairs = new Pairs();
	for (const { a, b } of borders) pairs.addBoth(a, b, 1);
	return sparseMatrix(size, pairs);
}

/**
 * Weight by the length of the common border (km), each border given once. Borders of unknown length are
 * an error: leave them out or measure them.
 *
 * @throws {AnalysisError} naming the border without length, or a unit that is not there
 */
export function borderLengthWeights(size: number, borders: readonly Border[]): SparseMatrix {
	const pairs = new Pairs();
	for (const { a, b, lengthKm } of borders) {
		if (lengthKm === null) throw new AnalysisError(`the border of units ${a + 1} and ${b + 1} has no length`);
		pairs.addBoth(a, b, lengthKm);
	}
	return sparseMatrix(size, pairs);
}

const EARTH_RADIUS_KM = 6371.0088;

/**
 * Great-circle distance.
 *
 * @returns km; `null` if a coordinate is unknown
 *
 * Source: haversine formula, mean earth radius of the IUGG.
 */
export function distanceKm(a: Place, b: Place): number | null {
	if (a.longitude === null || a.latitude === null || b.longitude === null || b.latitude === null) return null;
	const radians = Math.PI / 180;
	const north = Math.sin(((b.latitude - a.latitude) * radians) / 2);
	const east = Math.sin(((b.longitude - a.longitude) * radians) / 2);
	const half = north * north + Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * east * east;
	return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(half)));
}

/**
 * Weight that falls with distance: 1 / km^power for places up to `maxKm` apart. Places closer than 1 km
 * count as 1 km apart, so that no single pair outweighs all others. Places without coordinates get none.
 *
 * @param maxKm farthest pair that counts (km, above 0)
 * @param power how fast the weight falls (default 1); 0 gives 1 to every place in reach
 */
export function distanceWeights(places: readonly Place[], maxKm: number, power = 1): SparseMatrix {
	const pairs = new Pairs();
	for (let a = 0; a < places.length; a++) {
		for (let b = 0; b < a; b++) {
			const km = distanceKm(places[a]!, places[b]!);
			if (km !== null && km <= maxKm) pairs.addBoth(a, b, 1 / Math.max(1, km) ** power);
		}
	}
	return sparseMatrix(places.length, pairs);
}

/**
 * Weight by likeness: 1 / (1 + d) for the k units most like each, by a distance between profiles.
 *
 * @param distance of a pair of profiles, at least 0, such as a Euclidean distance of z-scores; `null` where unknown
 * @param k units counted for each (count, at least 1)
 */
export function similarityWeights(
	size: number,
	distance: (a: number, b: number) => number | null,
	k: number
): SparseMatrix {
	const pairs = new Pairs();
	for (let unit = 0; unit < size; unit++) {
		for (const { other, d } of nearest(size, unit, distance, k)) pairs.add(unit, other, 1 / (1 + d));
	}
	return sparseMatrix(size, pairs);
}

function nearest(
	size: number,
	unit: number,
	distance: (a: number, b: number) => number | null,
	k: number
): { other: number; d: number }[] {
	const known: { other: number; d: number }[] = [];
	for (let other = 0; other < size; other++) {
		const d = other === unit ? null : distance(unit, other);
		if (d !== null) known.push({ other, d });
	}
	return known.sort((a, b) => a.d - b.d || a.other - b.other).slice(0, k);
}

/**
 * Weight 1 for units of the same group: the same county, region or combined authority.
 *
 * @param groups group of each unit; `null` for none, which ties to nobody
 */
export function sameGroupWeights(groups: readonly (string | null)[]): SparseMatrix {
	const members = new Map<string, number[]>();
	groups.forEach((group, unit) => {
		if (group !== null) members.set(group, [...(members.get(group) ?? []), unit]);
	});
	const pairs = new Pairs();
	for (const units of members.values()) {
		units.forEach((a, at) => {
			for (const b of units.slice(0, at)) pairs.addBoth(a, b, 1);
		});
	}
	return sparseMatrix(groups.length, pairs);
}
