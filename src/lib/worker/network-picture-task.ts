import { AtlasSource, browserAtlas } from '#lib/view/atlas-source.ts';
import type { PictureChoice } from '#lib/view/network-choice.ts';
import { networkPicture } from '#lib/view/network-picture.ts';
import type { NetworkPicture } from '#lib/view/network-picture.ts';
import type { View } from '#lib/view/view.ts';
import type { Task } from './tasks.ts';

export interface PictureInput {
	view: View;
	choice: PictureChoice;
	/** Whether to read without cookies what every visitor sees, as embedded pages do. */
	isVisitor: boolean;
}

let visitors: AtlasSource | undefined;

/** Reads the atlas in the worker, so that the page never builds it, and turns a view of it into a network. */
export const task: Task<PictureInput, NetworkPicture> = async ({ view, choice, isVisitor }) => {
	const source = isVisitor
		? (visitors ??= new AtlasSource((input, init) => fetch(input, { ...init, credentials: 'omit' })))
		: browserAtlas();
	return networkPicture(await source.atlas(), view, choice);
};
