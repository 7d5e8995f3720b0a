import { LINK_DASHED, LINK_DIRECTED, LINK_FADED } from '#lib/graph/scene.ts';
import type { GraphScene } from '#lib/graph/scene.ts';
import type { LegendEntry } from '#lib/graph/svg-graph.ts';
import { EDGE_KINDS } from '#lib/view/network-data.ts';
import type { EdgeKind } from '#lib/view/network-data.ts';
import { GROUND, LINK_LOOK } from './network-looks.ts';
import type { Palette, SceneInput, Theme } from './scene-input.ts';
import type { Lit } from './scene-lit.ts';

/** The links that are drawn, each in the look of its kind, with their legend. */
export function sceneLinks(
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
