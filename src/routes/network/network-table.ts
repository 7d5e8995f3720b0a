import type { NodeFigure } from '#lib/view/network-choice.ts';
import type { NetworkPicture } from '#lib/view/network-picture.ts';
import type { NetworkMoment } from '#lib/network/network-moment.ts';
import type { ListState } from '#lib/view/list-address.ts';
import { kindWord } from './network-scene.ts';

export interface NamedNode {
	label: string;
	href: string;
}

/** A node of the picture as the table shows it. */
export interface NodeRow extends NamedNode {
	key: string;
	kind: string;
	region: string | null;
	/** From 1; null where communities were not looked for. */
	community: number | null;
	figures: Partial<Record<NodeFigure, number | null>>;
	neighbours: NamedNode[];
}

/** Figures with a column on the page; the file has all. */
export const TABLE_FIGURES = [
	'links',
	'betweenness',
	'reach',
	'pagerank',
	'core',
	'clustering',
	'constraint',
	'effective-size',
	'practices',
	'since'
] as const satisfies readonly NodeFigure[];

export const NODE_SORTS = ['name', 'kind', 'community', ...TABLE_FIGURES] as const;
export type NodeSort = (typeof NODE_SORTS)[number];
export const NODE_ORDER: ListState<NodeSort> = { sort: 'links', isDescending: true, page: 1 };

/** The nodes that are drawn, sorted; unknown values come last either way. */
export function listNodes(
	picture: NetworkPicture,
	moment: NetworkMoment,
	{ sort, isDescending }: Pick<ListState<NodeSort>, 'sort' | 'isDescending'>
): NodeRow[] {
	const neighbours = neighboursOf(picture, moment);
	const rows: NodeRow[] = [];
	moment.drawn.nodes.forEach((there, node) => {
		if (there !== 1) return;
		rows.push({
			key: picture.texts.key[node]!,
			label: picture.texts.label[node]!,
			href: picture.texts.href[node]!,
			kind: kindWord(picture, node),
			region: picture.regions[picture.nodes.region[node]!] ?? null,
			community: moment.community[node]! < 0 ? null : moment.community[node]! + 1,
			figures: Object.fromEntries(
				Object.entries(moment.figures).map(([figure, values]) => [
					figure,
					Number.isNaN(values[node]!) ? null : values[node]!
				])
			),
			neighbours: neighbours
				.get(node)
				.map((other) => ({ label: picture.texts.label[other]!, href: picture.texts.href[other]! }))
		});
	});
	const sign = isDescending ? -1 : 1;
	const byName = (a: NodeRow, b: NodeRow): number => a.label.localeCompare(b.label, 'en-GB');
	return rows.sort((a, b) => {
		if (sort === 'name') return sign * byName(a, b);
		const [x, y] = [cell(a, sort), cell(b, sort)];
		if (x === null || y === null) return x === y ? byName(a, b) : x === null ? 1 : -1;
		const order = typeof x === 'number' ? x - (y as number) : x.localeCompare(y as string, 'en-GB');
		return sign * order || byName(a, b);
	});
}

function cell(row: NodeRow, sort: Exclude<NodeSort, 'name'>): number | string | null {
	if (sort === 'kind' || sort === 'community') return row[sort];
	return row.figures[sort] ?? null;
}

/** Neighbours of each node that is drawn, each once, by name. */
export function neighboursOf(
	picture: NetworkPicture,
	{ drawn }: Pick<NetworkMoment, 'drawn'>
): { get(node: number): number[] } {
	const found = new Map<number, Set<number>>();
	const add = (node: number, other: number): void => {
		const known = found.get(node);
		if (known === undefined) found.set(node, new Set([other]));
		else known.add(other);
	};
	drawn.links.forEach((there, link) => {
		const [source, target] = [picture.links.source[link]!, picture.links.target[link]!];
		if (there !== 1 || source === target) return;
		add(source, target);
		add(target, source);
	});
	return {
		get: (node) =>
			[...(found.get(node) ?? [])].sort((a, b) =>
				picture.texts.label[a]!.localeCompare(picture.texts.label[b]!, 'en-GB')
			)
	};
}
