import type { SceneGuides } from '#lib/graph/scene.ts';
import type { NetworkChoice } from '#lib/view/network-choice.ts';
import type { NetworkPicture } from '#lib/view/network-picture.ts';
import type { Shown } from '#lib/view/shown-in.ts';
import { contrast } from '#lib/ui/contrast.ts';
import type { NetworkMoment } from '#lib/network/network-moment.ts';

/** What of a choice its scene shows; the rest, such as the layout, leaves the scene as it is. */
export type SceneChoice = Pick<
	NetworkChoice,
	'projection' | 'size' | 'paint' | 'label' | 'hulls' | 'node' | 'to' | 'isGone' | 'pins'
>;

/** The part of a choice that makes a scene. */
export function sceneChoice(choice: NetworkChoice): SceneChoice {
	const { projection, size, paint, label, hulls, node, to, isGone, pins } = choice;
	return { projection, size, paint, label, hulls, node, to, isGone, pins };
}

/** What a scene is made from. */
export interface SceneInput {
	picture: NetworkPicture;
	/** Absent until the first measurement has arrived. */
	moment: NetworkMoment | null;
	drawn: Shown;
	positions: Float32Array;
	/** What the layout is read by; absent where it needs nothing. */
	guides?: SceneGuides | undefined;
	choice: SceneChoice;
	isDark: boolean;
	/** The system's own colours where it forces them; null elsewhere. */
	system: SystemColours | null;
	/** Number of the node the keyboard or pointer is on, and of the one that is open. */
	focused: number | null;
	hovered: number | null;
	selected: number | null;
}

export type Theme = 'light' | 'dark';

/** Ground, ink and focus as the reader's system has them (`#rrggbb`). */
export type SystemColours = Record<'paper' | 'ink' | 'focus', string>;

/** CSS colours of a scene, each once. */
export class Palette {
	readonly colours: string[] = [];
	readonly #placeOf = new Map<string, number>();
	readonly #system: SystemColours | null;

	/** @param system on its ground, a colour that could hardly be told from it gives way to ink; shapes still differ */
	constructor(system: SystemColours | null = null) {
		this.#system = system;
	}

	place(colour: string): number {
		const known = this.#placeOf.get(colour);
		if (known !== undefined) return known;
		this.#placeOf.set(colour, this.colours.length);
		return this.colours.push(this.#legible(colour)) - 1;
	}

	#legible(colour: string): string {
		if (this.#system === null || contrast(colour, this.#system.paper) >= LEAST_CONTRAST) return colour;
		return this.#system.ink;
	}
}

/** Of marks against their ground (WCAG 1.4.11). */
const LEAST_CONTRAST = 3;
