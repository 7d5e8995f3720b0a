import { NO_DAY } from './day.ts';
import { DomainError } from './errors.ts';
import { isPlace } from './place.ts';

/**
 * Position in our own list of each word of the wire's list, so that a database whose enumeration
 * has another order is still read rightly.
 *
 * @throws {DomainError} when the wire names a word that is not in ours
 */
export function translate(name: string, theirs: readonly string[], ours: readonly string[]): Uint8Array {
	return Uint8Array.from(theirs, (word) => {
		const position = ours.indexOf(word);
		if (position < 0) throw new DomainError(`the atlas knows a ${name} "${word}" that this version does not`);
		return position;
	});
}

/** Word of a closed list at a position that `translate` gave. */
export function wordAt<Word extends string>(words: readonly Word[], position: number | undefined): Word {
	const word = position === undefined ? undefined : words[position];
	if (word === undefined)
		throw new DomainError(`position ${String(position)} is outside ${words.join(', ')}`);
	return word;
}

/** A column of positions, translated. */
export function wordColumn(codes: readonly number[], translation: Uint8Array): Uint8Array {
	const column = new Uint8Array(codes.length);
	for (let row = 0; row < codes.length; row += 1) column[row] = translation[codes[row]!]!;
	return column;
}

/** A column of days, null as `NO_DAY`. */
export function dayColumn(days: readonly (number | null)[]): Int32Array {
	const column = new Int32Array(days.length);
	for (let row = 0; row < days.length; row += 1) column[row] = days[row] ?? NO_DAY;
	return column;
}

/** A column of references, null as −1. */
export function referenceColumn(references: readonly (number | null)[]): Int32Array {
	const column = new Int32Array(references.length);
	for (let row = 0; row < references.length; row += 1) column[row] = references[row] ?? -1;
	return column;
}

/** Degrees of places, both NaN where the wire has none or one that no map draws. */
export function placeColumns(
	longitudes: readonly (number | null)[],
	latitudes: readonly (number | null)[]
): [longitude: Float64Array, latitude: Float64Array] {
	const columns: [Float64Array, Float64Array] = [
		new Float64Array(longitudes.length).fill(Number.NaN),
		new Float64Array(longitudes.length).fill(Number.NaN)
	];
	for (let row = 0; row < longitudes.length; row += 1) {
		const [longitude, latitude] = [longitudes[row] ?? Number.NaN, latitudes[row] ?? Number.NaN];
		if (!isPlace(longitude, latitude)) continue;
		columns[0][row] = longitude;
		columns[1][row] = latitude;
	}
	return columns;
}

/** Values grouped by key, in their order; keys without values are absent. */
export function groupValues<Value>(keys: readonly number[], values: readonly Value[]): Map<number, Value[]> {
	const groups = new Map<number, Value[]>();
	keys.forEach((key, row) => {
		const group = groups.get(key);
		if (group === undefined) groups.set(key, [values[row]!]);
		else group.push(values[row]!);
	});
	return groups;
}
