import { measureParts } from '#lib/network/network-parts.ts';
import type { NetworkParts } from '#lib/network/network-parts.ts';
import { heldPicture } from './held-picture.ts';
import type { HeldPicture } from './held-picture.ts';
import type { Task } from './tasks.ts';

export const task: Task<HeldPicture, NetworkParts> = (on) => measureParts(heldPicture(on));
