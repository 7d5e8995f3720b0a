import { browserAtlas } from '#lib/view/atlas-source.ts';
import type { PictureChoice } from '#lib/view/network-choice.ts';
import { networkPicture } from '#lib/view/network-picture.ts';
import type { NetworkPicture } from '#lib/view/network-picture.ts';
import type { View } from '#lib/view/view.ts';
import type { Task } from './tasks.ts';

/** Reads the atlas in the worker, so that the page never builds it, and turns a view of it into a network. */
export const task: Task<{ view: View; choice: PictureChoice }, NetworkPicture> = async ({ view, choice }) =>
	networkPicture(await browserAtlas().atlas(), view, choice);
