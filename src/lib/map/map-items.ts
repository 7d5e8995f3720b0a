import type { Map as MapLibreMap } from 'maplibre-gl';
import type { ClusterTimeline } from '#lib/cluster/cluster-timeline.ts';
import type { ClusterTree } from '#lib/cluster/cluster-tree.ts';
import { latitudeOf, longitudeOf } from '#lib/cluster/mercator.ts';
import type { DateWindow } from '#lib/view/date-window.ts';
import type { VisibleCluster } from './cluster-overlay.ts';
import type { MapPoints } from './map-points.ts';
import { pointRadiusPx } from './point-layer.ts';

/** The points of a view with what was made of them once. */
export interface PointScene {
	points: MapPoints;
	tree: ClusterTree;
	timeline: ClusterTimeline;
}

/** What one stands on or reaches with the keyboard: a cluster, or one organisation alone. */
export interface MapItem {
	/** The points that the numbers below are positions in. */
	of: MapPoints;
	/** How many organisations; one for an organisation alone. */
	count: number;
	/** One of them, for a name. */
	first: number;
	/** All of them. */
	points: () => number[];
	lon: number;
	lat: number;
	/** CSS pixels within the map. */
	x: number;
	y: number;
	radius: number;
}

/** A position on the screen, CSS pixels within the map. */
type Position = readonly [x: number, y: number];

/** A cluster on the screen as a thing that one can stand on. */
export function clusterItem(
	{ points, timeline }: PointScene,
	window: DateWindow,
	{ level, cluster, count, x, y, radius }: VisibleCluster
): MapItem {
	return {
		of: points,
		count,
		first: timeline.first(level, cluster, window),
		points: () => timeline.members(level, cluster, window),
		lon: longitudeOf(level.x[cluster]!),
		lat: latitudeOf(level.y[cluster]!),
		x,
		y,
		radius
	};
}

/**
 * Organisations in a rectangle of the screen that are there in the window and stand alone.
 *
 * @param isClustered whether those that belong to a cluster at this zoom are left to the clusters
 */
export function singleItems(
	map: MapLibreMap,
	{ points, tree, timeline }: PointScene,
	window: DateWindow,
	isClustered: boolean,
	[left, top]: Position,
	[right, bottom]: Position
): MapItem[] {
	const zoom = Math.floor(map.getZoom());
	const radius = pointRadiusPx(map.getZoom());
	const northWest = map.unproject([left, top]);
	const southEast = map.unproject([right, bottom]);
	const items: MapItem[] = [];
	for (let point = 0; point < points.organisation.length; point += 1) {
		if (isClustered && tree.aloneFrom[point]! > zoom) continue;
		const lon = longitudeOf(points.x[point]!);
		if (lon < northWest.lng || lon > southEast.lng) continue;
		const lat = latitudeOf(points.y[point]!);
		if (lat > northWest.lat || lat < southEast.lat) continue;
		if (!timeline.isThere(point, window)) continue;
		const { x, y } = map.project([lon, lat]);
		items.push({ of: points, count: 1, first: point, points: () => [point], lon, lat, radius, x, y });
	}
	return items;
}

/** The item whose middle is nearest to a position, within its reach in CSS pixels; null where none is. */
export function nearestItem(items: readonly MapItem[], [x, y]: Position, reach: number): MapItem | null {
	let nearest: MapItem | null = null;
	let nearestSquared = reach * reach;
	for (const item of items) {
		const squared = (item.x - x) ** 2 + (item.y - y) ** 2;
		if (squared <= nearestSquared) [nearest, nearestSquared] = [item, squared];
	}
	return nearest;
}

/** Points that are there in the window and lie within a polygon of screen positions. */
export function pointsWithin(
	map: MapLibreMap,
	{ points, timeline }: PointScene,
	window: DateWindow,
	polygon: readonly Position[]
): number[] {
	if (polygon.length < 3) return [];
	const inside: number[] = [];
	for (let point = 0; point < points.organisation.length; point += 1) {
		if (!timeline.isThere(point, window)) continue;
		const { x, y } = map.project([longitudeOf(points.x[point]!), latitudeOf(points.y[point]!)]);
		if (isWithin(polygon, x, y)) inside.push(point);
	}
	return inside;
}

/** Whether a position lies in a polygon, by the even–odd rule. */
export function isWithin(polygon: readonly Position[], x: number, y: number): boolean {
	let inside = false;
	for (let at = 0, before = polygon.length - 1; at < polygon.length; before = at, at += 1) {
		const [x1, y1] = polygon[at]!;
		const [x2, y2] = polygon[before]!;
		if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
	}
	return inside;
}
