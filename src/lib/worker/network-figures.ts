import { measureFigures } from '#lib/network/node-figures.ts';
import type { FigureValues } from '#lib/network/node-figures.ts';
import type { NodeFigure } from '#lib/view/network-choice.ts';
import { heldPicture } from './held-picture.ts';
import type { HeldPicture } from './held-picture.ts';
import type { Task } from './tasks.ts';

export const task: Task<HeldPicture & { figures: readonly NodeFigure[] }, FigureValues> = ({
	figures,
	...on
}) => measureFigures(heldPicture(on), figures);
