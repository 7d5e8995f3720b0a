/** A stream of random numbers that repeats exactly for the same seed, on every engine. */
export interface Random {
	/** Uniform in [0, 1), 32 bits of resolution. */
	next(): number;
	/** Uniform whole number in 0 … bound - 1, for bound from 1 to 2^32. */
	below(bound: number): number;
	/** Puts the items into a uniformly random order, in place. */
	shuffle(items: { length: number; [index: number]: number }): void;
}

const TWO_POW_32 = 4294967296;

/**
 * Seeded random numbers: xoshiro128** started from splitmix32. Whole-number arithmetic only, so
 * the same seed gives the same permutations in every browser and on the server.
 *
 * @param seed any number; only its lowest 32 bits count
 *
 * Source: Blackman & Vigna, Scrambled linear pseudorandom number generators (ACM TOMS 2021);
 * bounded numbers by Lemire, Fast random integer generation in an interval (2019), here by plain
 * rejection; shuffle by Durstenfeld (1964).
 */
export function seededRandom(seed: number): Random {
	let mix = seed | 0;
	const splitmix = (): number => {
		mix = (mix + 0x9e3779b9) | 0;
		let z = mix ^ (mix >>> 16);
		z = Math.imul(z, 0x21f0aaad);
		z ^= z >>> 15;
		z = Math.imul(z, 0x735a2d97);
		return z ^ (z >>> 15);
	};
	let a = splitmix();
	let b = splitmix();
	let c = splitmix();
	let d = splitmix();

	const word = (): number => {
		const scrambled = Math.imul(b, 5);
		const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9);
		const shifted = b << 9;
		c ^= a;
		d ^= b;
		b ^= c;
		a ^= d;
		c ^= shifted;
		d = (d << 11) | (d >>> 21);
		return result >>> 0;
	};

	const below = (bound: number): number => {
		const limit = TWO_POW_32 - (TWO_POW_32 % bound);
		let drawn = word();
		while (drawn >= limit) drawn = word();
		return drawn % bound;
	};

	return {
		next: () => word() / TWO_POW_32,
		below,
		shuffle(items) {
			for (let last = items.length - 1; last > 0; last--) {
				const other = below(last + 1);
				const kept = items[last]!;
				items[last] = items[other]!;
				items[other] = kept;
			}
		}
	};
}
