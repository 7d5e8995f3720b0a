import { hullOf, widenedHull } from '#lib/layout/hulls.ts';
import { GUIDE_OPACITY, placeGuides } from './guides.ts';
import { chooseLabels, estimatedWidth, LABEL_SIZE, labelOrder, type MeasureText } from './label-choice.ts';
import { BEND_MOST_PX, BEND_SHARE, linkTracks } from './link-tracks.ts';
import {
	fittingViewpoint,
	LINK_DASHED,
	LINK_DIRECTED,
	LINK_FADED,
	linkOpacity,
	NODE_FADED,
	NODE_FOCUSED,
	NODE_PINNED,
	NODE_SELECTED,
	nodeScale,
	SHAPES,
	type GraphScene,
	type PictureSize,
	type SceneGuides,
	type Viewpoint
} from './scene.ts';
import { shapePath } from './shapes.ts';

const FADED_OPACITY = 0.18;
/** Length and half-width of an arrowhead (px). */
const ARROW = { length: 8, half: 3.5 };
/** Room between a group's outermost nodes and its outline (px). */
export const GROUP_PADDING = 14;

/** Text for an XML document: marks escaped, characters that XML does not allow left out. */
export function xmlText(text: string): string {
	return text
		.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}

/**
 * SVG elements of a network, back to front: outlines, links, nodes, labels.
 *
 * @param view where layout units land (px)
 * @param size picture; labels stay inside it
 * @param fittingK zoom at which the whole network is in view; nodes grow beyond it
 */
export function graphMarkup(
	scene: GraphScene,
	view: Viewpoint,
	size: PictureSize,
	fittingK: number,
	measure: MeasureText = estimatedWidth
): string {
	const scale = nodeScale(view.k, fittingK);
	return [
		...(scene.guides === undefined ? [] : [guidesMarkup(scene, scene.guides, view, size)]),
		`<g class="groups">${groupsMarkup(scene, view)}</g>`,
		`<g class="links" fill="none" stroke-opacity="${round(linkOpacity(scene.links.source.length))}">${linksMarkup(scene, view, scale)}</g>`,
		`<g class="nodes" stroke="${xmlText(scene.paper)}">${nodesMarkup(scene, view, scale)}</g>`,
		labelsMarkup(scene, view, size, scale, measure)
	].join('\n');
}

function guidesMarkup(
	{ ink, paper, font }: GraphScene,
	guides: SceneGuides,
	view: Viewpoint,
	size: PictureSize
): string {
	const { lines, rings } = placeGuides(guides, view, size);
	const paint = xmlText(ink);
	const text = ({ text: words, textX, textY }: { text: string; textX: number; textY: number }): string =>
		words === '' ? '' : `<text x="${round(textX)}" y="${round(textY)}">${xmlText(words)}</text>`;
	return [
		`<g class="guides" fill="none" stroke="${paint}" stroke-opacity="${GUIDE_OPACITY}">`,
		...lines.map(({ x }) => `<path d="M${round(x)} 0V${size.height}"/>`),
		...rings.map(({ x, y, radius }) => `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}"/>`),
		'</g>',
		`<g class="guide-names" font-family="${xmlText(font)}" font-size="${LABEL_SIZE}" fill="${paint}" text-anchor="middle" ` +
			`stroke="${xmlText(paper)}" stroke-width="3" paint-order="stroke" dominant-baseline="central">`,
		...[...lines, ...rings].map(text),
		'</g>'
	].join('');
}

function groupsMarkup({ groups, nodes, palette }: GraphScene, view: Viewpoint): string {
	return groups
		.map(({ name, nodes: members, colour }) => {
			const hull = widenedHull(hullOf(nodes.positions, members), GROUP_PADDING / view.k);
			if (hull.length === 0) return '';
			const corners: string[] = [];
			for (let i = 0; i < hull.length; i += 2) {
				corners.push(`${round(hull[i]! * view.k + view.x)} ${round(hull[i + 1]! * view.k + view.y)}`);
			}
			const paint = xmlText(palette[colour] ?? '');
			return (
				`<path d="M${corners.join('L')}Z" fill="${paint}" fill-opacity="0.08" stroke="${paint}" ` +
				`stroke-opacity="0.5"><title>${xmlText(name)}</title></path>`
			);
		})
		.join('\n');
}

