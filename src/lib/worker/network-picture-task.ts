import { AtlasSource } from '#lib/view/atlas-source.ts';
import { knownView } from '#lib/view/known-view.ts';
import type { PictureChoice } from '#lib/view/network-choice.ts';
import { networkPicture } from '#lib/view/network-picture.ts';
import type { NetworkPicture } from '#lib/view/network-picture.ts';
import { select } from '#lib/view/selection.ts';
import type { View } from '#lib/view/view.ts';
import type { Task } from './tasks.ts';

export interface PictureInput {
	view: View;
	choice: PictureChoice;
	/** Whether to read without cookies what every visitor sees, as embedded pages do. */
	isVisitor: boolean;
}

// A worker serves one visit of one page, so what it has read it keeps.
let visitors: AtlasSource | undefined;
let callers: AtlasSource | undefined;
// By the address of this script, since a worker that was started by a line of a frame has none of the site.
const read = (input: RequestInfo | URL, init?: RequestInit): Promise<Response> =>
	fetch(new URL(String(input), new URL(import.meta.url).origin), init);

/** Reads the atlas in the worker, so that the page never builds it, and turns a view of it into a network. */
export const task: Task<PictureInput, NetworkPicture> = async ({ view, choice, isVisitor }) => {
	const source = isVisitor
		? (visitors ??= new AtlasSource((input, init) => read(input, { ...init, credentials: 'omit' })))
		: (callers ??= new AtlasSource(read));
	const atlas = await source.atlas();
	return networkPicture(select(atlas, knownView(atlas, view).view), choice);
};
