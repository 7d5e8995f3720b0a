import type { Map as MapLibreMap } from 'maplibre-gl';
import { ClusterTimeline } from '#lib/cluster/cluster-timeline.ts';
import { startWorker } from '#lib/calls/start-worker.ts';
import { WorkerCalls } from '#lib/calls/worker-calls.ts';
import type { PictureMark } from '#lib/exchange/picture-svg.ts';
import type { DateWindow } from '#lib/view/date-window.ts';
import type { CLUSTER_TASKS } from '#lib/worker/map-worker.ts';
import workerUrl from '#lib/worker/map-worker.ts?worker&url';
import { ArcLayer } from './arc-layer.ts';
import { AreaLayer } from './area-layer.ts';
import type { AreaSteps } from './area-layer.ts';
import { groundLayers } from './base-style.ts';
import { ClusterOverlay } from './cluster-overlay.ts';
import type { DrawnMap } from './create-map.ts';
import { GroundDetail } from './ground-detail.ts';
import { LostDrawing } from './lost-drawing.ts';
import type { ArcSpells } from './map-arcs.ts';
import { boundsOf, fitPadding, zoomInto } from './map-camera.ts';
import { clusterItem, nearestItem, pointsWithin, singleItems } from './map-items.ts';
import type { MapItem, PointScene } from './map-items.ts';
import type { MapPoints } from './map-points.ts';
import { PointLayer, pointRadiusPx } from './point-layer.ts';
import type { PointLook } from './point-layer.ts';
import { frameAsMark, sceneMarks } from './scene-picture.ts';
import type { MapTheme } from './theme.ts';

const TREE_MAX_ZOOM = 14;
/** More than this many stops for the keyboard helps nobody; the table has them all. */
const MOST_ITEMS = 80;

export interface MemberMapOptions {
	/** Address of boundaries that the site imported, or null. */
	boundaries: string | null;
	/** Called when what is where has changed, other than by the camera or the date. */
	onchange: () => void;
	/** Called when the browser took the drawing away and does not give it back. */
	onlost: () => void;
}

/**
 * Organisations, clusters and learning arcs on a MapLibre map, for any date. Knows nothing of the
 * page: it is handed data, a date and a theme, and tells what is where.
 */
export class MemberMap {
	readonly map: MapLibreMap;
	readonly #isOffline: boolean;
	readonly #points = new PointLayer();
	readonly #arcs = new ArcLayer();
	readonly #areas: AreaLayer;
	readonly #overlay: ClusterOverlay;
	readonly #worker = new WorkerCalls<typeof CLUSTER_TASKS>(() => startWorker(workerUrl));
	readonly #onchange: () => void;
	readonly #detail: GroundDetail | null;
	readonly #loss: LostDrawing;
	#isMovedByHand = false;
	#isGroundDrawn = false;
	#scene: PointScene | null = null;
	#pending: MapPoints | null = null;
	#window: DateWindow = { mode: 'as-of', day: 0, since: 0 };
	#isClustered = true;
	#arcData: ArcSpells | null = null;
	#areArcsWanted = true;
	/** Areas in place of points and arcs, or null. */
	#shaded: { steps: AreaSteps; url: string } | null = null;
	#theme: MapTheme;
	#look: readonly PointLook[] = [];

