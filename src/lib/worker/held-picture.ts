import { PictureOnDate } from '#lib/network/picture-on-date.ts';
import type { DateWindow } from '#lib/view/date-window.ts';
import type { MeasuredPicture } from '#lib/view/network-picture.ts';

/** A picture on a date, for a worker that may hold the picture already. */
export interface HeldPicture {
	/** Tells one picture of a page from another. */
	id: number;
	/** Null where the worker was sent it before. */
	picture: MeasuredPicture | null;
	window: DateWindow;
}

let held: { id: number; on: PictureOnDate } | null = null;

/**
 * The picture on its date, with what was worked out of it so far: several questions of one date rest on the same
 * graph, and the picture is copied to the worker once.
 */
export function heldPicture({ id, picture, window }: HeldPicture): PictureOnDate {
	const isSame = held !== null && held.id === id;
	const known = isSame ? held!.on.picture : picture;
	if (known === null) throw new Error('The worker does not hold this picture.');
	if (!isSame || JSON.stringify(held!.on.window) !== JSON.stringify(window))
		held = { id, on: new PictureOnDate(known, window) };
	return held!.on;
}
