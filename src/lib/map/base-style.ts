import type { StyleSpecification } from 'maplibre-gl';
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
				attribution: 'Coasts: Natural Earth, public domain',
				tolerance: 0.2,
				maxzoom: 9
			}
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
