import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { ClusterTimeline } from '#lib/cluster/cluster-timeline.ts';
import type { ClusterTree } from '#lib/cluster/cluster-tree.ts';
import { latitudeOf, longitudeOf } from '#lib/cluster/mercator.ts';
import type { PictureMark } from '#lib/exchange/picture-svg.ts';
import { isInWindow } from '#lib/view/presence.ts';
import type { DateWindow } from '#lib/view/presence.ts';
import { ArcLayer } from './arc-layer.ts';
import { AreaLayer } from './area-layer.ts';
import type { AreaSteps } from './area-layer.ts';
import type { ArcLayerData } from './arc-layer.ts';
import { landUrl, offlineStyle } from './base-style.ts';
import type { MapTheme } from './theme.ts';
import { ClusterOverlay } from './cluster-overlay.ts';
import type { VisibleCluster } from './cluster-overlay.ts';
import { ClusterWorker } from './cluster-worker.ts';
import type { MapPoints } from './map-points.ts';
import { PointLayer, pointRadiusPx } from './point-layer.ts';
import type { PointLook } from './point-layer.ts';
import { arcMarks, areaMarks, clusterMarks, landMarks, pointMark } from './scene-marks.ts';

/** What one stands on or reaches with the keyboard: a cluster, or one organisation alone. */
export interface MapItem {
	/** How many organisations; one for an organisation alone. */
	count: number;
	/** One of them, for a name. */
	first: number;
	/** All of them, as points of `MapPoints`. */
	points: () => number[];
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
	#steps: AreaSteps | null = null;
	#arcData: Pick<ArcLayerData, 'arcs' | 'ends'> | null = null;
	#pending: MapPoints | null = null;
	#areArcsShown = true;
	#areArcsHidden = false;
	#arePointsHidden = false;
	#theme: MapTheme;
	#look: readonly PointLook[] = [];
	readonly #areas: AreaLayer;
	readonly #worker = new ClusterWorker();
	readonly #onchange: () => void;

