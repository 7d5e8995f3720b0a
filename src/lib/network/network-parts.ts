import { stageRank, statesOn, statusRank } from '#lib/view/node-states.ts';
import type { Shown } from '#lib/view/shown-in.ts';
import { inPicture } from './picture-graph.ts';
import type { PictureOnDate } from './picture-on-date.ts';

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
export function measureParts(on: PictureOnDate, hasCommunities = true): NetworkParts {
	const { nodes } = on.picture;
	const { graph, nodeOf } = on.whole();
	const parts = on.components(graph);
	const groups = hasCommunities ? on.communities(graph) : null;
	const numbers = (values: ArrayLike<number> | null): Int32Array => {
		const wide = new Int32Array(nodes.count).fill(-1);
		if (values !== null) nodeOf.forEach((node, at) => (wide[node] = values[at]!));
		return wide;
	};
	return {
		shown: on.shown(),
		links: inPicture(on.degrees(graph), nodeOf, nodes.count),
		core: inPicture(on.cores(graph), nodeOf, nodes.count),
		component: numbers(parts.partOf),
		community: numbers(groups?.partOf ?? null),
		componentSizes: parts.sizes,
		communitySizes: groups?.sizes ?? [],
		status: statesOn(nodes.status, nodes.count, on.window.day, statusRank),
		stage: statesOn(nodes.stage, nodes.count, on.window.day, stageRank)
	};
}
