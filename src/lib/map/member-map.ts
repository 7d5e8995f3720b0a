import type { Map as MapLibreMap } from 'maplibre-gl';
import { ClusterTimeline } from '#lib/cluster/cluster-timeline.ts';
import { buildClusterTree } from '#lib/cluster/cluster-tree.ts';
import type { ClusterTree } from '#lib/cluster/cluster-tree.ts';
import { latitudeOf, longitudeOf } from '#lib/cluster/mercator.ts';
import type { DateWindow } from '#lib/view/presence.ts';
import { ArcLayer } from './arc-layer.ts';
import type { ArcLayerData } from './arc-layer.ts';
import { offlineStyle } from './base-style.ts';
import type { MapTheme } from './base-style.ts';
import { ClusterOverlay } from './cluster-overlay.ts';
import type { VisibleCluster } from './cluster-overlay.ts';
import type { MapPoints } from './map-points.ts';
import { PointLayer, pointRadiusPx } from './point-layer.ts';

/** What one stands on or reaches with the keyboard: a cluster, or one organisation alone. */
export interface MapItem {
	/** Points of `MapPoints`; one for an organisation alone. */
	points: number[];
	lon: number;
	lat: number;
	/** CSS pixels within the map. */
	x: number;
	y: number;
	radius: number;
}

const TREE_MAX_ZOOM = 14;
/** More than this many stops for the keyboard helps nobody; the table has them all. */
const MOST_ITEMS = 80;

/**
 * Organisations, clusters and learning arcs on a MapLibre map, for any date. Knows nothing of the
 * page: it is handed data, a date and a theme, and tells what is where.
 */
export class MemberMap {
	readonly map: MapLibreMap;
	readonly #layer = new PointLayer();
	readonly #arcs = new ArcLayer();
	readonly #overlay: ClusterOverlay;
	#points: MapPoints | null = null;
	#tree: ClusterTree | null = null;
	#timeline: ClusterTimeline | null = null;
	#window: DateWindow = { mode: 'as-of', day: 0, since: 0 };
	#isClustered = true;
	#theme: MapTheme;
	#colours: readonly string[] = [];

