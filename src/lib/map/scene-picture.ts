import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { latitudeOf, longitudeOf } from '#lib/cluster/mercator.ts';
import type { PictureMark } from '#lib/exchange/picture-svg.ts';
import { isInWindow } from '#lib/view/date-window.ts';
import type { DateWindow } from '#lib/view/date-window.ts';
import type { AreaSteps } from './area-layer.ts';
import { landUrl } from './base-style.ts';
import type { VisibleCluster } from './cluster-overlay.ts';
import type { ArcSpells } from './map-arcs.ts';
import type { MapItem } from './map-items.ts';
import type { PointLook } from './point-layer.ts';
import { DETAIL_FROM, LINES, PLACES } from './ground-detail.ts';
import {
	arcMarks,
	areaMarks,
	borderMarks,
	clusterMarks,
	landMarks,
	nameMarks,
	pointMark
} from './scene-marks.ts';
import type { BorderShapes, Project } from './scene-marks.ts';
import type { MapTheme } from './theme.ts';

/** What the map shows at a moment. */
export interface Scene {
	map: MapLibreMap;
	theme: MapTheme;
	/** Whether the ground is the offline one; a configured one is taken as it was drawn. */
	isOffline: boolean;
	/** Shades of the imported boundaries in place of all else; null shows organisations. */
	areas: { steps: AreaSteps; url: string } | null;
	arcs: ArcSpells | null;
	window: DateWindow;
	singles: readonly MapItem[];
	clusters: readonly VisibleCluster[];
	looks: readonly PointLook[];
	/** Borders of the offline ground; null where the ground has none of ours. */
	linesUrl: string | null;
	/** Draws a frame of the ground alone and gives it. */
	ground: () => Promise<PictureMark>;
}

/** What the map shows as marks of a picture: ground, then shaded areas, or arcs, organisations and clusters. */
export async function sceneMarks(scene: Scene): Promise<PictureMark[]> {
	const { map, theme, areas, looks } = scene;
	const project = (lon: number, lat: number) => map.project([lon, lat]);
	const marks = scene.isOffline
		? [...landMarks(await readShapes(landUrl), project, theme), ...(await detailMarks(scene, project))]
		: [await scene.ground()];
	if (areas !== null) {
		return [...marks, ...areaMarks(await readShapes(areas.url), project, theme, areas.steps)];
	}
	if (scene.arcs !== null) marks.push(...arcsAsMarks(scene.arcs, scene));
	for (const item of scene.singles) {
		marks.push(pointMark(item, item.radius, looks[item.of.times.kind[item.first]!]!, theme.rim));
	}
	for (const cluster of scene.clusters) {
		if (cluster.count > 1) marks.push(...clusterMarks(cluster, looks, theme));
		else {
			const look = looks[cluster.counts.findIndex((n) => n > 0)]!;
			marks.push(pointMark(cluster, cluster.radius, look, theme.rim));
		}
	}
	return marks;
}

/** A drawn frame holds its pixels only until the browser shows it, so it is read while it is drawn. */
export function frameAsMark(map: MapLibreMap): Promise<PictureMark> {
	const { clientWidth: width, clientHeight: height } = map.getContainer();
	return new Promise((resolve) => {
		map.once('render', () =>
			resolve({ kind: 'image', href: map.getCanvas().toDataURL('image/png'), width, height })
		);
		map.triggerRepaint();
	});
}

function arcsAsMarks(
	{ count, ends, from, to, begun, isInferred }: ArcSpells,
	{ map, theme, window }: Pick<Scene, 'map' | 'theme' | 'window'>
): PictureMark[] {
	const place = (at: number) => map.project([longitudeOf(ends[at]!), latitudeOf(ends[at + 1]!)]);
	const marks: PictureMark[] = [];
	for (let spell = 0; spell < count; spell += 1) {
		if (!isInWindow(from[spell]!, to[spell]!, window, begun[spell])) continue;
		marks.push(...arcMarks(place(spell * 4), place(spell * 4 + 2), isInferred[spell] === 1, theme));
	}
	return marks;
}

/** Borders and names of the offline ground where the map has them now; a picture has the names the map has. */
async function detailMarks({ map, theme, linesUrl }: Scene, project: Project): Promise<PictureMark[]> {
	if (linesUrl === null || map.getZoom() < DETAIL_FROM || map.getLayer(PLACES) === undefined) return [];
	const lines = map.getLayer(LINES)!.maxzoom > map.getZoom() ? await read<BorderShapes>(linesUrl) : null;
	const names = map.queryRenderedFeatures({ layers: [PLACES] }).flatMap(({ geometry, properties }) => {
		const [lon, lat] = geometry.type === 'Point' ? geometry.coordinates : [];
		return lon === undefined || lat === undefined ? [] : [{ text: String(properties['name']), lon, lat }];
	});
	return [...(lines === null ? [] : borderMarks(lines, project, theme)), ...nameMarks(names, project, theme)];
}

function readShapes(url: string): Promise<FeatureCollection<Polygon | MultiPolygon>> {
	return read(url);
}

async function read<Shapes>(url: string): Promise<Shapes> {
	const response = await fetch(url);
	if (!response.ok) throw new Error(`The map's shapes could not be read (status ${response.status}).`);
	return (await response.json()) as Shapes;
}
