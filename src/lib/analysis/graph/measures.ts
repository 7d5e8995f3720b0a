import type { NetworkMeasure } from './measure.ts';
import { NETWORK_LEVEL_MEASURES } from './network-level-measures.ts';
import { NODE_LEVEL_MEASURES } from './node-level-measures.ts';

/** Every network measure that a page shows, in the order it shows them: of the whole first, then of its parts. */
export const NETWORK_MEASURES: readonly NetworkMeasure[] = [
	...NETWORK_LEVEL_MEASURES,
	...NODE_LEVEL_MEASURES
];

/** The measure with that id, or null. */
export function findMeasure(id: string): NetworkMeasure | null {
	return NETWORK_MEASURES.find((measure) => measure.id === id) ?? null;
}
