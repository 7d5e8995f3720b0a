import {
	Map as MapLibreMap,
	NavigationControl,
	ScaleControl,
	AttributionControl,
	setWorkerUrl
} from 'maplibre-gl';
import type { StyleSpecification } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { offlineStyle } from './base-style.ts';
import type { MapTheme } from './base-style.ts';

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

/** Where the map opens: all of the United Kingdom. */
export const HOME_BOUNDS: [[number, number], [number, number]] = [
	[-8.7, 49.8],
	[2.1, 60.9]
];

/** Whether this browser can draw the map at all. */
export function hasWebGL(): boolean {
	try {
		return document.createElement('canvas').getContext('webgl2') !== null;
	} catch {
		return false;
	}
}

/** A map in an element, with the configured style where it can be had and the offline one where not. */
export async function createMap(container: HTMLElement, options: MapOptions): Promise<MapLibreMap> {
	const style = await chooseStyle(options);
	const map = new MapLibreMap({
		container,
		style,
		bounds: HOME_BOUNDS,
		fitBoundsOptions: { padding: 16 },
		minZoom: 3,
		maxZoom: 15,
		attributionControl: false,
		dragRotate: false,
		pitchWithRotate: false,
		fadeDuration: options.reducedMotion ? 0 : 200,
		canvasContextAttributes: { preserveDrawingBuffer: true, antialias: true }
	});
	map.touchZoomRotate.disableRotation();
	map.keyboard.disableRotation();
	map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
	map.addControl(new ScaleControl({ unit: 'metric' }), 'bottom-left');
	map.addControl(new AttributionControl({ compact: true }), 'bottom-right');
	await new Promise<void>((resolve) => {
		if (map.isStyleLoaded() === true) resolve();
		else map.once('load', () => resolve());
	});
	return map;
}

async function chooseStyle({ styleUrl, theme, onfallback }: MapOptions): Promise<StyleSpecification> {
	if (styleUrl === null) return offlineStyle(theme);
	try {
		const response = await fetch(styleUrl, { signal: AbortSignal.timeout(STYLE_LIMIT_MS) });
		if (!response.ok) throw new Error(`it answered with status ${response.status}`);
		const style = (await response.json()) as Partial<StyleSpecification> | null;
		if (style?.version !== 8 || !Array.isArray(style.layers) || typeof style.sources !== 'object') {
			throw new Error('it is no MapLibre style');
		}
		return style as StyleSpecification;
	} catch (cause) {
		const reason = cause instanceof Error ? cause.message : String(cause);
		onfallback(
			`The map style set for this site could not be used (${reason}). The plain map is shown in its place.`
		);
		return offlineStyle(theme);
	}
}
