import {
	Map as MapLibreMap,
	NavigationControl,
	ScaleControl,
	AttributionControl,
	setWorkerUrl
} from 'maplibre-gl';
import type { StyleSpecification } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import './map-controls.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { offlineStyle } from './base-style.ts';
import type { MapTheme } from './theme.ts';
import { fetchStyle } from './fetch-style.ts';

// MapLibre 6 is an ES module and must be told where the build put its worker.
if (typeof window !== 'undefined') setWorkerUrl(workerUrl);

export interface MapOptions {
	theme: MapTheme;
	/** A style of the site's own, or null for the offline basemap. */
	styleUrl: string | null;
	/** Said once, in words, when the configured style cannot be had and the offline one stands in. */
	onfallback: (reason: string) => void;
	reducedMotion: boolean;
}

const STYLE_LIMIT_MS = 8000;
/** What stands on the ground waits for it no longer than this; not at all for a ground that does not come. */
const GROUND_LIMIT_MS = 10_000;

/** Where the map opens: all of the United Kingdom. */
export const HOME_BOUNDS: [[number, number], [number, number]] = [
	[-8.7, 49.8],
	[2.1, 60.9]
];

/** A map that is ready for layers. */
export interface DrawnMap {
	map: MapLibreMap;
	/** Whether its ground is ours, whose colours follow the page's theme. */
	isOffline: boolean;
	/** Settles once the ground has been drawn, or has been waited for long enough. */
	groundDrawn: Promise<void>;
}

/** A map in an element, with the configured style where it can be had and the offline one where not. */
export async function createMap(container: HTMLElement, options: MapOptions): Promise<DrawnMap> {
	const { theme, styleUrl, onfallback, reducedMotion } = options;
	const own = styleUrl === null ? null : await fetchStyle(styleUrl, STYLE_LIMIT_MS);
	const map = new MapLibreMap({
		container,
		style: own !== null && typeof own !== 'string' ? own : offlineStyle(theme),
		bounds: HOME_BOUNDS,
		fitBoundsOptions: { padding: 16 },
		minZoom: 3.5,
		maxZoom: 15,
		renderWorldCopies: false,
		attributionControl: false,
		dragRotate: false,
		pitchWithRotate: false,
		fadeDuration: reducedMotion ? 0 : 200,
		canvasContextAttributes: { antialias: true }
	});
	const groundDrawn = new Promise<void>((resolve) => {
		const limit = setTimeout(resolve, GROUND_LIMIT_MS);
		const end = (): void => {
			clearTimeout(limit);
			resolve();
		};
		map.once('load', end);
		map.once('error', end);
		map.once('remove', end);
	});
	map.touchZoomRotate.disableRotation();
	map.keyboard.disableRotation();
	map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
	map.addControl(new ScaleControl({ unit: 'metric' }), 'bottom-left');
	map.addControl(new AttributionControl({ compact: false }), 'bottom-right');

	const failure = own === null || typeof own === 'string' ? own : await firstSourceFailure(map, own);
	if (failure !== null) onfallback(unusable(failure));
	if (failure !== null && typeof own !== 'string') map.setStyle(offlineStyle(theme), { diff: false });
	await styleReady(map);
	return { map, isOffline: own === null || failure !== null, groundDrawn };
}

function unusable(reason: string): string {
	return `The map style set for this site could not be used (${reason}). The plain map is shown in its place.`;
}

/** Settles once a map has a style that layers can be added to. */
export function styleReady(map: MapLibreMap): Promise<void> {
	return new Promise((resolve) => {
		// Sources may still be loading: layers can be added as soon as the style itself is there.
		if (map.getStyle()?.version === 8) resolve();
		else map.once('style.load', () => resolve());
	});
}

/**
 * Why a style's sources cannot be had; null when each answered. A missing tile is no failure, as
 * many servers have none for open sea.
 */
function firstSourceFailure(map: MapLibreMap, { sources }: StyleSpecification): Promise<string | null> {
	if (Object.keys(sources).length === 0) return Promise.resolve(null);
	return new Promise((resolve) => {
		const end = (failure: string | null): void => {
			clearTimeout(limit);
			map.off('error', failed).off('load', loaded);
			resolve(failure);
		};
		const limit = setTimeout(() => end('its data did not come in time'), STYLE_LIMIT_MS);
		const failed = (event: object): void => {
			const { sourceId, tile, error } = event as { sourceId?: string; tile?: unknown; error?: Error };
			if (sourceId !== undefined && tile === undefined) end(error?.message ?? 'its data did not come');
		};
		const loaded = (): void => end(null);
		map.on('error', failed);
		map.on('load', loaded);
	});
}
