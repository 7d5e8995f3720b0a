import { answerQuestion } from '#lib/network/network-asked.ts';
import type { NetworkAnswer, NetworkQuestion } from '#lib/network/network-asked.ts';
import type { Shown } from '#lib/view/shown-in.ts';
import { heldPicture } from './held-picture.ts';
import type { HeldPicture } from './held-picture.ts';
import type { Task } from './tasks.ts';

export const task: Task<HeldPicture & NetworkQuestion & { drawn: Shown }, NetworkAnswer> = ({
	drawn,
	asked,
	compared,
	...on
}) => answerQuestion(heldPicture(on), { drawn, asked, compared });
