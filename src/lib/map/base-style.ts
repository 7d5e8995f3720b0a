import type { StyleSpecification } from 'maplibre-gl';
import land from './basemap/british-isles.json?url';

/** Colours of the map's ground, from the page's theme. */
export interface MapTheme {
	sea: string;
	land: string;
	/** Countries that are not the United Kingdom. */
	abroad: string;
	coast: string;
	ink: string;
	muted: string;
	card: string;
	accent: string;
	second: string;
	font: string;
}

/** The offline basemap: coasts from our own server, no tiles, no glyphs, nothing foreign. */
export function offlineStyle(theme: MapTheme): StyleSpecification {
	return {
		version: 8,
		name: 'Goodways offline',
		sources: {
			land: { type: 'geojson', data: land, attribution: 'Coasts: Natural Earth', tolerance: 0.2, maxzoom: 9 }
		},
		layers: [
			{ id: 'sea', type: 'background', paint: { 'background-color': theme.sea } },
			{
				id: 'land',
				type: 'fill',
				source: 'land',
				paint: { 'fill-color': ['case', ['get', 'home'], theme.land, theme.abroad] }
			},
			{ id: 'coast', type: 'line', source: 'land', paint: { 'line-color': theme.coast, 'line-width': 0.8 } }
		]
	};
}

/**
 * Reads the theme's colours where the page has set them, so that map and page change together. A
 * custom property reads back as it was written, `light-dark(…)` and all, so a probe resolves it.
 */
export function themeOf(element: HTMLElement): MapTheme {
	const [sea, ground, abroad, coast, ink, muted, card, accent, second] = themeColours(element, [
		'--map-sea',
		'--map-land',
		'--map-abroad',
		'--map-coast',
		'--ink',
		'--muted',
		'--card',
		'--accent',
		'--second'
	]) as [string, string, string, string, string, string, string, string, string];
	const { fontFamily } = getComputedStyle(element);
	return { sea, land: ground, abroad, coast, ink, muted, card, accent, second, font: fontFamily };
}

/** A theme's colour by the name of its custom property, as `#rrggbb`. */
export function themeColours(element: HTMLElement, names: readonly string[]): string[] {
	const probe = document.createElement('span');
	element.append(probe);
	const colours = names.map((name) => {
		probe.style.color = `var(${name})`;
		return hexOf(getComputedStyle(probe).color);
	});
	probe.remove();
	return colours;
}

/** `#rrggbb` of a computed colour, `rgb(…)` with an alpha or without. */
export function hexOf(colour: string): string {
	const parts = /rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/.exec(colour);
	if (parts === null) return '#808080';
	return `#${parts
		.slice(1, 4)
		.map((part) => Number(part).toString(16).padStart(2, '0'))
		.join('')}`;
}
