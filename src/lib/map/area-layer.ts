import type { ExpressionSpecification, FilterSpecification, Map as MapLibreMap } from 'maplibre-gl';
import type { MapTheme } from './theme.ts';

/** Shade of each area by its code: 0 none, 1 to 5 faint to strong, null unknown. */
export type AreaSteps = ReadonlyMap<string, number | null>;

const SOURCE = 'boundaries';
const HATCH = 'unknown-hatch';
const LAYERS = ['area-fill', 'area-hatch', 'area-line', 'area-chosen'] as const;
const STATE: ExpressionSpecification = ['coalesce', ['feature-state', 'step'], -1];

/**
 * Boundaries that a user imported, shaded like the hexagons. A date changes the state of those areas
 * whose step changed, and reloads nothing.
 */
export class AreaLayer {
	readonly #map: MapLibreMap;
	#theme: MapTheme;
	#steps: AreaSteps | null = null;
	#chosen: string | null = null;
	/** What the map was told, so that only changes are. */
	readonly #told = new Map<string, number>();
	/** Whether the map's style is gone, as after a lost drawing: what is set meanwhile waits until it is back. */
	#isLost = false;
	/** What `load` was given while the style was gone. */
	#owed: [url: string, beneath: string] | null = null;

	constructor(map: MapLibreMap, theme: MapTheme) {
		this.#map = map;
		this.#theme = theme;
	}

	/** @param url GeoJSON whose features carry their area's code as `code` */
	load(url: string, beneath: string): void {
		if (this.#isLost) {
			this.#owed = [url, beneath];
			return;
		}
		if (this.#map.getSource(SOURCE) !== undefined) return;
		this.#map.addSource(SOURCE, { type: 'geojson', data: url, promoteId: 'code', tolerance: 0.2 });
		this.#hatch();
		const visibility = this.#steps === null ? 'none' : 'visible';
		this.#map.addLayer(
			{ id: LAYERS[0], type: 'fill', source: SOURCE, layout: { visibility }, paint: this.#fill() },
			beneath
		);
		this.#map.addLayer(
			{
				id: LAYERS[1],
				type: 'fill',
				source: SOURCE,
				layout: { visibility },
				paint: { 'fill-pattern': HATCH, 'fill-opacity': ['case', ['<', STATE, 0], 1, 0] }
			},
			beneath
		);
		this.#map.addLayer(
			{
				id: LAYERS[2],
				type: 'line',
				source: SOURCE,
				layout: { visibility },
				paint: { 'line-color': this.#theme.coast, 'line-width': 0.6 }
			},
			beneath
		);
		this.#map.addLayer(
			{
				id: LAYERS[3],
				type: 'line',
				source: SOURCE,
				layout: { visibility },
				filter: chosenFilter(this.#chosen),
				paint: { 'line-color': this.#theme.ink, 'line-width': 2.5 }
			},
			beneath
		);
		this.#tell();
	}

	/** Shades the areas; null hides them. */
	setSteps(steps: AreaSteps | null): void {
		this.#steps = steps;
		if (!this.#isDrawn()) return;
		for (const id of LAYERS) {
			this.#map.setLayoutProperty(id, 'visibility', steps === null ? 'none' : 'visible');
		}
		this.#tell();
	}

	/** Outlines one area, or none. */
	setChosen(code: string | null): void {
		this.#chosen = code;
		if (this.#isDrawn()) this.#map.setFilter(LAYERS[3], chosenFilter(code));
	}

	/** Takes note that the map's style is gone, with the shade of every area. */
	lose(): void {
		this.#isLost = true;
		this.#told.clear();
	}

	/** Once the style is back as it was: says again what it was told last, or meanwhile. */
	restore(): void {
		this.#isLost = false;
		if (this.#owed !== null) this.load(...this.#owed);
		this.#owed = null;
		this.setSteps(this.#steps);
		this.setChosen(this.#chosen);
		this.setTheme(this.#theme);
	}

	setTheme(theme: MapTheme): void {
		this.#theme = theme;
		if (!this.#isDrawn()) return;
		this.#map.setPaintProperty(LAYERS[0], 'fill-color', this.#fill()['fill-color']);
		this.#map.setPaintProperty(LAYERS[2], 'line-color', theme.coast);
		this.#map.setPaintProperty(LAYERS[3], 'line-color', theme.ink);
		this.#hatch();
	}

	/** Code of the area under a position, CSS pixels within the map, or null. */
	at(x: number, y: number): string | null {
		if (this.#steps === null || !this.#isDrawn()) return null;
		const [found] = this.#map.queryRenderedFeatures([x, y], { layers: [LAYERS[0]] });
		const code: unknown = found?.properties['code'];
		return typeof code === 'string' ? code : null;
	}

	/** Whether the layers are there; they come all at once. */
	#isDrawn(): boolean {
		return !this.#isLost && this.#map.getLayer(LAYERS[3]) !== undefined;
	}

	#tell(): void {
		if (this.#steps === null || !this.#isDrawn()) return;
		for (const [code, step] of this.#steps) {
			const state = step ?? -1;
			if (this.#told.get(code) === state) continue;
			this.#told.set(code, state);
			this.#map.setFeatureState({ source: SOURCE, id: code }, { step: state });
		}
	}

	#fill() {
		const [none, ...steps] = this.#theme.steps;
		return {
			'fill-color': [
				'match',
				STATE,
				...steps.flatMap((colour, at) => [at + 1, colour]),
				none
			] as unknown as string,
			'fill-outline-color': this.#theme.coast
		};
	}

	#hatch(): void {
		const size = 8;
		const canvas = new OffscreenCanvas(size, size);
		const context = canvas.getContext('2d');
		if (context === null) return;
		context.fillStyle = this.#theme.paper;
		context.fillRect(0, 0, size, size);
		context.strokeStyle = this.#theme.muted;
		context.lineWidth = 1.2;
		context.beginPath();
		for (const from of [-size, 0, size]) {
			context.moveTo(from, size);
			context.lineTo(from + size, 0);
		}
		context.stroke();
		const image = context.getImageData(0, 0, size, size);
		if (this.#map.hasImage(HATCH)) this.#map.updateImage(HATCH, image);
		else this.#map.addImage(HATCH, image);
	}
}

function chosenFilter(code: string | null): FilterSpecification {
	return ['==', ['get', 'code'], code ?? ''];
}
