import type { GeoJSON } from 'geojson';
import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import linesUrl from './basemap/council-lines.json?url';
import placesUrl from './basemap/places.json?url';
import type { MapTheme } from './theme.ts';

/** From this zoom on the offline map has borders and names to find one's way by: about a region in a window. */
export const DETAIL_FROM = 6;

/** Sources and layers of the detail, which a picture of the map shows too. */
export const LINES = 'council-lines';
export const PLACES = 'places';

/** Towns as the file holds them, the largest first. */
export type PlaceRow = readonly [name: string, longitude: number, latitude: number];

/** At 1:10m a border may lie kilometres from where it runs: it fades before that could mislead anybody. */
const FADES = ['interpolate', ['linear'], ['zoom'], 9, 0.8, 10.5, 0] as unknown as number;
/** How many of the largest towns are named from a zoom on; they make way for each other. */
const NAMED = ['step', ['zoom'], 25, 7, 90, 8, 300, 9, 700, 10, 1e6];

/** Layers of the detail in a theme's colours. @param areImported whether the lines are boundaries the site imported */
export function detailLayers(theme: MapTheme, areImported: boolean): LayerSpecification[] {
	return [
		{
			id: LINES,
			type: 'line',
			source: LINES,
			minzoom: DETAIL_FROM,
			...(areImported ? {} : { maxzoom: 10.5 }),
			paint: {
				'line-color': theme.coast,
				'line-width': 0.8,
				'line-opacity': areImported ? 0.9 : FADES
			}
		},
		{
			id: PLACES,
			type: 'symbol',
			source: PLACES,
			minzoom: DETAIL_FROM,
			filter: ['<', ['get', 'rank'], NAMED] as never,
			layout: {
				'text-field': ['get', 'name'],
				'text-font': [firstFamily(theme.font)],
				'text-size': ['interpolate', ['linear'], ['get', 'rank'], 0, 14, 90, 12.5, 300, 12],
				'symbol-sort-key': ['get', 'rank'],
				// Below its place, where the ring of a cluster would hide it.
				'text-anchor': 'top',
				'text-offset': [0, 1.1],
				'text-padding': 8,
				'text-max-width': 8
			},
			paint: { 'text-color': theme.muted, 'text-halo-color': theme.land, 'text-halo-width': 1.6 }
		}
	];
}

/** Towns as features, each with its rank by size from 0. */
export function placeFeatures(rows: readonly PlaceRow[]): GeoJSON {
	return {
		type: 'FeatureCollection',
		features: rows.map(([name, longitude, latitude], rank) => ({
			type: 'Feature',
			properties: { name, rank },
			geometry: { type: 'Point', coordinates: [longitude, latitude] }
		}))
	};
}

/**
 * Borders and names on the offline map, asked for when somebody first comes near enough to see them. They are
 * part of MapLibre's style, which brings them back by itself after a lost drawing.
 */
export class GroundDetail {
	readonly #map: MapLibreMap;
	readonly #imported: string | null;
	readonly #beneath: string;
	#theme: MapTheme;
	#state: 'absent' | 'asked' | 'there' = 'absent';

	/**
	 * @param imported address of boundaries that the site imported, drawn in place of our own; or null
	 * @param beneath layer that stays above
	 */
	constructor(map: MapLibreMap, theme: MapTheme, imported: string | null, beneath: string) {
		this.#map = map;
		this.#theme = theme;
		this.#imported = imported;
		this.#beneath = beneath;
		map.on('zoom', () => this.#ask());
		this.#ask();
	}

	/** Address of the borders that are drawn. */
	get linesUrl(): string {
		return this.#imported ?? linesUrl;
	}

	setTheme(theme: MapTheme): void {
		this.#theme = theme;
	}

	/** Layers to be painted anew with a theme; none where there are none yet. */
	layers(): LayerSpecification[] {
		return this.#state === 'there' ? detailLayers(this.#theme, this.#imported !== null) : [];
	}

	#ask(): void {
		if (this.#state !== 'absent' || this.#map.getZoom() < DETAIL_FROM - 0.25) return;
		this.#state = 'asked';
		this.#add().catch(() => {
			// The ground does without; the next zoom asks again.
			this.#state = 'absent';
		});
	}

	async #add(): Promise<void> {
		const response = await fetch(placesUrl);
		if (!response.ok) throw new Error(`Places could not be read (status ${response.status}).`);
		const rows = (await response.json()) as PlaceRow[];
		// A map that is gone, or whose drawing was lost meanwhile, has no style to add to.
		if (this.#map.getStyle() === undefined || this.#map.getLayer(this.#beneath) === undefined) {
			this.#state = 'absent';
			return;
		}
		this.#map.addSource(LINES, {
			type: 'geojson',
			data: this.linesUrl,
			attribution:
				this.#imported === null ? 'Borders: Natural Earth 1:10m, approximate' : 'Borders: imported',
			tolerance: 0.3
		});
		this.#map.addSource(PLACES, {
			type: 'geojson',
			data: placeFeatures(rows),
			attribution: 'Places: GeoNames, CC BY 4.0'
		});
		this.#state = 'there';
		for (const layer of this.layers()) this.#map.addLayer(layer, this.#beneath);
	}
}

/** The first family of a CSS list, without quotation marks: MapLibre draws letters with it by itself. */
function firstFamily(font: string): string {
	return font.split(',')[0]!.replace(/["']/g, '').trim() || 'sans-serif';
}