function linksMarkup({ links, nodes, palette }: GraphScene, view: Viewpoint, scale: number): string {
	const tracks = linkTracks(links.source, links.target);
	const parts: string[] = [];
	for (let link = 0; link < links.source.length; link++) {
		const marks = links.marks[link]!;
		const line = linkLine(link);
		if (line === null) continue;
		const paint = xmlText(palette[links.colours[link]!] ?? '');
		const opacity = (marks & LINK_FADED) !== 0 ? ` opacity="${FADED_OPACITY}"` : '';
		const dashes = (marks & LINK_DASHED) !== 0 ? ' stroke-dasharray="6 4"' : '';
		parts.push(
			`<path d="${line.path}" stroke="${paint}" stroke-width="${round(links.widths[link]!)}"${dashes}${opacity}/>`
		);
		if (line.arrow !== '') parts.push(`<path d="${line.arrow}" fill="${paint}" stroke="none"${opacity}/>`);
	}
	return parts.join('\n');

	/** Path and arrowhead of a link, from edge to edge of its nodes; null when they touch. */
	function linkLine(link: number): { path: string; arrow: string } | null {
		const isDirected = (links.marks[link]! & LINK_DIRECTED) !== 0;
		const [a, b] = [links.source[link]!, links.target[link]!];
		const ax = nodes.positions[2 * a]! * view.k + view.x;
		const ay = nodes.positions[2 * a + 1]! * view.k + view.y;
		const bx = nodes.positions[2 * b]! * view.k + view.x;
		const by = nodes.positions[2 * b + 1]! * view.k + view.y;
		const length = Math.hypot(bx - ax, by - ay);
		const endRoom = nodes.radii[b]! * scale + (isDirected ? ARROW.length : 0);
		if (!(length > nodes.radii[a]! * scale + endRoom)) return null;
		const [alongX, alongY] = [(bx - ax) / length, (by - ay) / length];
		const bend = tracks[link]! * Math.min(BEND_SHARE * length, BEND_MOST_PX);
		const [midX, midY] = [(ax + bx) / 2 - alongY * 2 * bend, (ay + by) / 2 + alongX * 2 * bend];
		// The last stretch of a bent link points from its control point to its end.
		const intoLength = Math.max(1e-6, Math.hypot(bx - midX, by - midY));
		const [intoX, intoY] =
			bend === 0 ? [alongX, alongY] : [(bx - midX) / intoLength, (by - midY) / intoLength];
		const [endX, endY] = [bx - intoX * endRoom, by - intoY * endRoom];
		const path =
			bend === 0
				? `M${round(ax)} ${round(ay)}L${round(endX)} ${round(endY)}`
				: `M${round(ax)} ${round(ay)}Q${round(midX)} ${round(midY)} ${round(endX)} ${round(endY)}`;
		if (!isDirected) return { path, arrow: '' };
		const [tipX, tipY] = [endX + intoX * ARROW.length, endY + intoY * ARROW.length];
		const corner = (side: number): string =>
			`${round(endX - side * intoY * ARROW.half)} ${round(endY + side * intoX * ARROW.half)}`;
		return { path, arrow: `M${round(tipX)} ${round(tipY)}L${corner(1)}L${corner(-1)}Z` };
	}
}

function nodesMarkup({ nodes, palette, ink, focus }: GraphScene, view: Viewpoint, scale: number): string {
	const parts: string[] = [];
	for (let node = 0; node < nodes.radii.length; node++) {
		const x = nodes.positions[2 * node]! * view.k + view.x;
		const y = nodes.positions[2 * node + 1]! * view.k + view.y;
		const radius = nodes.radii[node]! * scale;
		const state = nodes.states[node]!;
		const opacity = (state & NODE_FADED) !== 0 ? ` opacity="${FADED_OPACITY}"` : '';
		const path = shapePath(SHAPES[nodes.shapes[node]!] ?? 'circle', x, y, radius);
		parts.push(
			`<path d="${path}" fill="${xmlText(palette[nodes.colours[node]!] ?? '')}" fill-rule="evenodd"${opacity}>` +
				`<title>${xmlText(nodes.labels[node]!)}</title></path>`
		);
		const ring = (state & NODE_FOCUSED) !== 0 ? focus : (state & NODE_SELECTED) !== 0 ? ink : null;
		if (ring !== null) {
			parts.push(
				`<circle cx="${round(x)}" cy="${round(y)}" r="${round(1.3 * radius + 3)}" fill="none" stroke="${xmlText(ring)}" stroke-width="2.5"/>`
			);
		}
		if ((state & NODE_PINNED) !== 0) {
			parts.push(`<circle cx="${round(x)}" cy="${round(y)}" r="2" fill="${xmlText(ink)}"/>`);
		}
	}
	return parts.join('\n');
}

