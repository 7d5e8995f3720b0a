import type { FeatureTable } from './feature-table.ts';
import type { PeerOptions } from './peer-space.ts';
import type { Weighting } from './weighting.ts';

/** Raised when a change to the arithmetic makes new distances differ from stored ones. */
const ARITHMETIC = 2;

/** What a distance belongs to. Distances compare only where both parts are the same. */
export interface PeersVersion {
	/** Which areas and figures: number of areas, of indicators, and a fingerprint of all of it, yardstick included. */
	universe: string;
	/** Which model, treatment and weights. */
	model: string;
}

/**
 * Names the universe and the model of a weighting, to be stored with every distance that leaves it. Two
 * tables with the same codes, columns and figures in the same order have the same universe.
 */
export function peersVersion({ space, weights }: Weighting): PeersVersion {
	const { table, options, yardstick } = space;
	const fingerprint =
		universeFingerprint(table) + (yardstick === table ? '' : hash(universeFingerprint(yardstick)));
	return {
		universe: `${table.codes.length}x${table.columns.length}-${fingerprint}`,
		model: `${options.model}-${ARITHMETIC}-${hash(describe(options, weights))}`
	};
}

function universeFingerprint(table: FeatureTable): string {
	const names = hash(JSON.stringify([table.codes, table.columns]));
	const words = new Uint32Array(table.values.buffer, table.values.byteOffset, table.values.length * 2);
	return names + hash(words);
}

function describe(options: PeerOptions, weights: Float64Array): string {
	return JSON.stringify([options.winsorise, [...options.log].sort(), Array.from(weights)]);
}

/**
 * FNV-1a over 32-bit units, folded after each, in hexadecimal.
 *
 * Source: Fowler, Noll & Vo, "The FNV Non-Cryptographic Hash Algorithm" (draft-eastlake-fnv).
 */
function hash(input: string | Uint32Array): string {
	let state = 0x811c9dc5;
	for (let at = 0; at < input.length; at += 1) {
		const unit = typeof input === 'string' ? input.charCodeAt(at) : input[at]!;
		state = Math.imul(state ^ unit, 0x01000193);
		// Multiplying carries a difference upwards only; this brings it down again.
		state ^= state >>> 15;
	}
	return (state >>> 0).toString(16).padStart(8, '0');
}
