import type { SceneGuides } from '#lib/graph/scene.ts';
import type { NetworkChoice } from '#lib/view/network-choice.ts';
import type { NetworkPicture } from '#lib/view/network-picture.ts';
import type { Shown } from '#lib/view/shown-in.ts';
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
	/** Number of the node the keyboard or pointer is on, and of the one that is open. */
	focused: number | null;
	hovered: number | null;
	selected: number | null;
}

export type Theme = 'light' | 'dark';

/** CSS colours of a scene, each once. */
export class Palette {
	readonly colours: string[] = [];
	readonly #placeOf = new Map<string, number>();

	place(colour: string): number {
		const known = this.#placeOf.get(colour);
		if (known !== undefined) return known;
		this.#placeOf.set(colour, this.colours.length);
		return this.colours.push(colour) - 1;
	}
}
