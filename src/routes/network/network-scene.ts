import { KIND_STYLES } from '#lib/charts/kind-style.ts';
import { ORGANISATION_KINDS } from '#lib/domain/vocabulary.ts';
import {
	LINK_DASHED,
	LINK_DIRECTED,
	LINK_FADED,
	NODE_FADED,
	NODE_FOCUSED,
	NODE_PINNED,
	NODE_SELECTED,
	SHAPES
} from '#lib/graph/scene.ts';
import type { GraphScene, NodeShape, SceneGroup } from '#lib/graph/scene.ts';
import type { LegendEntry } from '#lib/graph/svg-graph.ts';
import { classBreaks, classOf } from '#lib/view/class-breaks.ts';
import { EDGE_KINDS, NODE_TYPES } from '#lib/view/network-data.ts';
import type { EdgeKind, NodeType } from '#lib/view/network-data.ts';
import { NODE_FIGURES } from '#lib/view/network-choice.ts';
import type { NetworkChoice, NodeFigure } from '#lib/view/network-choice.ts';
import type { NetworkPicture, Shown } from '#lib/view/network-picture.ts';
import type { NetworkMoment } from '#lib/worker/network-moment.ts';
import { FIGURE_WORDS, figureText } from './figure-words.ts';
import { GREY, GROUND, GROUP_COLOURS, LINK_LOOK, SHAPE_OF, STEPS, TYPE_LOOK } from './network-looks.ts';

export interface SceneInput {
	picture: NetworkPicture;
	/** Absent until the first measurement has arrived. */
	moment: NetworkMoment | null;
	drawn: Shown;
	positions: Float32Array;
	choice: NetworkChoice;
	isDark: boolean;
	/** Number of the node the keyboard or pointer is on, and of the one that is open. */
	focused: number | null;
	hovered: number | null;
	selected: number | null;
}

/** A scene and what its marks mean. */
export interface DrawnNetwork {
	scene: GraphScene;
	legend: LegendEntry[];
}

const FONT = "'Atkinson Hyperlegible Next', system-ui, sans-serif";
const MOST_GROUPS = 24;
const FEWEST_IN_HULL = 3;
/** Radii at a hundred nodes (px); more nodes are drawn smaller. */
const RADIUS = { least: 4, most: 15, same: 6, thing: 6.5 };

/** The scene of a picture: what is drawn, how large, in which colour and with which label. */
export function drawNetwork(input: SceneInput): DrawnNetwork {
	const { picture, moment, drawn, choice, isDark } = input;
	const theme = isDark ? 'dark' : 'light';
	const palette = new Palette();
	const lit = litNodes(input);
	const legend: LegendEntry[] = [];
	const { radii, values } = sizes(input);
	const colours = nodeColours(input, palette, theme, legend);
	const { count, type, kind } = picture.nodes;
	const pinned = new Set(choice.pins.map(({ key }) => key));
	const states = new Uint8Array(count);
	const labels: string[] = new Array<string>(count).fill('');
	const priorities = new Float32Array(count).fill(-1);
	const isNear = lit.nodes;
	for (let node = 0; node < count; node += 1) {
		if (drawn.nodes[node] !== 1 && !lit.extra.has(node)) continue;
		states[node] =
			(isNear !== null && !isNear.has(node) ? NODE_FADED : 0) |
			(node === input.selected || node === input.hovered || lit.strong.has(node) ? NODE_SELECTED : 0) |
			(node === input.focused ? NODE_FOCUSED : 0) |
			(pinned.size > 0 && pinned.has(picture.texts.key[node]!) ? NODE_PINNED : 0);
		if (
			choice.label === 'none' &&
			node !== input.selected &&
			node !== input.hovered &&
			node !== input.focused
		)
			continue;
		labels[node] = labelOf(input, node);
		if (isNear === null || isNear.has(node)) {
			const isThing = kind[node]! < 0 ? 1000 : 0;
			priorities[node] =
				(Number.isNaN(values[node]!) ? 0 : values[node]!) + (isNear === null ? isThing : 10_000);
		}
	}
	const links = sceneLinks(input, palette, theme, lit, legend);
	const shapes = Uint8Array.from(type, (_, node) => SHAPES.indexOf(shapeOf(picture, node)));
	const groups = hulls(input, palette, theme, legend);
	const ground = GROUND[theme];
	return {
		scene: {
			nodes: {
				positions: input.positions,
				radii: radii.map((radius, node) => (drawn.nodes[node] === 1 || lit.extra.has(node) ? radius : 0)),
				colours: moment?.change ? changeColours(colours, moment, palette, theme) : colours,
				shapes,
				states,
				labels,
				labelPriorities: priorities
			},
			links,
			groups,
			palette: palette.colours,
			paper: ground.paper,
			ink: ground.ink,
			focus: ground.focus,
			font: FONT
		},
		legend
	};
}

