import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { Atlas } from '#lib/domain/atlas.ts';
import { hasWebGL } from '#lib/map/webgl-support.ts';
import type { AtlasSource } from '#lib/view/atlas-source.ts';

/** What a page with a map has loaded so far: the data, and the code that draws it. */
export class MapSession {
	atlas = $state.raw<Atlas | null>(null);
	figures = $state.raw<AreasWire | null>(null);
	Picture = $state.raw<typeof import('./MapPicture.svelte').default | null>(null);
	/** Why the map is not drawn, in words. */
	trouble = $state<string | null>(null);
	/** Why the plain ground is drawn in place of the site's own. */
	fallback = $state<string | null>(null);

	/** Reads the data and, where a map is wanted, the code that draws it. Asking again asks for what is missing. */
	async prepare(source: AtlasSource, wantsMap: boolean): Promise<void> {
		if (wantsMap && !hasWebGL()) {
			this.trouble =
				'This browser cannot draw the map, because it has no WebGL 2. The hexagons show the same areas, and the table the same organisations.';
		}
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
			this.trouble =
				'The map could not be loaded. The table shows the same organisations; reload the page to try again.';
		}
	}
}
