import type { FontFile, Look } from './painter.ts';
import type { GraphScene } from './scene.ts';

/** What of the scene has changed since the last picture. */
export type SceneChange =
	| { kind: 'everything'; scene: GraphScene }
	| { kind: 'places'; positions: Float32Array }
	| { kind: 'nothing' };

/** Page to the painter's worker: one `start`, then a picture at a time. */
export type PainterRequest =
	| { kind: 'start'; marks: OffscreenCanvas; labels: OffscreenCanvas; font: FontFile | null }
	| { kind: 'paint'; change: SceneChange; look: Look };

/** Worker to page: `drawn` for every picture, or once that it cannot draw and why. */
export type PainterReply = { kind: 'drawn' } | { kind: 'fault'; reason: string };