	constructor(map: MapLibreMap, theme: MapTheme) {
		this.map = map;
		this.#theme = theme;
		map.addLayer(this.#arcs);
		map.addLayer(this.#layer);
		this.#overlay = new ClusterOverlay(map, look(theme, []));
	}

	/** Replaces what is drawn: once per change of filters, never per change of date. */
	setPoints(points: MapPoints, colours: readonly string[]): void {
		this.#points = points;
		this.#colours = colours;
		this.#tree = buildClusterTree(points.x, points.y, { minZoom: 3, maxZoom: TREE_MAX_ZOOM });
		this.#timeline = new ClusterTimeline(this.#tree, points.times);
		this.#overlay.setLook(look(this.#theme, colours));
		this.#overlay.setData(this.#tree, this.#timeline, points.times.kinds);
		this.#upload();
	}

	setArcs(data: Pick<ArcLayerData, 'arcs' | 'ends'>, isShown: boolean): void {
		this.#arcs.setData({ ...data, declared: this.#theme.accent, inferred: this.#theme.second });
		this.#arcs.setShown(isShown);
	}

	/** Moves the date. Nothing else happens on a step of the slider. */
	setWindow(window: DateWindow): void {
		this.#window = window;
		this.#layer.setWindow(window);
		this.#arcs.setWindow(window);
		this.#overlay.setWindow(window);
	}

	setClustered(isClustered: boolean): void {
		this.#isClustered = isClustered;
		this.#layer.setClustered(isClustered);
		this.#overlay.setShown(isClustered);
	}

	/** Changes colours with the page's theme; the offline basemap follows, a configured one stays. */
	setTheme(theme: MapTheme, colours: readonly string[]): void {
		this.#theme = theme;
		this.#colours = colours;
		const offline = offlineStyle(theme);
		for (const layer of offline.layers) {
			if (this.map.getLayer(layer.id) === undefined || !('paint' in layer)) continue;
			for (const [name, value] of Object.entries(layer.paint ?? {}))
				this.map.setPaintProperty(layer.id, name as never, value as never);
		}
		this.#overlay.setLook(look(theme, colours));
		this.#upload();
	}

	/** What lies under a position, CSS pixels within the map: the nearest cluster or organisation, or null. */
	itemAt(x: number, y: number): MapItem | null {
		const cluster = this.#isClustered ? this.#overlay.at(x, y) : null;
		if (cluster !== null) return this.#itemOf(cluster);
		const reach = pointRadiusPx(this.map.getZoom()) + 6;
		let nearest: MapItem | null = null;
		let nearestSquared = reach * reach;
		for (const item of this.#singles(x - reach, y - reach, x + reach, y + reach)) {
			const squared = (item.x - x) ** 2 + (item.y - y) ** 2;
			if (squared <= nearestSquared) [nearest, nearestSquared] = [item, squared];
		}
		return nearest;
	}

	/** Stops for the keyboard: what is on screen on the date, from north to south, at most eighty. */
	items(): MapItem[] {
		const { clientWidth, clientHeight } = this.map.getContainer();
		const clusters = this.#isClustered ? this.#overlay.visible.map((it) => this.#itemOf(it)) : [];
		return [...clusters, ...this.#singles(0, 0, clientWidth, clientHeight)]
			.sort((a, b) => b.points.length - a.points.length)
			.slice(0, MOST_ITEMS)
			.sort((a, b) => a.y - b.y || a.x - b.x);
	}

	/** Points that are there on the date and lie within a polygon of screen positions. */
	pointsWithin(polygon: readonly (readonly [x: number, y: number])[]): number[] {
		if (this.#points === null || this.#timeline === null || polygon.length < 3) return [];
		const inside: number[] = [];
		for (let point = 0; point < this.#points.organisation.length; point += 1) {
			if (!this.#timeline.isThere(point, this.#window)) continue;
			const { x, y } = this.#screen(point);
			if (isWithin(polygon, x, y)) inside.push(point);
		}
		return inside;
	}

	/** Zooms until an item comes apart; false when it never does, as all of it is in one place. */
	zoomInto(item: MapItem, animate: boolean): boolean {
		const points = this.#points!;
		const lons = item.points.map((point) => longitudeOf(points.x[point]!));
		const lats = item.points.map((point) => latitudeOf(points.y[point]!));
		const [west, east, south, north] = [
			Math.min(...lons),
			Math.max(...lons),
			Math.min(...lats),
			Math.max(...lats)
		];
		if (east - west < 1e-9 && north - south < 1e-9) return false;
		const before = this.map.getZoom();
		const camera = this.map.cameraForBounds(
			[
				[west, south],
				[east, north]
			],
			{ padding: 60, maxZoom: TREE_MAX_ZOOM + 0.9 }
		);
		if (camera?.zoom === undefined || camera.zoom <= before + 0.05) {
			if (before >= TREE_MAX_ZOOM) return false;
			this.map.easeTo({
				center: [item.lon, item.lat],
				zoom: Math.min(TREE_MAX_ZOOM + 0.9, before + 2),
				animate
			});
		} else this.map.easeTo({ ...camera, animate });
		return true;
	}

	/** Brings points into view, all of them. */
	fit(points: readonly number[], animate: boolean): void {
		if (this.#points === null || points.length === 0) return;
		const lons = points.map((point) => longitudeOf(this.#points!.x[point]!));
		const lats = points.map((point) => latitudeOf(this.#points!.y[point]!));
		this.map.fitBounds(
			[
				[Math.min(...lons), Math.min(...lats)],
				[Math.max(...lons), Math.max(...lats)]
			],
			{ padding: 48, maxZoom: 11, animate }
		);
	}

	remove(): void {
		this.#overlay.remove();
		this.map.remove();
	}

	#upload(): void {
		if (this.#points === null || this.#tree === null) return;
		this.#layer.setData({
			points: this.#points,
			aloneFrom: this.#tree.aloneFrom,
			colours: this.#colours,
			ground: this.#theme.card
		});
	}

	#itemOf({ level, cluster, x, y, radius }: VisibleCluster): MapItem {
		return {
			points: this.#timeline!.members(level, cluster, this.#window),
			lon: longitudeOf(level.x[cluster]!),
			lat: latitudeOf(level.y[cluster]!),
			x,
			y,
			radius
		};
	}

	#singles(left: number, top: number, right: number, bottom: number): MapItem[] {
		if (this.#points === null || this.#tree === null || this.#timeline === null) return [];
		const zoom = Math.floor(this.map.getZoom());
		const radius = pointRadiusPx(this.map.getZoom());
		const northWest = this.map.unproject([left, top]);
		const southEast = this.map.unproject([right, bottom]);
		const items: MapItem[] = [];
		for (let point = 0; point < this.#points.organisation.length; point += 1) {
			if (this.#isClustered && this.#tree.aloneFrom[point]! > zoom) continue;
			const lon = longitudeOf(this.#points.x[point]!);
			if (lon < northWest.lng || lon > southEast.lng) continue;
			const lat = latitudeOf(this.#points.y[point]!);
			if (lat > northWest.lat || lat < southEast.lat) continue;
			if (!this.#timeline.isThere(point, this.#window)) continue;
			items.push({ points: [point], lon, lat, radius, ...this.#screen(point) });
		}
		return items;
	}

	#screen(point: number): { x: number; y: number } {
		const { x, y } = this.map.project([
			longitudeOf(this.#points!.x[point]!),
			latitudeOf(this.#points!.y[point]!)
		]);
		return { x, y };
	}
}

function look(theme: MapTheme, colours: readonly string[]) {
	return { colours, ground: theme.card, ink: theme.ink, font: theme.font };
}

/** Whether a position lies in a polygon, by the even–odd rule. */
export function isWithin(
	polygon: readonly (readonly [x: number, y: number])[],
	x: number,
	y: number
): boolean {
	let inside = false;
	for (let at = 0, before = polygon.length - 1; at < polygon.length; before = at, at += 1) {
		const [x1, y1] = polygon[at]!;
		const [x2, y2] = polygon[before]!;
		if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
	}
	return inside;
}
