import type { Map as MapLibreMap } from 'maplibre-gl';
import type { ClusterTimeline } from '#lib/cluster/cluster-timeline.ts';
import type { DateWindow } from '#lib/view/date-window.ts';
import { levelAt } from '#lib/cluster/cluster-tree.ts';
import type { ClusterLevel, ClusterTree } from '#lib/cluster/cluster-tree.ts';
import { latitudeOf, longitudeOf } from '#lib/cluster/mercator.ts';
import { pointRadiusPx } from './point-layer.ts';

/** One cluster on the screen on the chosen date. */
export interface VisibleCluster {
	level: ClusterLevel;
	cluster: number;
	/** Organisations in it on the date; at least one. */
	count: number;
	/** By category. */
	counts: Uint32Array;
	/** CSS pixels within the map. */
	x: number;
	y: number;
	radius: number;
}

export interface ClusterLook {
	/** By category, any CSS colour. */
	colours: readonly string[];
	ground: string;
	/** Outermost line of each mark. */
	rim: string;
	ink: string;
	font: string;
}

/**
 * Draws clusters as rings of their kinds with a number, on a canvas over the map. A slider step
 * counts anew and paints a hundred rings; it builds and moves nothing.
 */
export class ClusterOverlay {
	readonly #map: MapLibreMap;
	readonly #canvas: HTMLCanvasElement;
	readonly #context: CanvasRenderingContext2D;
	#tree: ClusterTree | null = null;
	#timeline: ClusterTimeline | null = null;
	#categories = 0;
	#look: ClusterLook;
	#window: DateWindow = { mode: 'as-of', day: 0, since: 0 };
	#visible: VisibleCluster[] = [];
	#isShown = true;
	/** Counts of clusters on the window in use, so that panning counts nothing twice. */
	readonly #counted = new Map<ClusterLevel, Map<number, { count: number; counts: Uint32Array }>>();
	readonly #draw = (): void => this.draw();