function labelsMarkup(
	scene: GraphScene,
	view: Viewpoint,
	size: PictureSize,
	scale: number,
	measure: MeasureText
): string {
	const labels = chooseLabels(scene, labelOrder(scene), view, size, scale, measure);
	const texts = labels.map(
		({ text, x, y, isStrong }) =>
			`<text x="${round(x)}" y="${round(y)}"${isStrong ? ' font-weight="700"' : ''}>${xmlText(text)}</text>`
	);
	return (
		`<g class="labels" font-family="${xmlText(scene.font)}" font-size="${LABEL_SIZE}" fill="${xmlText(scene.ink)}" ` +
		`stroke="${xmlText(scene.paper)}" stroke-width="3" stroke-linejoin="round" paint-order="stroke" ` +
		`dominant-baseline="central">${texts.join('\n')}</g>`
	);
}

/** One line of a legend: a node's shape or a link's line. */
export interface LegendEntry {
	text: string;
	/** CSS colour. */
	colour: string;
	mark: (typeof SHAPES)[number] | 'line' | 'dashed line' | 'arrow';
}

export interface GraphSvgOptions extends PictureSize {
	title: string;
	legend: readonly LegendEntry[];
	/** Sources, date and address, in a line at the foot. */
	attribution: string;
}

const TITLE_ROOM = 44;
const LINE_ROOM = 20;
const MARGIN = 16;

/** A whole SVG document of a network for print and download: title, picture, legend, attribution. */
export function graphSvg(scene: GraphScene, options: GraphSvgOptions): string {
	const { width, height, title, legend, attribution } = options;
	const rows = legendRows(legend, width - 2 * MARGIN);
	const foot = (rows.length + 1) * LINE_ROOM + MARGIN;
	const picture = { width, height: Math.max(1, height - TITLE_ROOM - foot) };
	const view = fittingViewpoint(scene.nodes.positions, picture, 48);
	const text = (x: number, y: number, content: string, attributes = ''): string =>
		`<text x="${round(x)}" y="${round(y)}"${attributes}>${xmlText(content)}</text>`;

	const entries = rows.flatMap((row, r) =>
		row.map(({ entry, x }) => {
			const y = height - foot + r * LINE_ROOM + LINE_ROOM / 2;
			return legendMark(entry, MARGIN + x + 8, y) + text(MARGIN + x + 22, y + 4, entry.text);
		})
	);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title">`,
		`<title id="title">${xmlText(title)}</title>`,
		`<rect width="${width}" height="${height}" fill="${xmlText(scene.paper)}"/>`,
		`<g font-family="${xmlText(scene.font)}" font-size="${LABEL_SIZE}" fill="${xmlText(scene.ink)}">`,
		text(MARGIN, 28, title, ' font-size="20" font-weight="700"'),
		...entries,
		text(MARGIN, height - MARGIN, attribution),
		'</g>',
		`<g transform="translate(0 ${TITLE_ROOM})">`,
		graphMarkup(scene, view, picture, view.k),
		'</g>',
		'</svg>'
	].join('\n');
}

/** Legend entries in rows that fit the width. */
function legendRows(legend: readonly LegendEntry[], width: number): { entry: LegendEntry; x: number }[][] {
	const rows: { entry: LegendEntry; x: number }[][] = [];
	let x = Infinity;
	for (const entry of legend) {
		const room = 22 + estimatedWidth(entry.text) + MARGIN;
		if (x + room > width) {
			rows.push([]);
			x = 0;
		}
		rows.at(-1)!.push({ entry, x });
		x += room;
	}
	return rows;
}

function legendMark({ mark, colour }: LegendEntry, x: number, y: number): string {
	const paint = xmlText(colour);
	if (mark === 'arrow')
		return `<path d="M${x - 8} ${y}h10" stroke="${paint}" stroke-width="2"/><path d="M${x + 8} ${y}l-7 -4v8Z" fill="${paint}"/>`;
	if (mark !== 'line' && mark !== 'dashed line') {
		return `<path d="${shapePath(mark, x, y, 6)}" fill="${paint}" fill-rule="evenodd"/>`;
	}
	const dashes = mark === 'dashed line' ? ' stroke-dasharray="4 3"' : '';
	return `<path d="M${x - 8} ${y}h16" stroke="${paint}" stroke-width="2"${dashes}/>`;
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}
