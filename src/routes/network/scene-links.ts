import { LINK_DASHED, LINK_DIRECTED, LINK_FADED } from '#lib/graph/scene.ts';
import type { GraphScene } from '#lib/graph/scene.ts';
import type { LegendEntry } from '#lib/graph/svg-graph.ts';
import { EDGE_KINDS } from '#lib/view/network-data.ts';
import type { Projection } from '#lib/view/network-choice.ts';
import { GROUND, LINK_LOOK } from './network-looks.ts';
import type { Palette, SceneInput, Theme } from './scene-input.ts';
import type { Lit } from './scene-lit.ts';

const PROJECTED_WORDS: Partial<Record<Projection, string>> = {
	'shared-practice': 'share a practice',
	'shared-event': 'share an event'
};

/** The links that are drawn, each in the look of its kind, with their legend. */
export function sceneLinks(
	{ picture, drawn, moment, choice }: SceneInput,
	palette: Palette,
	theme: Theme,
	lit: Lit,
	legend: LegendEntry[]
): GraphScene['links'] {
	const { links } = picture;
	const used = new Uint32Array(links.count);
	let count = 0;
	for (let link = 0; link < links.count; link += 1) {
		const isDrawn = drawn.links[link] === 1 && links.source[link] !== links.target[link];
		if (isDrawn || lit.extraLinks.has(link)) used[count++] = link;
	}

	// By kind and once, since there may be tens of thousands of links to a frame.
	const colourOf = EDGE_KINDS.map((kind) => palette.place(LINK_LOOK[kind][theme]));
	const widthOf = EDGE_KINDS.map((kind) => LINK_LOOK[kind].width);
	const lostColour = palette.place(GROUND[theme].left);
	const isKindUsed = new Uint8Array(EDGE_KINDS.length);
	const isWeighed = choice.projection === 'shared-practice' || choice.projection === 'shared-event';
	const gone = choice.isGone && moment?.without ? choice.node : null;
	const goneNode = gone === null ? -1 : picture.texts.key.indexOf(gone);
	const isLit = (link: number, source: number, target: number): boolean =>
		lit.links !== null
			? lit.links.has(link)
			: lit.nodes === null || (lit.nodes.has(source) && lit.nodes.has(target));

	const scene = {
		source: new Uint32Array(count),
		target: new Uint32Array(count),
		widths: new Float32Array(count),
		colours: new Uint16Array(count),
		marks: new Uint8Array(count)
	};
	const hasGone = lit.gone.size > 0;
	let hasInferred = false;
	let hasDirected = false;
	for (let at = 0; at < count; at += 1) {
		const link = used[at]!;
		const kind = links.kind[link]!;
		const [source, target] = [links.source[link]!, links.target[link]!];
		const isLost = hasGone && lit.gone.has(link);
		const isFaded = source === goneNode || target === goneNode || !isLit(link, source, target);
		isKindUsed[kind] = 1;
		hasInferred ||= links.inferred[link] === 1;
		hasDirected ||= links.directed[link] === 1;
		scene.source[at] = source;
		scene.target[at] = target;
		scene.widths[at] = isWeighed ? 0.6 + 2.4 * Math.sqrt(links.weight[link]!) : widthOf[kind]!;
		scene.colours[at] = isLost ? lostColour : colourOf[kind]!;
		scene.marks[at] =
			(links.directed[link] === 1 ? LINK_DIRECTED : 0) |
			(links.inferred[link] === 1 || isLost ? LINK_DASHED : 0) |
			(isFaded ? LINK_FADED : 0);
	}
	EDGE_KINDS.forEach((kind, number) => {
		if (isKindUsed[number] === 0) return;
		legend.push({
			text: PROJECTED_WORDS[choice.projection] ?? kind,
			colour: LINK_LOOK[kind][theme],
			mark: 'line'
		});
	});
	if (hasDirected)
		legend.push({
			text: 'points at who it was learnt from, visited, funded …',
			colour: GROUND[theme].ink,
			mark: 'arrow'
		});
	if (hasInferred) legend.push({ text: 'inferred', colour: GROUND[theme].ink, mark: 'dashed line' });
	return scene;
}
