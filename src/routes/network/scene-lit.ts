import type { SceneInput } from './scene-input.ts';

/** What stays strong while the rest of a picture fades. */
export interface Lit {
	/** Nodes that stay strong while the rest fades; null: nothing is asked. */
	nodes: Set<number> | null;
	/** Nodes with a ring. */
	strong: Set<number>;
	/** Nodes and links that are shown although the date does not have them. */
	extra: Set<number>;
	links: Set<number> | null;
	extraLinks: Set<number>;
	/** Links that are there on the earlier of two dates only. */
	gone: Set<number>;
}

/** What an answer lights up: neighbours, a path, what is cut off, or what changed. */
export function litNodes({ picture, moment, choice }: SceneInput): Lit {
	const none: Lit = {
		nodes: null,
		strong: new Set(),
		extra: new Set(),
		links: null,
		extraLinks: new Set(),
		gone: new Set()
	};
	if (moment === null) return none;
	if (moment.change !== null) {
		const { joined, left, tied, untied } = moment.change;
		const touched = [...tied, ...untied].flatMap((link) => [
			picture.links.source[link]!,
			picture.links.target[link]!
		]);
		return {
			nodes: new Set([...joined, ...left, ...touched]),
			strong: new Set(joined),
			// Whichever of the two dates the picture is of, what the other has is drawn too.
			extra: new Set([...joined, ...left]),
			links: new Set([...tied, ...untied]),
			extraLinks: new Set([...tied, ...untied]),
			gone: new Set(untied)
		};
	}
	if (choice.to !== null && moment.path !== null && moment.path.length > 0) {
		const pairs = new Set(moment.path.slice(1).map((node, at) => pairName(moment.path![at]!, node)));
		const links = new Set(
			Array.from(picture.links.source.keys()).filter((link) =>
				pairs.has(pairName(picture.links.source[link]!, picture.links.target[link]!))
			)
		);
		return { ...none, nodes: new Set(moment.path), strong: new Set(moment.path), links };
	}
	if (moment.without !== null) {
		const cutOff = new Set(moment.without.cutOff);
		return cutOff.size === 0 ? none : { ...none, nodes: cutOff, strong: cutOff };
	}
	if (moment.steps !== null) {
		const near = new Set(Array.from(moment.steps.keys()).filter((node) => moment.steps![node]! >= 0));
		return { ...none, nodes: near };
	}
	return none;
}

function pairName(a: number, b: number): string {
	return a < b ? `${a} ${b}` : `${b} ${a}`;
}
