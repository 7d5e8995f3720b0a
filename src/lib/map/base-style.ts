import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import land from './basemap/british-isles.json?url';
import type { MapTheme } from './theme.ts';

/** Address of the offline map's coasts. */
export const landUrl: string = land;

/** The offline basemap: coasts from our own server, no tiles, no glyphs, nothing foreign. */
export function offlineStyle(theme: MapTheme): StyleSpecification {
	return {
		version: 8,
		name: 'Goodways offline',
		sources: {
			land: {
				type: 'geojson',
				data: land,
				attribution: 'Land: Natural Earth, public domain',
				tolerance: 0.2,
				maxzoom: 9
			}
		},
		layers: groundLayers(theme)
	};
}

/** The layers of the offline basemap. Other countries are there to be recognised: they have no outline. */
export function groundLayers(theme: MapTheme): LayerSpecification[] {
	return [
		{ id: 'sea', type: 'background', paint: { 'background-color': theme.sea } },
		{
			id: 'land',
			type: 'fill',
			source: 'land',
			paint: { 'fill-color': ['case', ['get', 'home'], theme.land, theme.abroad] }
		},
		{
			id: 'coast',
			type: 'line',
			source: 'land',
			filter: ['get', 'isle'],
			paint: { 'line-color': theme.coast, 'line-width': 0.8 }
		}
	];
}

/**
 * Asks for the coasts before there is a map to draw them, so that they are at hand when it asks: they come
 * first, and what stands on them after.
 */
export function fetchLandAhead(): void {
	fetch(land).catch(() => {
		// The map asks again, and says what is wrong.
	});
}
