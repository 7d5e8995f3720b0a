import { isoDay, parseDay } from '#lib/domain/day.ts';
import type { Day } from '#lib/domain/day.ts';
import { EDGE_KINDS, NODE_TYPES, USUAL_EDGES } from './network-data.ts';
import type { EdgeKind, NodeType } from './network-data.ts';

export const NETWORK_SHOWS = ['graph', 'table'] as const;

/** Everything as nodes, or organisations only, tied by what they share or by whom they learnt from. */
export const PROJECTIONS = ['everything', 'shared-practice', 'shared-event', 'learnt-from'] as const;
export type Projection = (typeof PROJECTIONS)[number];

export const NETWORK_LAYOUTS = ['force', 'region', 'community', 'rings', 'time'] as const;
export type NetworkLayout = (typeof NETWORK_LAYOUTS)[number];

/** Numbers that every node of the picture may have, by what they say; what it is sized, shaded, labelled and sorted by. */
export const FIGURE_GROUPS = {
	connections: ['links', 'names', 'named-by', 'strength'],
	position: ['betweenness', 'reach', 'closeness', 'eigenvector', 'pagerank', 'core'],
	contacts: [
		'clustering',
		'constraint',
		'effective-size',
		'brokerage',
		'outward-by-kind',
		'outward-by-region'
	],
	record: ['practices', 'since']
} as const;
export type FigureGroup = keyof typeof FIGURE_GROUPS;
export type NodeFigure = (typeof FIGURE_GROUPS)[FigureGroup][number];
export const NODE_FIGURES: readonly NodeFigure[] = Object.values(FIGURE_GROUPS).flat();

export const NODE_PAINTS = [
	'kind',
	'type',
	'region',
	'status',
	'stage',
	'community',
	'component',
	...NODE_FIGURES
] as const;
export type NodePaint = (typeof NODE_PAINTS)[number];
export const NODE_LABELS = ['name', 'none', ...NODE_FIGURES] as const;
export type NodeLabel = (typeof NODE_LABELS)[number];
export const NODE_SIZES = ['same', ...NODE_FIGURES] as const;
export type NodeSize = (typeof NODE_SIZES)[number];
export const HULLS = ['none', 'community', 'region', 'kind', 'component'] as const;
export type Hulls = (typeof HULLS)[number];

/** A node kept in place by the reader, in whole layout units. */
export interface Pin {
	key: string;
	x: number;
	y: number;
}

/** What the address of the network holds beside the view. */
export interface NetworkChoice {
	show: (typeof NETWORK_SHOWS)[number];
	/** Kinds of link that are drawn. */
	links: EdgeKind[];
	/** Types of node that are left out, and whether those without any link are. */
	hidden: NodeType[];
	isLoneHidden: boolean;
	projection: Projection;
	layout: NetworkLayout;
	size: NodeSize;
	paint: NodePaint;
	label: NodeLabel;
	hulls: Hulls;
	/** The node that is asked about: key of `nodeKey`. */
	node: string | null;
	/** Its neighbours to so many steps, 0: none are asked for. */
	steps: number;
	/** The other end of a path from it. */
	to: string | null;
	/** Whether to show what falls apart without it. */
	isGone: boolean;
	/** The day that the view's date is compared with. */
	then: Day | null;
	/** Fewest links of a node that is drawn; 0: all. */
	least: number;
	/** Component, community (from 1) and least core number drawn; 0: all. */
	component: number;
	community: number;
	core: number;
	pins: Pin[];
}

export const USUAL_CHOICE: NetworkChoice = {
	show: 'graph',
	links: [...USUAL_EDGES],
	// Reports and events hang on one organisation each, and hide who is connected to whom.
	hidden: ['learning link'],
	isLoneHidden: false,
	projection: 'everything',
	layout: 'force',
	size: 'links',
	paint: 'kind',
	label: 'name',
	hulls: 'none',
	node: null,
	steps: 0,
	to: null,
	isGone: false,
	then: null,
	least: 0,
	component: 0,
	community: 0,
	core: 0,
	pins: []
};

const KEY = /^(?:(?:practice|link|network)\.)?[a-z0-9]+(?:-[a-z0-9]+)*$/;
const PIN = /^([a-z0-9.-]{1,130}):(-?\d{1,6}):(-?\d{1,6})$/;
/** An address holds no more pins than this. */
export const MOST_PINS = 200;

/** A word of a list as it stands in an address: "learnt from" is `learnt-from`. */
export function addressWord(word: string): string {
	return word.replaceAll(' ', '-');
}