/** Name of what a node is: its kind if it is an organisation, else its type. */
export function kindWord({ nodes }: Pick<NetworkPicture, 'nodes'>, node: number): string {
	const kind = ORGANISATION_KINDS[nodes.kind[node]!];
	return kind === undefined ? NODE_TYPES[nodes.type[node]!]! : KIND_STYLES[kind].singular;
}

class Palette {
	readonly colours: string[] = [];
	readonly #placeOf = new Map<string, number>();

	place(colour: string): number {
		const known = this.#placeOf.get(colour);
		if (known !== undefined) return known;
		this.#placeOf.set(colour, this.colours.length);
		return this.colours.push(colour) - 1;
	}
}

type Theme = 'light' | 'dark';

interface Lit {
	/** Nodes that stay strong while the rest fades; null: nothing is asked. */
	nodes: Set<number> | null;
	/** Nodes with a ring. */
	strong: Set<number>;
	/** Nodes that are shown although the date does not have them. */
	extra: Set<number>;
	links: Set<number> | null;
	extraLinks: number[];
}

/** What an answer lights up: neighbours, a path, what is cut off, or what changed. */
function litNodes({ picture, moment, choice }: SceneInput): Lit {
	const none: Lit = { nodes: null, strong: new Set(), extra: new Set(), links: null, extraLinks: [] };
	if (moment === null) return none;
	if (moment.change !== null) {
		const { joined, left, tied, untied } = moment.change;
		const touched = [...tied, ...untied].flatMap((link) => [
			picture.links.source[link]!,
			picture.links.target[link]!
		]);
		return {
			nodes: new Set([...joined, ...left, ...touched]),
			strong: new Set(),
			extra: new Set(left),
			links: new Set([...tied, ...untied]),
			extraLinks: untied
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

function shapeOf({ nodes }: NetworkPicture, node: number): NodeShape {
	const kind = ORGANISATION_KINDS[nodes.kind[node]!];
	if (kind !== undefined) return SHAPE_OF[kind];
	const type = NODE_TYPES[nodes.type[node]!]!;
	return type === 'organisation' ? 'circle' : TYPE_LOOK[type].shape;
}

function sizes({ picture, moment, drawn, choice }: SceneInput): {
	radii: Float32Array;
	values: Float64Array;
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
	return { radii, values };
}

function nodeColours(
	{ picture, moment, drawn, choice }: SceneInput,
	palette: Palette,
	theme: Theme,
	legend: LegendEntry[]
): Uint16Array {
	const { nodes } = picture;
	const colours = new Uint16Array(nodes.count);
	const isThere = (node: number): boolean => drawn.nodes[node] === 1;
	const things = new Set<NodeType>();
	for (let node = 0; node < nodes.count; node += 1) {
		const type = NODE_TYPES[nodes.type[node]!]!;
		if (type === 'organisation') continue;
		colours[node] = palette.place(TYPE_LOOK[type][theme]);
		if (isThere(node)) things.add(type);
	}
	const each = (paint: (node: number) => string): void => {
		for (let node = 0; node < nodes.count; node += 1) {
			if (nodes.kind[node]! >= 0) colours[node] = palette.place(paint(node));
		}
	};
	const paint = choice.paint;
	if (paint === 'kind') {
		each((node) => KIND_STYLES[ORGANISATION_KINDS[nodes.kind[node]!]!][theme]);
		ORGANISATION_KINDS.forEach((kind, at) => {
			const isUsed = nodes.kind.some((own, node) => own === at && isThere(node));
			if (isUsed)
				legend.push({
					text: KIND_STYLES[kind].plural,
					colour: KIND_STYLES[kind][theme],
					mark: SHAPE_OF[kind]
				});
		});
	} else if (paint === 'region' || paint === 'community' || paint === 'component') {
		const groupOf = paint === 'region' ? nodes.region : moment?.[paint];
		const colourOf = (group: number): string =>
			group < 0 ? GREY[theme] : (GROUP_COLOURS[theme][group] ?? GREY[theme]);
		each((node) => colourOf(groupOf?.[node] ?? -1));
		const used = [
			...new Set(Array.from(groupOf ?? []).filter((group, node) => isThere(node) && group >= 0))
		].sort((a, b) => a - b);
		for (const group of used.slice(0, GROUP_COLOURS.light.length)) {
			legend.push({ text: groupName(picture, paint, group), colour: colourOf(group), mark: 'circle' });
		}
		if (used.length > GROUP_COLOURS.light.length)
			legend.push({ text: 'all others', colour: GREY[theme], mark: 'circle' });
	} else {
		const values = moment?.figures[paint];
		const known = Array.from(values ?? []).filter(
			(value, node) => !Number.isNaN(value) && isThere(node) && nodes.kind[node]! >= 0
		);
		const bounds = classBreaks(known, STEPS.light.length, 'natural');
		each((node) => {
			const value = values?.[node] ?? NaN;
			return Number.isNaN(value) ? GREY[theme] : STEPS[theme][classOf(value, bounds)]!;
		});
		const sorted = known.sort((a, b) => a - b);
		if (sorted.length > 0) {
			legend.push({
				text: `${FIGURE_WORDS[paint].label}: ${figureText(paint, sorted[0]!)}`,
				colour: STEPS[theme][0]!,
				mark: 'circle'
			});
			legend.push({
				text: `up to ${figureText(paint, sorted.at(-1)!)}`,
				colour: STEPS[theme].at(-1)!,
				mark: 'circle'
			});
		}
	}
	for (const type of things) {
		if (type !== 'organisation')
			legend.push({ text: `${type}s`, colour: TYPE_LOOK[type][theme], mark: TYPE_LOOK[type].shape });
	}
	return colours;
}

/** Name of a group as legends, hulls and the table have it. */
export function groupName(
	picture: Pick<NetworkPicture, 'regions'>,
	by: 'region' | 'community' | 'component' | 'kind',
	group: number
): string {
	switch (by) {
		case 'region':
			return picture.regions[group] ?? 'region not recorded';
		case 'kind':
			return ORGANISATION_KINDS[group] ?? 'no organisation';
		case 'community':
			return `community ${group + 1}`;
		case 'component':
			return `part ${group + 1}`;
	}
}

function labelOf({ picture, moment, choice }: SceneInput, node: number): string {
	const name = picture.texts.label[node]!;
	const short = name.length > 44 ? `${name.slice(0, 42)}…` : name;
	const figure = NODE_FIGURES.find((one) => one === choice.label);
	if (figure === undefined) return short;
	const value = moment?.figures[figure]?.[node] ?? NaN;
	return Number.isNaN(value) ? short : `${short} · ${figureText(figure, value)}`;
}

function sceneLinks(
	{ picture, drawn, moment, choice }: SceneInput,
	palette: Palette,
	theme: Theme,
	lit: Lit,
	legend: LegendEntry[]
): GraphScene['links'] {
	const { links } = picture;
	const used: number[] = [];
	for (let link = 0; link < links.count; link += 1) {
		if (drawn.links[link] === 1 && links.source[link] !== links.target[link]) used.push(link);
	}
	used.push(...lit.extraLinks);
	const gone = choice.isGone && moment?.without ? choice.node : null;
	const goneNode = gone === null ? -1 : picture.texts.key.indexOf(gone);
	const lost = new Set(lit.extraLinks);
	const kinds = new Set<EdgeKind>();
	let hasInferred = false;
	const marks = new Uint8Array(used.length);
	const colours = new Uint16Array(used.length);
	const widths = new Float32Array(used.length);
	used.forEach((link, at) => {
		const kind = EDGE_KINDS[links.kind[link]!]!;
		const [source, target] = [links.source[link]!, links.target[link]!];
		kinds.add(kind);
		hasInferred ||= links.inferred[link] === 1;
		const isLit =
			lit.links !== null
				? lit.links.has(link)
				: lit.nodes === null || (lit.nodes.has(source) && lit.nodes.has(target));
		const isGone = source === goneNode || target === goneNode;
		marks[at] =
			(links.directed[link] === 1 ? LINK_DIRECTED : 0) |
			(links.inferred[link] === 1 || lost.has(link) ? LINK_DASHED : 0) |
			(isLit && !isGone ? 0 : LINK_FADED);
		colours[at] = palette.place(lost.has(link) ? GROUND[theme].left : LINK_LOOK[kind][theme]);
		const isWeighed = choice.projection === 'shared-practice' || choice.projection === 'shared-event';
		widths[at] = isWeighed ? 0.6 + 2.4 * Math.sqrt(links.weight[link]!) : LINK_LOOK[kind].width;
	});
	for (const kind of EDGE_KINDS) {
		if (!kinds.has(kind)) continue;
		const text =
			choice.projection === 'shared-practice'
				? 'share a practice'
				: choice.projection === 'shared-event'
					? 'share an event'
					: kind;
		legend.push({ text, colour: LINK_LOOK[kind][theme], mark: 'line' });
	}
	if (hasInferred) legend.push({ text: 'inferred', colour: GROUND[theme].ink, mark: 'dashed line' });
	return {
		source: Uint32Array.from(used, (link) => links.source[link]!),
		target: Uint32Array.from(used, (link) => links.target[link]!),
		widths,
		colours,
		marks
	};
}

function hulls(
	{ picture, moment, drawn, choice }: SceneInput,
	palette: Palette,
	theme: Theme,
	legend: LegendEntry[]
): SceneGroup[] {
	const by = choice.hulls;
	if (by === 'none') return [];
	const groupOf = by === 'kind' || by === 'region' ? picture.nodes[by] : moment?.[by];
	if (groupOf === undefined) return [];
	const members = new Map<number, number[]>();
	groupOf.forEach((group, node) => {
		if (group < 0 || drawn.nodes[node] !== 1) return;
		const known = members.get(group);
		if (known === undefined) members.set(group, [node]);
		else known.push(node);
	});
	const shown = [...members]
		.filter(([, nodes]) => nodes.length >= FEWEST_IN_HULL)
		.sort(([, a], [, b]) => b.length - a.length)
		.slice(0, MOST_GROUPS);
	const colourOf = (group: number): string =>
		by === 'kind'
			? KIND_STYLES[ORGANISATION_KINDS[group]!][theme]
			: (GROUP_COLOURS[theme][group] ?? GREY[theme]);
	if (choice.paint !== by) {
		for (const [group] of shown.slice(0, 12)) {
			legend.push({ text: `around ${groupName(picture, by, group)}`, colour: colourOf(group), mark: 'line' });
		}
	}
	return shown.map(([group, nodes]) => ({
		name: groupName(picture, by, group),
		nodes: Uint32Array.from(nodes),
		colour: palette.place(colourOf(group))
	}));
}

function changeColours(
	colours: Uint16Array,
	{ change }: NetworkMoment,
	palette: Palette,
	theme: Theme
): Uint16Array {
	const changed = colours.slice();
	for (const node of change!.joined) changed[node] = palette.place(GROUND[theme].joined);
	for (const node of change!.left) changed[node] = palette.place(GROUND[theme].left);
	return changed;
}
