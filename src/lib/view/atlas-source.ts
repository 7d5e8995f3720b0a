import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { Atlas } from '#lib/domain/atlas.ts';
import { buildAtlas } from '#lib/domain/build-atlas.ts';

/**
 * Reads the atlas and the areas' figures once a page visit. Whoever asks later, from another view,
 * gets the same objects. A failed read is not kept, so that "try again" tries again.
 */
export class AtlasSource {
	#atlas: Promise<Atlas> | undefined;
	#areas: Promise<AreasWire> | undefined;
	readonly #fetch: typeof fetch;

	constructor(fetchFrom: typeof fetch) {
		this.#fetch = fetchFrom;
	}

	atlas(): Promise<Atlas> {
		return (this.#atlas ??= this.#read('/data/atlas', buildAtlas).catch((cause: unknown) => {
			this.#atlas = undefined;
			throw cause;
		}));
	}

	areas(): Promise<AreasWire> {
		return (this.#areas ??= this.#read('/data/areas', (wire: AreasWire) => wire).catch((cause: unknown) => {
			this.#areas = undefined;
			throw cause;
		}));
	}

	async #read<Wire, Model>(address: string, build: (wire: Wire) => Model): Promise<Model> {
		const response = await this.#fetch(address);
		if (!response.ok) throw new Error(`The data could not be read (status ${response.status}).`);
		return build((await response.json()) as Wire);
	}
}

let shared: { tag: string; source: AtlasSource } | undefined;

/**
 * The one source of a browser tab. Never call it on the server, where tabs of many people meet.
 *
 * @param tag of the atlas that the page was made from: with another tag everything is read anew, as after
 *   a change of the data, at midnight, or when somebody signs in or out
 */
export function browserAtlas(tag: string): AtlasSource {
	if (shared?.tag !== tag) shared = { tag, source: new AtlasSource((...request) => fetch(...request)) };
	return shared.source;
}
