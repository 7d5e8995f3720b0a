import { measureParts } from '#lib/network/network-parts.ts';
import type { NetworkParts } from '#lib/network/network-parts.ts';
import type { MeasuredPicture } from '#lib/view/network-picture.ts';
import type { DateWindow } from '#lib/view/date-window.ts';
import type { Task } from './tasks.ts';

export const task: Task<{ picture: MeasuredPicture; window: DateWindow }, NetworkParts> = ({
	picture,
	window
}) => measureParts(picture, window);