	constructor(
		{ map, isOffline, groundDrawn }: DrawnMap,
		theme: MapTheme,
		{ boundaries, onchange, onlost }: MemberMapOptions
	) {
		this.map = map;
		this.#isOffline = isOffline;
		this.#onchange = onchange;
		this.#theme = theme;
		map.addLayer(this.#arcs);
		map.addLayer(this.#points);
		this.#arcs.setColours({ declared: theme.accent, inferred: theme.second });
		this.#areas = new AreaLayer(map, theme);
		this.#detail = isOffline ? new GroundDetail(map, theme, boundaries, this.#arcs.id) : null;
		this.#overlay = new ClusterOverlay(map, overlayLook(theme, []));
		this.#loss = new LostDrawing(map, {
			onlose: () => this.#areas.lose(),
			onrestore: () => this.#restore(),
			ongone: onlost
		});
		// Coasts first: points and arcs on bare water would say nothing of where they are.
		void groundDrawn.then(() => {
			this.#isGroundDrawn = true;
			this.#show();
			this.map.once('render', this.#onchange);
		});
		map.on('movestart', ({ originalEvent }) => (this.#isMovedByHand ||= originalEvent !== undefined));
	}

	/**
	 * Replaces what is drawn: once per change of filters, never per change of date. What was drawn
	 * before stays until the clusters are there; a later call overtakes an earlier one.
	 */
	async setPoints(points: MapPoints, look: readonly PointLook[]): Promise<void> {
		this.#pending = points;
		const tree = await this.#worker.call('tree', {
			x: points.x,
			y: points.y,
			options: { minZoom: 3, maxZoom: TREE_MAX_ZOOM }
		});
		if (this.#pending !== points) return;
		const timeline = new ClusterTimeline(tree, points.times);
		this.#scene = { points, tree, timeline };
		this.#look = look;
		this.#overlay.setLook(overlayLook(this.#theme, look));
		this.#overlay.setData(tree, timeline, points.times.kinds);
		this.#upload();
		this.#show();
		this.map.once('render', this.#onchange);
	}

	/** Shades imported boundaries in place of points and arcs; null shows these again. */
	setAreas(steps: AreaSteps | null, url: string): void {
		this.#shaded = steps === null ? null : { steps, url };
		this.#areas.setSteps(steps);
		if (steps !== null) this.#areas.load(url, this.#arcs.id);
		this.#show();
	}

	/** Area under a position of the map, where areas are shaded. */
	areaAt(x: number, y: number): string | null {
		return this.#areas.at(x, y);
	}

	setChosenArea(code: string | null): void {
		this.#areas.setChosen(code);
	}

	setArcs(arcs: ArcSpells, areWanted: boolean): void {
		this.#arcs.setData(arcs);
		this.#arcData = arcs;
		this.#areArcsWanted = areWanted;
		this.#show();
	}

	/** Moves the date. Nothing else happens on a step of the slider. */
	setWindow(window: DateWindow): void {
		this.#window = window;
		this.#points.setWindow(window);
		this.#arcs.setWindow(window);
		this.#overlay.setWindow(window);
	}

	setClustered(isClustered: boolean): void {
		this.#isClustered = isClustered;
		this.#points.setClustered(isClustered);
		this.#show();
	}

	/** Changes colours with the page's theme; the offline basemap follows, a configured one stays. */
	setTheme(theme: MapTheme, look: readonly PointLook[]): void {
		this.#theme = theme;
		this.#look = look;
		this.#detail?.setTheme(theme);
		this.#paintGround(theme);
		this.#overlay.setLook(overlayLook(theme, look));
		this.#arcs.setColours({ declared: theme.accent, inferred: theme.second });
		this.#areas.setTheme(theme);
		this.#upload();
	}

	/** What lies under a position, CSS pixels within the map: the nearest cluster or organisation, or null. */
	itemAt(x: number, y: number): MapItem | null {
		if (this.#shaded !== null || this.#scene === null) return null;
		const cluster = this.#isClustered ? this.#overlay.at(x, y) : null;
		if (cluster !== null) return clusterItem(this.#scene, this.#window, cluster);
		const reach = pointRadiusPx(this.map.getZoom()) + 6;
		return nearestItem(this.#singles([x - reach, y - reach], [x + reach, y + reach]), [x, y], reach);
	}

	/** Stops for the keyboard: what is drawn on screen on the date, from north to south, at most eighty. */
	items(): MapItem[] {
		const scene = this.#scene;
		if (this.#shaded !== null || scene === null || !this.#isGroundDrawn) return [];
		const clusters = this.#overlay.visible.map((it) => clusterItem(scene, this.#window, it));
		return [...clusters, ...this.#singles()]
			.sort((a, b) => b.count - a.count)
			.slice(0, MOST_ITEMS)
			.sort((a, b) => a.y - b.y || a.x - b.x);
	}

	/** Rows of the organisations that are there on the date and lie within a polygon of screen positions. */
	organisationsWithin(polygon: readonly (readonly [x: number, y: number])[]): number[] {
		const scene = this.#scene;
		if (scene === null) return [];
		return pointsWithin(this.map, scene, this.#window, polygon).map(
			(point) => scene.points.organisation[point]!
		);
	}

	/** Zooms until an item comes apart; false when it never does, as all of it is in one place. */
	zoomInto(item: MapItem, animate: boolean): boolean {
		return zoomInto(this.map, item, TREE_MAX_ZOOM, animate);
	}

	/** Brings everything into view that is there on the date. */
	fitShown(animate: boolean): void {
		if (this.#scene === null) return;
		const { points, timeline } = this.#scene;
		const there = Array.from(points.organisation.keys()).filter((point) =>
			timeline.isThere(point, this.#window)
		);
		const bounds = boundsOf(points, there);
		if (bounds === null) return;
		const { clientWidth, clientHeight } = this.map.getContainer();
		this.map.fitBounds(bounds, { padding: fitPadding(clientWidth, clientHeight), maxZoom: 10, animate });
	}

	/** The first picture shows what there is and no more, unless the reader has moved the map already. */
	openOnShown(): void {
		if (!this.#isMovedByHand) this.fitShown(false);
	}

	/** Brings a place into view where it is not. */
	reveal(lon: number, lat: number, animate: boolean): void {
		if (!this.map.getBounds().contains([lon, lat])) this.map.easeTo({ center: [lon, lat], animate });
	}

	/** What the map shows now, as marks of a picture. */
	marks(): Promise<PictureMark[]> {
		return sceneMarks({
			map: this.map,
			theme: this.#theme,
			isOffline: this.#isOffline,
			areas: this.#shaded,
			arcs: this.#areArcsWanted ? this.#arcData : null,
			window: this.#window,
			singles: this.#singles(),
			clusters: this.#overlay.visible,
			looks: this.#look,
			linesUrl: this.#detail?.linesUrl ?? null,
			ground: () => this.#groundAlone()
		});
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

	remove(): void {
		this.#loss.stop();
		this.#worker.stop();
		this.#overlay.remove();
		this.map.remove();
	}

	#show(): void {
		const arePointsShown = this.#shaded === null && this.#isGroundDrawn;
		this.#points.setShown(arePointsShown);
		this.#arcs.setShown(arePointsShown && this.#areArcsWanted);
		this.#overlay.setShown(arePointsShown && this.#isClustered);
	}

	#restore(): void {
		if (this.map.getLayer(this.#arcs.id) === undefined) this.map.addLayer(this.#arcs);
		if (this.map.getLayer(this.#points.id) === undefined) this.map.addLayer(this.#points);
		this.#areas.restore();
		this.#paintGround(this.#theme);
		this.map.triggerRepaint();
	}

	/** Gives the offline ground the theme's colours; a configured one keeps its own. */
	#paintGround(theme: MapTheme): void {
		if (!this.#isOffline || this.#loss.isLost) return;
		for (const layer of [...groundLayers(theme), ...(this.#detail?.layers() ?? [])]) {
			for (const [name, value] of Object.entries(layer.paint ?? {}))
				this.map.setPaintProperty(layer.id, name as never, value as never);
		}
	}

	async #groundAlone(): Promise<PictureMark> {
		this.#points.setShown(false);
		this.#arcs.setShown(false);
		try {
			return await frameAsMark(this.map);
		} finally {
			this.#show();
		}
	}

	#upload(): void {
		if (this.#scene === null) return;
		const { points, tree } = this.#scene;
		this.#points.setData({
			points,
			aloneFrom: tree.aloneFrom,
			look: this.#look,
			ground: this.#theme.rim
		});
	}

	/** Organisations that stand alone, in a rectangle of the screen or in all of it. */
	#singles(from: [number, number] = [0, 0], to?: [number, number]): MapItem[] {
		if (this.#scene === null) return [];
		const { clientWidth, clientHeight } = this.map.getContainer();
		const end = to ?? ([clientWidth, clientHeight] as const);
		return singleItems(this.map, this.#scene, this.#window, this.#isClustered, from, end);
	}
}

function overlayLook(theme: MapTheme, points: readonly PointLook[]) {
	return {
		colours: points.map(({ colour }) => colour),
		ground: theme.card,
		rim: theme.rim,
		ink: theme.ink,
		font: theme.font
	};
}
