/** Numbers that look random and are the same at every run. */
export interface Random {
	/** At least 0 and below 1. */
	next(): number;
	/** A whole number from `least` to `most`, both included. */
	whole(least: number, most: number): number;
	/** True in `share` of the calls, from 0 to 1. */
	chance(share: number): boolean;
	/** One of the things; throws when there is none. */
	pick<T>(things: readonly T[]): T;
	/** Up to `count` different things, in a shuffled order. */
	sample<T>(things: readonly T[], count: number): T[];
}

/**
 * Mulberry32 from a fixed seed.
 *
 * Source: Tommy Ettinger, mulberry32 (2017), public domain.
 */
export function randomFrom(seed: number): Random {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
	const pick = <T>(things: readonly T[]): T => {
		const thing = things[whole(0, things.length - 1)];
		if (thing === undefined) throw new Error('nothing to pick from');
		return thing;
	};
	return {
		next,
		whole,
		pick,
		chance: (share) => next() < share,
		sample(things, count) {
			const left = [...things];
			const taken = [];
			while (taken.length < count && left.length > 0)
				taken.push(...left.splice(whole(0, left.length - 1), 1));
			return taken;
		}
	};
}
