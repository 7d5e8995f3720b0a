import { betweenness } from '#lib/analysis/graph/betweenness.ts';
import { communities } from '#lib/analysis/graph/communities.ts';
import type { Communities } from '#lib/analysis/graph/communities.ts';
import { components } from '#lib/analysis/graph/components.ts';
import { coreNumbers } from '#lib/analysis/graph/cores.ts';
import { outDegrees } from '#lib/analysis/graph/degree.ts';
import { distanceSums } from '#lib/analysis/graph/distances.ts';
import type { Graph } from '#lib/analysis/graph/graph.ts';
import type { DateWindow } from '#lib/view/date-window.ts';
import { NODE_TYPES } from '#lib/view/network-data.ts';
import type { MeasuredPicture } from '#lib/view/network-picture.ts';
import { shownIn, weightsIn } from '#lib/view/shown-in.ts';
import { COMMUNITY_SEARCH, directedGraph, organisationGraph, shownGraph } from './picture-graph.ts';
import type { PictureGraph } from './picture-graph.ts';

/**
 * A picture in a window of time, with what several measures of it rest on. Each is worked out when it is first
 * asked for, and once: whoever reads, filters or sizes the same picture on the same date is handed the same.
 */
export class PictureOnDate {
	readonly picture: MeasuredPicture;
	readonly window: DateWindow;
	/** There in the window. */
	readonly shown = once(() => shownIn(this.picture, this.window));
	/** Strength of each link of the picture in the window. */
	readonly weights = once(() => weightsIn(this.picture, this.window));
	/** All that is shown. */
	readonly whole = once(() => shownGraph(this.picture, this.shown(), this.weights()));
	/** The organisations that are shown and the links between them; the same graph where nothing else is shown. */
	readonly organisations = once((): PictureGraph =>
		this.#areOrganisationsAll() ? this.whole() : organisationGraph(this.picture, this.shown(), this.weights())
	);
	/** The same with those links only that have a direction. */
	readonly arrows = once(() => directedGraph(this.picture, this.shown(), this.weights()));

	/** Of either graph. */
	readonly degrees = perGraph(outDegrees);
	readonly components = perGraph(components);
	readonly communities = perGraph((graph): Communities => communities(graph, COMMUNITY_SEARCH));
	readonly cores = perGraph(coreNumbers);
	readonly betweenness = perGraph((graph) => betweenness(graph));
	readonly distances = perGraph(distanceSums);

	constructor(picture: MeasuredPicture, window: DateWindow) {
		this.picture = picture;
		this.window = window;
	}

	#areOrganisationsAll(): boolean {
		const organisation = NODE_TYPES.indexOf('organisation');
		const { type } = this.picture.nodes;
		return this.shown().nodes.every((isShown, node) => isShown === 0 || type[node] === organisation);
	}
}

function once<Value>(make: () => Value): () => Value {
	let made: { value: Value } | null = null;
	return () => (made ??= { value: make() }).value;
}

function perGraph<Value>(measure: (graph: Graph) => Value): (graph: Graph) => Value {
	const known = new WeakMap<Graph, { value: Value }>();
	return (graph) => {
		let found = known.get(graph);
		if (found === undefined) known.set(graph, (found = { value: measure(graph) }));
		return found.value;
	};
}