	constructor(map: MapLibreMap, look: ClusterLook) {
		this.#map = map;
		this.#look = look;
		this.#canvas = document.createElement('canvas');
		this.#canvas.style.cssText = 'position:absolute;inset:0;width:100%;height:100%;pointer-events:none';
		// The canvas repeats what the table and the focusable list of clusters say in words.
		this.#canvas.setAttribute('aria-hidden', 'true');
		const context = this.#canvas.getContext('2d');
		if (context === null) throw new Error('The browser gave no canvas to draw clusters on.');
		this.#context = context;
		map.getCanvasContainer().append(this.#canvas);
		map.on('render', this.#draw);
	}

	setData(tree: ClusterTree, timeline: ClusterTimeline, categories: number): void {
		this.#tree = tree;
		this.#timeline = timeline;
		this.#categories = categories;
		this.#counted.clear();
		this.#map.triggerRepaint();
	}

	setWindow(window: DateWindow): void {
		this.#window = window;
		this.#counted.clear();
		this.#map.triggerRepaint();
	}

	setLook(look: ClusterLook): void {
		this.#look = look;
		this.#map.triggerRepaint();
	}

	setShown(isShown: boolean): void {
		this.#isShown = isShown;
		this.#map.triggerRepaint();
	}

	/** What was last drawn, largest first: for hit tests, focus order and tests. */
	get visible(): readonly VisibleCluster[] {
		return this.#visible;
	}

	/** The cluster under a position of the map, CSS pixels, or null. */
	at(x: number, y: number): VisibleCluster | null {
		return this.#visible.find((it) => (it.x - x) ** 2 + (it.y - y) ** 2 <= it.radius ** 2) ?? null;
	}

	remove(): void {
		this.#map.off('render', this.#draw);
		this.#canvas.remove();
	}

	draw(): void {
		const container = this.#map.getContainer();
		const [width, height] = [container.clientWidth, container.clientHeight];
		const scale = devicePixelRatio;
		if (
			this.#canvas.width !== Math.round(width * scale) ||
			this.#canvas.height !== Math.round(height * scale)
		) {
			this.#canvas.width = Math.round(width * scale);
			this.#canvas.height = Math.round(height * scale);
		}
		this.#context.setTransform(scale, 0, 0, scale, 0, 0);
		this.#context.clearRect(0, 0, width, height);
		this.#visible = this.#isShown ? this.#measure(width, height) : [];
		// Smallest last, so that a small cluster is never hidden under a large one.
		for (const cluster of this.#visible) drawCluster(this.#context, cluster, this.#look, this.#map.getZoom());
	}

	#measure(width: number, height: number): VisibleCluster[] {
		if (this.#tree === null || this.#timeline === null) return [];
		const level = levelAt(this.#tree, this.#map.getZoom());
		const bounds = this.#map.getBounds();
		const visible: VisibleCluster[] = [];
		for (let cluster = 0; cluster < level.count; cluster += 1) {
			const lon = longitudeOf(level.x[cluster]!);
			if (lon < bounds.getWest() - 1 || lon > bounds.getEast() + 1) continue;
			const { x, y } = this.#map.project([lon, latitudeOf(level.y[cluster]!)]);
			if (x < -40 || y < -40 || x > width + 40 || y > height + 40) continue;
			const { count, counts } = this.#count(this.#timeline, level, cluster);
			if (count > 0) {
				visible.push({
					level,
					cluster,
					count,
					counts,
					x,
					y,
					radius: clusterRadiusPx(count, this.#map.getZoom())
				});
			}
		}
		return visible.sort((a, b) => b.count - a.count || a.cluster - b.cluster);
	}

	#count(
		timeline: ClusterTimeline,
		level: ClusterLevel,
		cluster: number
	): { count: number; counts: Uint32Array } {
		let ofLevel = this.#counted.get(level);
		if (ofLevel === undefined) this.#counted.set(level, (ofLevel = new Map()));
		let counted = ofLevel.get(cluster);
		if (counted === undefined) {
			const counts = new Uint32Array(this.#categories);
			const count = timeline.count(level, cluster, this.#window, counts);
			ofLevel.set(cluster, (counted = { count, counts }));
		}
		return counted;
	}
}

/** Radius of a cluster, CSS pixels: its area grows with the root of its count; one is a plain dot. */
export function clusterRadiusPx(count: number, zoom: number): number {
	return count === 1 ? pointRadiusPx(zoom) : Math.min(34, 13 + 2.2 * Math.log2(count));
}

function drawCluster(
	context: CanvasRenderingContext2D,
	it: VisibleCluster,
	look: ClusterLook,
	zoom: number
): void {
	const { x, y, radius, count, counts } = it;
	context.beginPath();
	context.arc(x, y, radius, 0, 2 * Math.PI);
	if (count === 1) {
		context.fillStyle = look.colours[counts.findIndex((n) => n > 0)] ?? look.ink;
		context.fill();
		context.lineWidth = 1.5;
		context.strokeStyle = look.rim;
		context.stroke();
		return;
	}
	context.fillStyle = look.ground;
	context.fill();
	context.lineWidth = 2;
	context.strokeStyle = look.rim;
	context.stroke();
	const ring = Math.max(4, radius * 0.26);
	context.lineWidth = ring;
	let angle = -Math.PI / 2;
	counts.forEach((n, category) => {
		if (n === 0) return;
		const next = angle + (n / count) * 2 * Math.PI;
		context.beginPath();
		context.arc(x, y, radius - ring / 2 - 1, angle, next);
		context.strokeStyle = look.colours[category] ?? look.ink;
		context.stroke();
		angle = next;
	});
	context.fillStyle = look.ink;
	context.font = `600 ${zoom < 6 && count < 100 ? 12 : 13}px ${look.font}`;
	context.textAlign = 'center';
	context.textBaseline = 'middle';
	context.fillText(shortCount(count), x, y + 0.5);
}

/** A count in four signs at most: 999, 1.2k, 12k. */
export function shortCount(count: number): string {
	if (count < 1000) return String(count);
	return count < 9950 ? `${(count / 1000).toFixed(1).replace(/\.0$/, '')}k` : `${Math.round(count / 1000)}k`;
}
