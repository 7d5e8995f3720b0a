import type { Feature, FeatureCollection, MultiLineString, MultiPolygon, Polygon } from 'geojson';
import type { PictureMark } from '#lib/exchange/picture-svg.ts';
import type { MapTheme } from './theme.ts';
import type { PointLook } from './point-layer.ts';
import { shortCount } from './cluster-overlay.ts';

/** From degrees to CSS pixels of a picture. */
export type Project = (longitude: number, latitude: number) => { x: number; y: number };

type Areas = FeatureCollection<Polygon | MultiPolygon>;

/** The offline ground as paths. */
export function landMarks(land: Areas, project: Project, theme: MapTheme): PictureMark[] {
	return land.features.map((feature) => ({
		kind: 'path',
		d: polygonPath(feature, project),
		fill: feature.properties?.['home'] === true ? theme.land : theme.abroad,
		...(feature.properties?.['isle'] === true ? { stroke: theme.coast, strokeWidth: 0.6 } : {})
	}));
}

/** What borders are drawn from: lines of our own, or areas that the site imported. */
export type BorderShapes = MultiLineString | Areas;

/** Borders of the offline ground as one path. */
export function borderMarks(shapes: BorderShapes, project: Project, theme: MapTheme): PictureMark[] {
	const d =
		shapes.type === 'MultiLineString'
			? shapes.coordinates
					.map((line) => `M${line.map(([lon, lat]) => at(project(lon!, lat!))).join('L')}`)
					.join('')
			: shapes.features.map((feature) => polygonPath(feature, project)).join('');
	return [{ kind: 'path', d, fill: 'none', stroke: theme.coast, strokeWidth: 0.6 }];
}

/** Names of towns, each below its place as the map has them. */
export function nameMarks(
	names: readonly { text: string; lon: number; lat: number }[],
	project: Project,
	theme: MapTheme
): PictureMark[] {
	return names.map(({ text, lon, lat }) => {
		const { x, y } = project(lon, lat);
		return { kind: 'text', x, y: y + 24, text, sizePx: 12.5, fill: theme.muted, anchor: 'middle' };
	});
}

/** Imported boundaries as paths, in the shade of their step. */
export function areaMarks(
	areas: Areas,
	project: Project,
	theme: MapTheme,
	steps: ReadonlyMap<string, number | null>
): PictureMark[] {
	return areas.features.map((feature) => {
		const step = steps.get(String(feature.properties?.['code'])) ?? null;
		return {
			kind: 'path',
			d: polygonPath(feature, project),
			fill: step === null ? 'hatch' : (theme.steps[step] ?? theme.card),
			stroke: theme.coast,
			strokeWidth: 0.5
		};
	});
}

/** One learning arc between two screen positions: a curve that bows to its left, with an arrowhead. */
export function arcMarks(
	from: { x: number; y: number },
	to: { x: number; y: number },
	isInferred: boolean,
	theme: MapTheme
): PictureMark[] {
	const [dx, dy] = [to.x - from.x, to.y - from.y];
	const bend = { x: (from.x + to.x) / 2 + dy * 0.22, y: (from.y + to.y) / 2 - dx * 0.22 };
	const colour = isInferred ? theme.second : theme.accent;
	const [ux, uy] = unit(to.x - bend.x, to.y - bend.y);
	const back = { x: to.x - ux * 8, y: to.y - uy * 8 };
	return [
		{
			kind: 'path',
			d: `M${at(from)}Q${at(bend)} ${at(back)}`,
			fill: 'none',
			stroke: colour,
			strokeWidth: 1.4,
			opacity: 0.75,
			...(isInferred ? { dashes: '5 4' } : {})
		},
		{
			kind: 'path',
			d: `M${at(to)}L${at({ x: back.x - uy * 3.4, y: back.y + ux * 3.4 })}L${at({ x: back.x + uy * 3.4, y: back.y - ux * 3.4 })}Z`,
			fill: colour,
			opacity: 0.85
		}
	];
}

/** One organisation in the colour and shape of its category. */
export function pointMark(
	{ x, y }: { x: number; y: number },
	radius: number,
	look: PointLook,
	ground: string
): PictureMark {
	const scale = radius / 8;
	return {
		kind: 'path',
		d: look.path,
		fill: look.isOpen ? ground : look.colour,
		stroke: look.isOpen ? look.colour : ground,
		strokeWidth: look.isOpen ? 3 : 1.5,
		at: { x: x - 8 * scale, y: y - 8 * scale, scale }
	};
}

/** A cluster: a ring of the colours of its categories by their share, round its number. */
export function clusterMarks(
	{
		x,
		y,
		radius,
		count,
		counts
	}: { x: number; y: number; radius: number; count: number; counts: ArrayLike<number> },
	looks: readonly PointLook[],
	theme: MapTheme
): PictureMark[] {
	const marks: PictureMark[] = [
		{ kind: 'path', d: circlePath(x, y, radius), fill: theme.card, stroke: theme.rim, strokeWidth: 1.5 }
	];
	const width = Math.max(4, radius * 0.26);
	const middle = radius - width / 2 - 1;
	let share = 0;
	for (let category = 0; category < counts.length; category += 1) {
		const part = counts[category]! / count;
		if (part === 0) continue;
		marks.push({
			kind: 'path',
			d: part > 0.999 ? circlePath(x, y, middle) : ringPath(x, y, middle, share, share + part),
			fill: 'none',
			stroke: looks[category]?.colour ?? theme.ink,
			strokeWidth: width
		});
		share += part;
	}
	marks.push({
		kind: 'text',
		x,
		y: y + 4.5,
		text: shortCount(count),
		sizePx: 13,
		fill: theme.ink,
		anchor: 'middle',
		bold: true
	});
	return marks;
}

function polygonPath({ geometry }: Feature<Polygon | MultiPolygon>, project: Project): string {
	const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
	return polygons
		.flat()
		.map((ring) => `M${ring.map(([lon, lat]) => at(project(lon!, lat!))).join('L')}Z`)
		.join('');
}

function circlePath(x: number, y: number, radius: number): string {
	const r = round(radius);
	return `M${at({ x: x - radius, y })}a${r} ${r} 0 1 1 ${round(2 * radius)} 0a${r} ${r} 0 1 1 ${round(-2 * radius)} 0Z`;
}

/** Arc of a ring between two shares of the turn, clockwise from the top. */
function ringPath(x: number, y: number, radius: number, from: number, to: number): string {
	const place = (share: number) => ({
		x: x + radius * Math.sin(share * 2 * Math.PI),
		y: y - radius * Math.cos(share * 2 * Math.PI)
	});
	const r = round(radius);
	return `M${at(place(from))}A${r} ${r} 0 ${to - from > 0.5 ? 1 : 0} 1 ${at(place(to))}`;
}

function unit(x: number, y: number): [number, number] {
	const length = Math.hypot(x, y);
	return length === 0 ? [0, 0] : [x / length, y / length];
}

function at({ x, y }: { x: number; y: number }): string {
	return `${round(x)} ${round(y)}`;
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
