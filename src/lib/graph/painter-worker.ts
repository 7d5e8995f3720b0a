/** Draws a network on canvases of the page, off its main thread. */
import { serveCalls } from '#lib/calls/calls.ts';
import type { CallMessage } from '#lib/calls/calls.ts';
import type { FontFile, Look } from './painter.ts';
import type { SceneChange } from './picture-queue.ts';
import { WebglPainter } from './webgl-graph.ts';

/** A font that takes longer than this is done without (ms). */
const FONT_LIMIT_MS = 1000;

let painter: WebglPainter | null = null;
let fontReady: Promise<unknown> = Promise.resolve();

/** What the page can ask of the painter: one `start`, then a picture at a time. A fault of either means that nothing is drawn any more. */
const painting = {
	start({ font, ...canvases }: { marks: OffscreenCanvas; labels: OffscreenCanvas; font: FontFile | null }) {
		painter = new WebglPainter(canvases);
		if (font !== null) fontReady = Promise.race([take(font), waited(FONT_LIMIT_MS)]);
	},

	async paint({ change, look }: { change: SceneChange; look: Look }) {
		await fontReady;
		// With the screen, as the page would have drawn it.
		await new Promise((resolve) => requestAnimationFrame(resolve));
		if (change.kind === 'everything') painter?.setScene(change.scene);
		else if (change.kind === 'places') painter?.setPositions(change.positions);
		painter?.paint(look);
	}
};
export type Painting = typeof painting;

const answer = serveCalls(painting, (reply, transfer) => postMessage(reply, { transfer }));
addEventListener('message', ({ data }: MessageEvent<CallMessage>) => void answer(data));

/**
 * A worker sees none of the page's fonts. It must have its own before it writes the first word: a canvas of a
 * worker keeps to whatever it found when it was first asked for a font.
 */
async function take({ family, url, weight }: FontFile): Promise<void> {
	try {
		const face = await new FontFace(family, `url(${JSON.stringify(url)})`, { weight }).load();
		(self as unknown as { fonts: FontFaceSet }).fonts.add(face);
	} catch {
		// Another is used.
	}
}

function waited(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}
