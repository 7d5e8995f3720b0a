import { hexMap } from '#lib/charts/hex-map.ts';
import { printPicture } from '#lib/exchange/picture-svg.ts';
import type { LegendEntry, Picture, PictureMark } from '#lib/exchange/picture-svg.ts';
import type { MapTheme } from '#lib/map/theme.ts';
import type { AreaShading, MapReading } from '#lib/view/map-reading.ts';
import type { HexagonCell } from './map-frame.ts';
import type { MapPageState } from './map-page.svelte.ts';
import type { PointCategory } from './point-colours.ts';

/** What is drawn, without the words round it. */
export interface PictureBody {
	width: number;
	height: number;
	theme: MapTheme;
	marks: PictureMark[];
}

/** One thing that colours say in a picture. */
export interface PictureCategory extends Pick<PointCategory, 'label' | 'path' | 'isOpen'> {
	/** Any CSS colour. */
	colour: string;
}

/** What the words round a picture say. */
export interface PictureWords {
	title: string;
	when: string;
	isSample: boolean;
	address: string;
	reading: MapReading;
	/** What is said of areas without a boundary; null where nothing is. */
	undrawn: string | null;
	/** Whether areas are shaded; else organisations are drawn, with arcs or without. */
	isShaded: boolean;
	hasArcs: boolean;
	/** What colours and shapes of organisations say, of those that occur. */
	categories: PictureCategory[];
	/** Whose ground it is. */
	ground: string | null;
}

const HEXAGONS_PX = 640;
const SQUARE = 'M1 1H15V15H1Z';

/** The hexagon map as a picture's body. */
export function hexagonBody(cells: readonly HexagonCell[], theme: MapTheme): PictureBody {
	const map = hexMap(cells, HEXAGONS_PX);
	const marks = cells.map(({ step }, at): PictureMark => ({
		kind: 'path',
		d: map.hexagon,
		fill: step === null ? 'hatch' : (theme.steps[step] ?? theme.card),
		stroke: theme.line,
		strokeWidth: 0.6,
		at: { ...map.centres[at]!, scale: 1 }
	}));
	return { width: HEXAGONS_PX, height: Math.ceil(map.height), theme, marks };
}

/**
 * What a page shows as a picture that stands alone.
 *
 * @param colours of the page's point categories in its theme, in their order
 * @param ground whose it is; null where there is none
 */
export function pictureOf(
	body: PictureBody,
	{ finding, when, isSample, reading, undrawn, own, colours: meaning, presences }: MapPageState,
	{ address, colours, ground }: { address: string; colours: readonly string[]; ground: string | null }
): string {
	const occurring = new Set(
		meaning === null || presences === null ? [] : Array.from(new Set(presences.organisation), meaning.of)
	);
	return standalonePicture(body, {
		title: finding,
		when,
		isSample,
		address,
		reading,
		undrawn,
		isShaded: own.show !== 'map',
		hasArcs: own.arcs,
		categories: (meaning?.categories ?? []).flatMap(({ label, path, isOpen }, at) =>
			occurring.has(at) ? [{ label, path, isOpen, colour: colours[at]! }] : []
		),
		ground
	});
}

/** A picture that stands alone: with title, date, legend, what is left out, sample label and whose it is. */
function standalonePicture(body: PictureBody, words: PictureWords): string {
	const { theme } = body;
	const { shading, unlocated } = words.reading;
	const isAreas = words.isShaded && shading !== null;
	const notes = [
		...(words.isSample ? ['Sample data: every organisation and event here is invented.'] : []),
		...(isAreas && words.undrawn !== null ? [words.undrawn] : []),
		...(isAreas ? shading.notes : []),
		...(!isAreas && unlocated > 0
			? [`${unlocated.toLocaleString('en-GB')} more without a recorded place are not drawn.`]
			: [])
	];
	const sources = [
		`Goodways, ${words.address}`,
		...(isAreas && shading.source !== null ? [`Figures: ${shading.source}`] : []),
		...(words.ground === null ? [] : [words.ground])
	];
	const picture: Picture = {
		...body,
		title: isAreas ? `${shading.title} (${shading.unit})` : words.title,
		subtitle: `${isAreas ? `${words.title}, ` : ''}${words.when}`,
		legendTitle: isAreas ? shading.title : null,
		legend: isAreas ? shadeLegend(shading, theme) : memberLegend(words, theme),
		notes,
		attribution: `${sources.join('. ')}.`,
		colours: {
			paper: theme.paper,
			ground: words.isShaded && words.ground === null ? theme.paper : theme.sea,
			ink: theme.ink,
			muted: theme.muted,
			line: theme.line
		}
	};
	return printPicture(picture);
}

function shadeLegend(shading: AreaShading, theme: MapTheme): LegendEntry[] {
	const swatch = (label: string, fill: string): LegendEntry => ({
		label,
		mark: { d: SQUARE, fill, stroke: theme.line, strokeWidth: 1 }
	});
	return [
		...(shading.hasZero ? [swatch(shading.zeroWord, theme.steps[0]!)] : []),
		...shading.legend.map((label, at) => swatch(label, theme.steps[at + 1] ?? theme.card)),
		...(shading.hasUnknown ? [swatch(shading.unknownWord, 'hatch')] : [])
	];
}

function memberLegend({ categories, hasArcs }: PictureWords, theme: MapTheme): LegendEntry[] {
	const points = categories.map(({ label, path, isOpen, colour }): LegendEntry => ({
		label,
		mark: isOpen ? { d: path, fill: 'none', stroke: colour, strokeWidth: 3 } : { d: path, fill: colour }
	}));
	const line = (label: string, stroke: string, dashes?: string): LegendEntry => ({
		label,
		mark: { d: 'M0 8H16', fill: 'none', stroke, strokeWidth: 2, ...(dashes === undefined ? {} : { dashes }) }
	});
	const arcs = [
		line('learnt from, as stated', theme.accent),
		line('learnt from, inferred', theme.second, '4 3')
	];
	return hasArcs ? [...points, ...arcs] : points;
}
