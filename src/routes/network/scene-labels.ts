import { NODE_FIGURES } from '#lib/view/network-choice.ts';
import type { NetworkPicture } from '#lib/view/network-picture.ts';
import { figureText } from './figure-words.ts';
import { changeMarks } from './scene-colours.ts';
import type { SceneInput } from './scene-input.ts';

const LONGEST = 44;

// The same for every scene of a picture, of which there may be one for each movement of the pointer.
const shortNames = new WeakMap<NetworkPicture['texts'], readonly string[]>();

/**
 * What stands beside each node: its name, with a figure where the reader chose one; "" for none.
 *
 * @param isThere of a node; who is not has no label
 */
export function sceneLabels(input: SceneInput, isThere: (node: number) => boolean): readonly string[] {
	const { picture, moment, choice } = input;
	const names = namesOf(picture);
	const isMarked = (node: number): boolean =>
		node === input.selected || node === input.hovered || node === input.focused;
	const isNamed = (node: number): boolean => isThere(node) && (choice.label !== 'none' || isMarked(node));
	const figure = NODE_FIGURES.find((one) => one === choice.label);
	const values = figure === undefined ? undefined : moment?.figures[figure];
	const marks = changeMarks(moment?.change ?? null);
	if (values === undefined && marks.size === 0 && names.every((_, node) => isNamed(node))) return names;
	return names.map((name, node) => {
		if (!isNamed(node)) return '';
		const value = values?.[node] ?? NaN;
		return (marks.get(node) ?? '') + (Number.isNaN(value) ? name : `${name} · ${figureText(figure!, value)}`);
	});
}

function namesOf({ texts }: NetworkPicture): readonly string[] {
	let names = shortNames.get(texts);
	if (names === undefined) {
		names = texts.label.map((name) => (name.length > LONGEST ? `${name.slice(0, LONGEST - 2)}…` : name));
		shortNames.set(texts, names);
	}
	return names;
}
