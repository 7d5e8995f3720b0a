import { KIND_STYLES } from '#lib/charts/kind-style.ts';
import { MEMBERSHIP_STATUSES, ORGANISATION_KINDS, STAGES } from '#lib/domain/vocabulary.ts';
import type { SceneGroup } from '#lib/graph/scene.ts';
import type { LegendEntry } from '#lib/graph/svg-graph.ts';
import { classBreaks, classOf } from '#lib/view/class-breaks.ts';
import type { NodePaint } from '#lib/view/network-choice.ts';
import { NODE_TYPES } from '#lib/view/network-data.ts';
import type { NodeType } from '#lib/view/network-data.ts';
import type { NetworkPicture } from '#lib/view/network-picture.ts';
import type { Change } from '#lib/network/network-asked.ts';
import type { NetworkMoment } from '#lib/network/network-moment.ts';
import { FIGURE_WORDS, figureText } from './figure-words.ts';
import { GREY, GROUND, GROUP_COLOURS, SHAPE_OF, STEPS, TYPE_LOOK } from './network-looks.ts';
import type { Palette, SceneInput, Theme } from './scene-input.ts';

const MOST_GROUPS = 24;
const FEWEST_IN_HULL = 3;

/** Colour of each node by what the reader chose, with its legend. */
export function nodeColours(
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
		const places = ORGANISATION_KINDS.map((kind) => palette.place(KIND_STYLES[kind][theme]));
		const isUsed = new Uint8Array(ORGANISATION_KINDS.length);
		for (let node = 0; node < nodes.count; node += 1) {
			const kind = nodes.kind[node]!;
			if (kind < 0) continue;
			colours[node] = places[kind]!;
			if (isThere(node)) isUsed[kind] = 1;
		}
		ORGANISATION_KINDS.forEach((kind, at) => {
			if (isUsed[at] === 1)
				legend.push({
					text: KIND_STYLES[kind].plural,
					colour: KIND_STYLES[kind][theme],
					mark: SHAPE_OF[kind]
				});
		});
	} else if (paint === 'type') {
		const colour = GROUP_COLOURS[theme][0]!;
		each(() => colour);
		if (nodes.kind.some((kind, node) => kind >= 0 && isThere(node)))
			legend.push({ text: 'organisations', colour, mark: 'circle' });
	} else if (isGroup(paint)) {
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
		const hasNone = nodes.kind.some((kind, node) => kind >= 0 && isThere(node) && (groupOf?.[node] ?? 0) < 0);
		if (hasNone) legend.push({ text: groupName(picture, paint, -1), colour: GREY[theme], mark: 'circle' });
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
		bounds.forEach((bound, step) => {
			const from = step === 0 ? leastOf(known) : null;
			const range = from === null || from === bound ? '' : `${figureText(paint, from)} to `;
			legend.push({
				text: `${step === 0 ? `${FIGURE_WORDS[paint].label}: ${range}` : 'up to '}${figureText(paint, bound)}`,
				colour: STEPS[theme][step]!,
				mark: 'circle'
			});
		});
		const unknown = Array.from(nodes.kind.keys()).some(
			(node) => isThere(node) && nodes.kind[node]! >= 0 && Number.isNaN(values?.[node] ?? NaN)
		);
		if (unknown && known.length > 0) legend.push({ text: 'not known', colour: GREY[theme], mark: 'circle' });
	}
	for (const type of things) {
		if (type !== 'organisation')
			legend.push({ text: `${type}s`, colour: TYPE_LOOK[type][theme], mark: TYPE_LOOK[type].shape });
	}
	return colours;
}

function leastOf(values: readonly number[]): number {
	return values.reduce((least, value) => Math.min(least, value), Infinity);
}

const GROUP_PAINTS = ['region', 'status', 'stage', 'community', 'component'] as const;
type GroupPaint = (typeof GROUP_PAINTS)[number];

function isGroup(paint: NodePaint): paint is GroupPaint {
	return GROUP_PAINTS.some((one) => one === paint);
}

/** Name of a group as legends, hulls and the table have it; −1 is whoever is in none. */
export function groupName(
	picture: Pick<NetworkPicture, 'regions'>,
	by: GroupPaint | 'kind',
	group: number
): string {
	switch (by) {
		case 'region':
			return picture.regions[group] ?? 'region not recorded';
		case 'kind':
			return ORGANISATION_KINDS[group] ?? 'no organisation';
		case 'status':
			return MEMBERSHIP_STATUSES[group] ?? 'no membership in view by this date';
		case 'stage':
			return STAGES[group] ?? 'no practice in view by this date';
		case 'community':
			return group < 0 ? 'communities not looked for' : `community ${group + 1}`;
		case 'component':
			return group < 0 ? 'in no part' : `part ${group + 1}`;
	}
}

/** Outlines around groups of nodes, with their legend. */
export function hulls(
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

/** What stands before the names of those who joined or left, so that colour alone says nothing. */
export function changeMarks(change: Change | null): Map<number, string> {
	return new Map([
		...(change?.joined ?? []).map((node) => [node, '+ '] as const),
		...(change?.left ?? []).map((node) => [node, '− '] as const)
	]);
}

/** What the marks of a comparison mean. */
export function changeLegend(theme: Theme): LegendEntry[] {
	const { joined, left } = GROUND[theme];
	return [
		{ text: '+ joined, with a ring', colour: joined, mark: 'ring' },
		{ text: '− left', colour: left, mark: 'circle' },
		{ text: 'no longer connected', colour: left, mark: 'dashed line' }
	];
}

/** The same colours with those who joined and left between two dates in their own. */
export function changeColours(
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
