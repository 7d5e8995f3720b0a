import type { NetworkChoice } from '#lib/view/network-choice.ts';
import type { MeasuredPicture } from '#lib/view/network-picture.ts';
import type { Shown } from '#lib/view/shown-in.ts';
import type { NetworkParts } from './network-parts.ts';

/** The conditions that decide which of the nodes of a date are drawn. */
export type NetworkFilters = Pick<
	NetworkChoice,
	'least' | 'component' | 'community' | 'core' | 'isLoneHidden'
>;

/** What the filters leave of the nodes and links of a date; a community that was not looked for is no condition. */
export function drawnIn(
	{ links }: Pick<MeasuredPicture, 'links'>,
	parts: NetworkParts,
	filters: NetworkFilters
): Shown {
	const { shown, component, community } = parts;
	const least = Math.max(filters.least, filters.isLoneHidden ? 1 : 0);
	const isWantedCommunity = (node: number): boolean =>
		filters.community === 0 || parts.communitySizes.length === 0 || community[node] === filters.community - 1;
	const nodes = shown.nodes.map((there, node) =>
		there === 1 &&
		parts.links[node]! >= least &&
		parts.core[node]! >= filters.core &&
		(filters.component === 0 || component[node] === filters.component - 1) &&
		isWantedCommunity(node)
			? 1
			: 0
	);
	return {
		nodes,
		links: shown.links.map((there, link) =>
			there === 1 && nodes[links.source[link]!] === 1 && nodes[links.target[link]!] === 1 ? 1 : 0
		)
	};
}
