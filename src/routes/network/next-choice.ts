import type { NetworkChoice } from '#lib/view/network-choice.ts';

/**
 * A choice with another part. A pin is a place in one layout of one picture, so what makes another of either
 * lets all pins go, unless the part brings its own.
 */
export function nextChoice(choice: NetworkChoice, part: Partial<NetworkChoice>): NetworkChoice {
	const next = { ...choice, ...part };
	const hasOwnPins = part.pins !== undefined && part.pins !== choice.pins;
	return hasOwnPins || layoutOf(next) === layoutOf(choice) ? next : { ...next, pins: [] };
}

function layoutOf({ links, hidden, isLoneHidden, projection, layout, node }: NetworkChoice): string {
	return JSON.stringify([links, hidden, isLoneHidden, projection, layout, layout === 'rings' ? node : null]);
}