/** Reads the network's own parameters; what is damaged falls back alone, and says so. */
export function parseChoice(search: Pick<URLSearchParams, 'get'>): {
	choice: NetworkChoice;
	problems: string[];
} {
	const problems: string[] = [];
	const fall = (what: string, value: string): void => {
		problems.push(`The network cannot use ${what} “${value.slice(0, 40)}”; it is left out.`);
	};
	function word<Word extends string>(name: string, words: readonly Word[], usual: Word): Word {
		const value = search.get(name);
		if (value === null) return usual;
		const found = words.find((candidate) => candidate === value);
		if (found === undefined) fall(name, value);
		return found ?? usual;
	}
	function words<Word extends string>(name: string, known: readonly Word[]): Word[] | null {
		const value = search.get(name);
		if (value === null) return null;
		const items = value.split('~').filter((item) => item !== '' && item !== 'none');
		for (const item of items) if (!known.some((one) => addressWord(one) === item)) fall(name, item);
		return known.filter((one) => items.includes(addressWord(one)));
	}
	function whole(name: string, most: number): number {
		const value = search.get(name);
		if (value === null || value === '') return 0;
		if (/^\d{1,6}$/.test(value) && Number(value) <= most) return Number(value);
		fall(name, value);
		return 0;
	}
	function key(name: string): string | null {
		const value = search.get(name);
		if (value === null || value === '') return null;
		if (value.length <= 130 && KEY.test(value)) return value;
		fall(name, value);
		return null;
	}
	function pins(): Pin[] {
		const items = (search.get('pins') ?? '').split('~').filter((item) => item !== '');
		if (items.length > MOST_PINS)
			problems.push(`No more than ${MOST_PINS} nodes can be pinned; the others are left out.`);
		return items.slice(0, MOST_PINS).flatMap((item) => {
			const match = PIN.exec(item);
			if (match === null) fall('pins', item);
			return match === null ? [] : [{ key: match[1]!, x: Number(match[2]), y: Number(match[3]) }];
		});
	}
	const thenText = search.get('then');
	const then = thenText === null || thenText === '' ? null : parseDay(thenText);
	if (thenText !== null && thenText !== '' && then === null) fall('then', thenText);

	const choice: NetworkChoice = {
		show: word('show', NETWORK_SHOWS, USUAL_CHOICE.show),
		links: words('links', EDGE_KINDS) ?? [...USUAL_CHOICE.links],
		hidden: words('hide', NODE_TYPES) ?? [...USUAL_CHOICE.hidden],
		isLoneHidden: search.get('lone') === 'off',
		projection: word('as', PROJECTIONS, USUAL_CHOICE.projection),
		layout: word('layout', NETWORK_LAYOUTS, USUAL_CHOICE.layout),
		size: word('size', NODE_SIZES, USUAL_CHOICE.size),
		paint: word('paint', NODE_PAINTS, USUAL_CHOICE.paint),
		label: word('label', NODE_LABELS, USUAL_CHOICE.label),
		hulls: word('around', HULLS, USUAL_CHOICE.hulls),
		node: key('node'),
		steps: whole('steps', 3),
		to: key('to'),
		isGone: search.get('gone') === 'on',
		then,
		least: whole('least', 100_000),
		component: whole('component', 100_000),
		community: whole('community', 100_000),
		core: whole('core', 100_000),
		pins: pins()
	};
	return { choice, problems };
}

/** The parameters of a choice; usual values are null and so left out of an address. */
export function printChoice(choice: NetworkChoice): Record<string, string | null> {
	const unless = (value: string, usual: string): string | null => (value === usual ? null : value);
	const list = (words: readonly string[]): string => words.map(addressWord).join('~') || 'none';
	const number = (value: number): string | null => (value === 0 ? null : String(value));
	return {
		show: unless(choice.show, USUAL_CHOICE.show),
		as: unless(choice.projection, USUAL_CHOICE.projection),
		links: unless(list(choice.links), list(USUAL_CHOICE.links)),
		hide: unless(list(choice.hidden), list(USUAL_CHOICE.hidden)),
		lone: choice.isLoneHidden ? 'off' : null,
		layout: unless(choice.layout, USUAL_CHOICE.layout),
		size: unless(choice.size, USUAL_CHOICE.size),
		paint: unless(choice.paint, USUAL_CHOICE.paint),
		label: unless(choice.label, USUAL_CHOICE.label),
		around: unless(choice.hulls, USUAL_CHOICE.hulls),
		node: choice.node,
		steps: number(choice.steps),
		to: choice.to,
		gone: choice.isGone ? 'on' : null,
		then: choice.then === null ? null : isoDay(choice.then),
		least: number(choice.least),
		component: number(choice.component),
		community: number(choice.community),
		core: number(choice.core),
		pins: choice.pins.length === 0 ? null : choice.pins.map(({ key, x, y }) => `${key}:${x}:${y}`).join('~')
	};
}

/** The part of a choice that decides which nodes and links there are; the rest decides which of them are drawn, and how. */
export type PictureChoice = Pick<NetworkChoice, 'links' | 'hidden' | 'projection'>;
