import { KIND_STYLES } from '#lib/charts/kind-style.ts';
import { ORGANISATION_KINDS } from '#lib/domain/vocabulary.ts';
import { NODE_FADED, NODE_FOCUSED, NODE_PINNED, NODE_SELECTED, SHAPES } from '#lib/graph/scene.ts';
import type { GraphScene } from '#lib/graph/scene.ts';
import type { LegendEntry } from '#lib/graph/svg-graph.ts';
import { NODE_TYPES } from '#lib/view/network-data.ts';
import type { NodeFigure } from '#lib/view/network-choice.ts';
import type { NetworkPicture } from '#lib/view/network-picture.ts';
import { FIGURE_WORDS, figureText } from './figure-words.ts';
import { GROUND, LABEL_FAMILY, SHAPE_OF, TYPE_LOOK } from './network-looks.ts';
import { changeColours, changeLegend, hulls, nodeColours } from './scene-colours.ts';
import { Palette } from './scene-input.ts';
import type { SceneInput } from './scene-input.ts';
import { sceneLabels } from './scene-labels.ts';
import { sceneLinks } from './scene-links.ts';
import { litNodes } from './scene-lit.ts';

/** A scene and what its marks mean. */
export interface DrawnNetwork {
	scene: GraphScene;
	legend: LegendEntry[];
}

/** Radii at a hundred nodes (px); more nodes are drawn smaller. */
const RADIUS = { least: 4, most: 15, same: 6, thing: 6.5 };

/** The scene of a picture: what is drawn, how large, in which colour and with which label. */
export function drawNetwork(input: SceneInput): DrawnNetwork {
	const { picture, moment, drawn, choice, isDark } = input;
	const theme = isDark ? 'dark' : 'light';
	const palette = new Palette(input.system);
	const lit = litNodes(input);
	const legend: LegendEntry[] = [];
	const { radii, values, range } = sizes(input);
	const colours = nodeColours(input, palette, theme, legend);
	const { count, kind } = picture.nodes;
	const pinned = new Set(choice.pins.map(({ key }) => key));
	const states = new Uint8Array(count);
	const priorities = new Float32Array(count).fill(-1);
	const isNear = lit.nodes;
	const isThere = (node: number): boolean => drawn.nodes[node] === 1 || lit.extra.has(node);
	for (let node = 0; node < count; node += 1) {
		if (!isThere(node)) {
			radii[node] = 0;
			continue;
		}
		states[node] =
			(isNear !== null && !isNear.has(node) ? NODE_FADED : 0) |
			(node === input.selected || node === input.hovered || lit.strong.has(node) ? NODE_SELECTED : 0) |
			(node === input.focused ? NODE_FOCUSED : 0) |
			(pinned.size > 0 && pinned.has(picture.texts.key[node]!) ? NODE_PINNED : 0);
		if (isNear === null || isNear.has(node)) {
			const isThing = kind[node]! < 0 ? 1000 : 0;
			priorities[node] =
				(Number.isNaN(values[node]!) ? 0 : values[node]!) + (isNear === null ? isThing : 10_000);
		}
	}
	if (choice.size !== 'same' && range !== null) {
		const [least, most] = range.map((value) => figureText(choice.size as NodeFigure, value));
		legend.push({
			text: `larger: ${FIGURE_WORDS[choice.size].label.toLowerCase()}, ${least} to ${most}`,
			colour: GROUND[theme].ink,
			mark: 'circle'
		});
	}
	const links = sceneLinks(input, palette, theme, lit, legend);
	if (moment?.change) legend.push(...changeLegend(theme));
	const groups = hulls(input, palette, theme, legend);
	const ground = { ...GROUND[theme], ...input.system };
	return {
		scene: {
			nodes: {
				positions: input.positions,
				radii,
				colours: moment?.change ? changeColours(colours, moment, palette, theme) : colours,
				shapes: shapesOf(picture),
				states,
				labels: sceneLabels(input, isThere),
				labelPriorities: priorities
			},
			links,
			groups,
			...(input.guides === undefined ? {} : { guides: input.guides }),
			palette: palette.colours,
			paper: ground.paper,
			ink: ground.ink,
			focus: ground.focus,
			font: `'${LABEL_FAMILY}', system-ui, sans-serif`
		},
		legend
	};
}

/** Name of what a node is: its kind if it is an organisation, else its type. */
export function kindWord({ nodes }: Pick<NetworkPicture, 'nodes'>, node: number): string {
	const kind = ORGANISATION_KINDS[nodes.kind[node]!];
	return kind === undefined ? NODE_TYPES[nodes.type[node]!]! : KIND_STYLES[kind].singular;
}

const SHAPE_OF_KIND = ORGANISATION_KINDS.map((kind) => SHAPES.indexOf(SHAPE_OF[kind]));
const SHAPE_OF_TYPE = NODE_TYPES.map((type) =>
	SHAPES.indexOf(type === 'organisation' ? 'circle' : TYPE_LOOK[type].shape)
);

function shapesOf({ nodes }: NetworkPicture): Uint8Array {
	const shapes = new Uint8Array(nodes.count);
	for (let node = 0; node < nodes.count; node += 1) {
		shapes[node] = SHAPE_OF_KIND[nodes.kind[node]!] ?? SHAPE_OF_TYPE[nodes.type[node]!]!;
	}
	return shapes;
}

function sizes({ picture, moment, drawn, choice }: SceneInput): {
	radii: Float32Array;
	values: Float64Array;
	/** Least and largest value drawn; null where all are of one size. */
	range: readonly [number, number] | null;
} {
	const { count, kind } = picture.nodes;
	const figure: NodeFigure = choice.size === 'same' ? 'links' : choice.size;
	const values = moment?.figures[figure] ?? new Float64Array(count).fill(NaN);
	const there = drawn.nodes.reduce((sum, one) => sum + one, 0);
	const shrink = Math.max(0.35, Math.min(1, Math.sqrt(260 / Math.max(1, there))));
	let [least, most] = [Infinity, -Infinity];
	for (let node = 0; node < count; node += 1) {
		if (drawn.nodes[node] !== 1 || Number.isNaN(values[node]!)) continue;
		least = Math.min(least, values[node]!);
		most = Math.max(most, values[node]!);
	}
	const radii = new Float32Array(count);
	for (let node = 0; node < count; node += 1) {
		const floor = kind[node]! < 0 ? RADIUS.thing : RADIUS.least;
		const share = most > least ? (values[node]! - least) / (most - least) : 0;
		const grown = floor + (RADIUS.most - floor) * Math.sqrt(Number.isNaN(share) ? 0 : share);
		const least6 = choice.size === 'same' || moment === null ? Math.max(floor, RADIUS.same) : grown;
		radii[node] = Math.max(1.6, least6 * shrink);
	}
	return { radii, values, range: choice.size === 'same' || !(most > least) ? null : [least, most] };
}
