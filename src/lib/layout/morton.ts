const BITS = 11;
const BUCKETS = 1 << BITS;

function spread(value: number): number {
	let bits = value & 0xffff;
	bits = (bits | (bits << 8)) & 0x00ff00ff;
	bits = (bits | (bits << 4)) & 0x0f0f0f0f;
	bits = (bits | (bits << 2)) & 0x33333333;
	return (bits | (bits << 1)) & 0x55555555;
}

/**
 * Place of a point along the Z-order curve: the bits of its two coordinates, interleaved. Points that
 * share the first 2k bits share a quadtree cell of depth k.
 *
 * @param x column, whole number from 0 to 65535
 * @param y row, whole number from 0 to 65535
 *
 * Source: G. M. Morton, A computer oriented geodetic data base (1966).
 */
export function mortonCode(x: number, y: number): number {
	return (spread(x) | (spread(y) << 1)) >>> 0;
}

/** Sorts numbered keys without comparing them; its buffers are reused from call to call. */
export class RadixSorter {
	readonly #counts = new Uint32Array(3 * BUCKETS);
	#keys: Uint32Array;
	#order: Uint32Array;

	/** @param capacity most keys a call may bring */
	constructor(capacity: number) {
		this.#keys = new Uint32Array(capacity);
		this.#order = new Uint32Array(capacity);
	}

	/**
	 * Sorts `keys` and carries `order` along, both in place; equal keys keep their order.
	 *
	 * @param keys 32-bit whole numbers, the first `count` of which are sorted
	 * @param order what each key stands for
	 */
	sort(keys: Uint32Array, order: Uint32Array, count: number): void {
		const counts = this.#counts.fill(0);
		for (let i = 0; i < count; i++) {
			const key = keys[i]!;
			counts[key & (BUCKETS - 1)]!++;
			counts[BUCKETS + ((key >>> BITS) & (BUCKETS - 1))]!++;
			counts[2 * BUCKETS + (key >>> (2 * BITS))]!++;
		}
		let [fromKeys, fromOrder, toKeys, toOrder] = [keys, order, this.#keys, this.#order];
		for (let pass = 0; pass < 3; pass++) {
			const base = pass * BUCKETS;
			for (let bucket = 0, sum = 0; bucket < BUCKETS; bucket++) {
				const size = counts[base + bucket]!;
				counts[base + bucket] = sum;
				sum += size;
			}
			const shift = pass * BITS;
			for (let i = 0; i < count; i++) {
				const key = fromKeys[i]!;
				const place = counts[base + ((key >>> shift) & (BUCKETS - 1))]!++;
				toKeys[place] = key;
				toOrder[place] = fromOrder[i]!;
			}
			[fromKeys, fromOrder, toKeys, toOrder] = [toKeys, toOrder, fromKeys, fromOrder];
		}
		// Three passes leave the result in the spare buffers.
		keys.set(fromKeys.subarray(0, count));
		order.set(fromOrder.subarray(0, count));
	}
}
