import { readNetwork } from '#lib/network/network-reading.ts';
import type { NetworkReading } from '#lib/network/network-reading.ts';
import { heldPicture } from './held-picture.ts';
import type { HeldPicture } from './held-picture.ts';
import type { Task } from './tasks.ts';

export const task: Task<HeldPicture, NetworkReading> = (on) => readNetwork(heldPicture(on));
