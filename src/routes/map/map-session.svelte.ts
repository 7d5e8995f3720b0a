import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { Atlas } from '#lib/domain/atlas.ts';
import { fetchLandAhead } from '#lib/map/base-style.ts';
import { hasWebGL } from '#lib/map/webgl-support.ts';
import type { AtlasSource } from '#lib/view/atlas-source.ts';

const NO_WEBGL =
	'This browser cannot draw the map, because it has no WebGL 2. The hexagons show the same areas, and the table the same organisations.';
const NOT_LOADED = 'The map could not be loaded. The hexagons and the table show the same.';
const NOT_DRAWN = 'The map could not be drawn. The hexagons and the table show the same.';
const LOST =
	'The browser took the map’s drawing away, as it may after a sleep or when memory is short. The hexagons and the table show the same; the map can be drawn again.';

/** What a page with a map has loaded so far: the data, and the code that draws it. */
export class MapSession {
	atlas = $state.raw<Atlas | null>(null);
	figures = $state.raw<AreasWire | null>(null);
	Picture = $state.raw<typeof import('./MapPicture.svelte').default | null>(null);
	/** Why the map is not drawn, in words. */
	trouble = $state<string | null>(null);
	/** Whether asking again may end the trouble. */
	canRetry = $state(false);
	/** Why the plain ground is drawn in place of the site's own. */
	fallback = $state<string | null>(null);

	/** Reads the data and, where a map is wanted, the code that draws it. Asking again asks for what is missing. */
	async prepare(source: AtlasSource, wantsMap: boolean): Promise<void> {
		if (wantsMap && this.trouble === null && !hasWebGL()) this.#fail(NO_WEBGL, false);
		if (wantsMap && this.trouble === null) fetchLandAhead();
		try {
			const [atlas, figures, drawing] = await Promise.all([
				source.atlas(),
				source.areas(),
				wantsMap && this.trouble === null && this.Picture === null ? import('./MapPicture.svelte') : null
			]);
			this.atlas = atlas;
			this.figures = figures;
			if (drawing !== null) this.Picture = drawing.default;
		} catch {
			this.#fail(NOT_LOADED, true);
		}
	}

	/** Takes note that the map was begun and could not be drawn. */
	notDrawn(): void {
		this.#fail(NOT_DRAWN, true);
	}

	/** Takes note that the browser took the drawing away and did not give it back. */
	lost(): void {
		this.#fail(LOST, true);
	}

	/** Forgets a trouble that may have passed. */
	retry(): void {
		if (this.canRetry) this.trouble = null;
	}

	#fail(trouble: string, canRetry: boolean): void {
		this.trouble = trouble;
		this.canRetry = canRetry;
	}
}
