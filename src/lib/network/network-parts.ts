import { communities } from '#lib/analysis/graph/communities.ts';
import { components } from '#lib/analysis/graph/components.ts';
import { coreNumbers } from '#lib/analysis/graph/cores.ts';
import { outDegrees } from '#lib/analysis/graph/degree.ts';
import type { MeasuredPicture } from '#lib/view/network-picture.ts';
import type { DateWindow } from '#lib/view/date-window.ts';
import { stageRank, statesOn, statusRank } from '#lib/view/node-states.ts';
import { shownIn, weightsIn } from '#lib/view/shown-in.ts';
import type { Shown } from '#lib/view/shown-in.ts';
import { COMMUNITY_SEARCH, inPicture, shownGraph } from './picture-graph.ts';

/** How a picture hangs together on a date: what its filters are set by. */
export interface NetworkParts {
	/** There on the date. */
	shown: Shown;
	/** Links and core number of each node, NaN where it is not there. */
	links: Float64Array;
	core: Float64Array;
	/** From 0, the largest first; −1 for nodes that are not there. */
	component: Int32Array;
	/** The same; −1 for all where communities were not looked for. */
	community: Int32Array;
	componentSizes: number[];
	/** Empty where communities were not looked for. */
	communitySizes: number[];
	/** Positions in `MEMBERSHIP_STATUSES` and `STAGES` on the day, of several by `statusRank` and `stageRank`; −1 for none. */
	status: Int8Array;
	stage: Int8Array;
}

/**
 * Splits a picture on a date into connected parts, communities and cores.
 *
 * @param hasCommunities false leaves out the one step that takes longer than reading the links
 */
export function measureParts(
	picture: MeasuredPicture,
	window: DateWindow,
	hasCommunities = true
): NetworkParts {
	const { count } = picture.nodes;
	const shown = shownIn(picture, window);
	const { graph, nodeOf } = shownGraph(picture, shown, weightsIn(picture, window));
	const parts = components(graph);
	const groups = hasCommunities ? communities(graph, COMMUNITY_SEARCH) : null;
	const numbers = (values: ArrayLike<number> | null): Int32Array => {
		const wide = new Int32Array(count).fill(-1);
		if (values !== null) nodeOf.forEach((node, at) => (wide[node] = values[at]!));
		return wide;
	};
	return {
		shown,
		links: inPicture(outDegrees(graph), nodeOf, count),
		core: inPicture(coreNumbers(graph), nodeOf, count),
		component: numbers(parts.partOf),
		community: numbers(groups?.partOf ?? null),
		componentSizes: parts.sizes,
		communitySizes: groups?.sizes ?? [],
		status: statesOn(picture.nodes.status, count, window.day, statusRank),
		stage: statesOn(picture.nodes.stage, count, window.day, stageRank)
	};
}