	/** @param onchange called when what is where has changed, other than by the camera or the date */
	constructor(map: MapLibreMap, theme: MapTheme, onchange: () => void) {
		this.#onchange = onchange;
		this.map = map;
		this.#theme = theme;
		map.addLayer(this.#arcs);
		map.addLayer(this.#layer);
		this.#areas = new AreaLayer(map, theme);
		this.#overlay = new ClusterOverlay(map, look(theme, []));
	}

	/**
	 * Replaces what is drawn: once per change of filters, never per change of date. What was drawn
	 * before stays until the clusters are there; a later call overtakes an earlier one.
	 */
	async setPoints(points: MapPoints, pointLook: readonly PointLook[]): Promise<void> {
		this.#pending = points;
		const tree = await this.#worker.build(points.x, points.y, { minZoom: 3, maxZoom: TREE_MAX_ZOOM });
		if (this.#pending !== points) return;
		this.#points = points;
		this.#look = pointLook;
		this.#tree = tree;
		this.#timeline = new ClusterTimeline(tree, points.times);
		this.#overlay.setLook(look(this.#theme, pointLook));
		this.#overlay.setData(tree, this.#timeline, points.times.kinds);
		this.#upload();
		this.map.once('render', this.#onchange);
	}

	/** Shades imported boundaries in place of points and arcs; null shows these again. */
	setAreas(steps: AreaSteps | null, url: string): void {
		this.#steps = steps;
		this.#areas.setSteps(steps);
		if (steps !== null) this.#areas.load(url, this.#arcs.id);
		this.#layer.setShown(steps === null);
		this.#areArcsHidden = steps !== null;
		this.#arcs.setShown(this.#areArcsShown && !this.#areArcsHidden);
		this.#overlay.setShown(steps === null && this.#isClustered);
		this.#arePointsHidden = steps !== null;
	}

	/** Area under a position of the map, where areas are shaded. */
	areaAt(x: number, y: number): string | null {
		return this.#areas.at(x, y);
	}

	setChosenArea(code: string | null): void {
		this.#areas.setChosen(code);
	}

	setArcs(data: Pick<ArcLayerData, 'arcs' | 'ends'>, isShown: boolean): void {
		this.#arcs.setData({ ...data, declared: this.#theme.accent, inferred: this.#theme.second });
		this.#arcData = data;
		this.#areArcsShown = isShown;
		this.#arcs.setShown(isShown && !this.#areArcsHidden);
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
		this.#overlay.setShown(isClustered && !this.#arePointsHidden);
	}

	/** Changes colours with the page's theme; the offline basemap follows, a configured one stays. */
	setTheme(theme: MapTheme, pointLook: readonly PointLook[]): void {
		this.#theme = theme;
		this.#look = pointLook;
		const offline = offlineStyle(theme);
		for (const layer of offline.layers) {
			if (this.map.getLayer(layer.id) === undefined || !('paint' in layer)) continue;
			for (const [name, value] of Object.entries(layer.paint ?? {}))
				this.map.setPaintProperty(layer.id, name as never, value as never);
		}
		this.#overlay.setLook(look(theme, pointLook));
		this.#arcs.setColours(theme.accent, theme.second);
		this.#areas.setTheme(theme);
		this.#upload();
	}

	/** What lies under a position, CSS pixels within the map: the nearest cluster or organisation, or null. */
	itemAt(x: number, y: number): MapItem | null {
		if (this.#arePointsHidden) return null;
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
		if (this.#arePointsHidden) return [];
		const { clientWidth, clientHeight } = this.map.getContainer();
		const clusters = this.#isClustered ? this.#overlay.visible.map((it) => this.#itemOf(it)) : [];
		return [...clusters, ...this.#singles(0, 0, clientWidth, clientHeight)]
			.sort((a, b) => b.count - a.count)
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
		const inside = item.points();
		const lons = inside.map((point) => longitudeOf(points.x[point]!));
		const lats = inside.map((point) => latitudeOf(points.y[point]!));
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

	/** Brings everything into view that is there on the date. */
	fitShown(animate: boolean): void {
		if (this.#points === null || this.#timeline === null) return;
		// On the map's square, y grows southward.
		let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
		for (let point = 0; point < this.#points.organisation.length; point += 1) {
			if (!this.#timeline.isThere(point, this.#window)) continue;
			const [x, y] = [this.#points.x[point]!, this.#points.y[point]!];
			west = Math.min(west, x);
			east = Math.max(east, x);
			north = Math.min(north, y);
			south = Math.max(south, y);
		}
		if (west > east) return;
		this.map.fitBounds(
			[
				[longitudeOf(west), latitudeOf(south)],
				[longitudeOf(east), latitudeOf(north)]
			],
			{ padding: 56, maxZoom: 11, animate }
		);
	}

	/**
	 * What the map shows now, as marks of a picture: the offline ground, or a configured one as it was
	 * drawn; shaded areas, or arcs, organisations and clusters.
	 */
	async marks(boundaries: string): Promise<PictureMark[]> {
		const theme = this.#theme;
		const project = (lon: number, lat: number) => this.map.project([lon, lat]);
		const isOffline = this.map.getLayer('land') !== undefined;
		const marks = isOffline ? landMarks(await readAreas(landUrl), project, theme) : [await this.#ground()];
		if (this.#steps !== null) {
			return [...marks, ...areaMarks(await readAreas(boundaries), project, theme, this.#steps)];
		}
		if (this.#areArcsShown && this.#arcData !== null) marks.push(...this.#arcMarks(this.#arcData, theme));
		const { clientWidth, clientHeight } = this.map.getContainer();
		const looks = this.#look;
		for (const item of this.#singles(0, 0, clientWidth, clientHeight))
			marks.push(pointMark(item, item.radius, looks[this.#points!.times.kind[item.first]!]!, theme.card));
		for (const cluster of this.#isClustered ? this.#overlay.visible : []) {
			if (cluster.count > 1) marks.push(...clusterMarks(cluster, looks, theme));
			else
				marks.push(
					pointMark(cluster, cluster.radius, looks[cluster.counts.findIndex((n) => n > 0)]!, theme.card)
				);
		}
		return marks;
	}

	/** Whose ground the map shows, as plain text. */
	attribution(): string {
		const texts = Object.values(this.map.getStyle().sources).flatMap((source) =>
			'attribution' in source && source.attribution !== undefined ? [source.attribution] : []
		);
		return [...new Set(texts.map((text) => text.replace(/<[^>]*>/g, '').trim()))].join(', ');
	}

	/** Colours of the ground that a picture of this map stands on. */
	get theme(): MapTheme {
		return this.#theme;
	}

	#arcMarks({ arcs, ends }: Pick<ArcLayerData, 'arcs' | 'ends'>, theme: MapTheme): PictureMark[] {
		const place = (at: number) => this.map.project([longitudeOf(ends[at]!), latitudeOf(ends[at + 1]!)]);
		return arcs.flatMap(({ from, to, isInferred }, arc) =>
			isInWindow(from, to, this.#window)
				? arcMarks(place(arc * 4), place(arc * 4 + 2), isInferred, theme)
				: []
		);
	}

	/** A drawn frame holds its pixels only until the browser shows it, so it is read while it is drawn. */
	#ground(): Promise<PictureMark> {
		const { clientWidth: width, clientHeight: height } = this.map.getContainer();
		this.#layer.setShown(false);
		this.#arcs.setShown(false);
		return new Promise((resolve) => {
			this.map.once('render', () => {
				resolve({ kind: 'image', href: this.map.getCanvas().toDataURL('image/png'), width, height });
				this.#layer.setShown(!this.#arePointsHidden);
				this.#arcs.setShown(this.#areArcsShown && !this.#areArcsHidden);
			});
			this.map.triggerRepaint();
		});
	}

	remove(): void {
		this.#worker.close();
		this.#overlay.remove();
		this.map.remove();
	}

	#upload(): void {
		if (this.#points === null || this.#tree === null) return;
		this.#layer.setData({
			points: this.#points,
			aloneFrom: this.#tree.aloneFrom,
			look: this.#look,
			ground: this.#theme.card
		});
	}

	#itemOf({ level, cluster, count, x, y, radius }: VisibleCluster): MapItem {
		return {
			count,
			first: this.#timeline!.first(level, cluster, this.#window),
			points: () => this.#timeline!.members(level, cluster, this.#window),
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
			items.push({ count: 1, first: point, points: () => [point], lon, lat, radius, ...this.#screen(point) });
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

function look(theme: MapTheme, points: readonly PointLook[]) {
	return {
		colours: points.map(({ colour }) => colour),
		ground: theme.card,
		ink: theme.ink,
		font: theme.font
	};
}

async function readAreas(url: string): Promise<FeatureCollection<Polygon | MultiPolygon>> {
	const response = await fetch(url);
	if (!response.ok) throw new Error(`The map's shapes could not be read (status ${response.status}).`);
	return (await response.json()) as FeatureCollection<Polygon | MultiPolygon>;
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
