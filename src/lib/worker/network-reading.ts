import { readNetwork } from '#lib/network/network-reading.ts';
import type { NetworkReading } from '#lib/network/network-reading.ts';
import type { MeasuredPicture } from '#lib/view/network-picture.ts';
import type { DateWindow } from '#lib/view/date-window.ts';
import type { Task } from './tasks.ts';

export const task: Task<{ picture: MeasuredPicture; window: DateWindow }, NetworkReading> = ({
	picture,
	window
}) => readNetwork(picture, window);
