/** Draws a network on canvases of the page, off its main thread. */
import type { FontFile, Look } from './painter.ts';
import type { PainterReply, PainterRequest, SceneChange } from './painter-protocol.ts';
import { WebglPainter } from './webgl-graph.ts';

/** A font that takes longer than this is done without (ms). */
const FONT_LIMIT_MS = 1000;

let painter: WebglPainter | null = null;
let fontReady: Promise<unknown> = Promise.resolve();

addEventListener('message', ({ data }: MessageEvent<PainterRequest>) => attempt(() => obey(data)));

function obey(request: PainterRequest): void {
	if (request.kind === 'start') {
		painter = new WebglPainter(request);
		if (request.font !== null) fontReady = Promise.race([take(request.font), waited(FONT_LIMIT_MS)]);
		return;
	}
	// With the screen, as the page would have drawn it.
	const draw = (): void => attempt(() => paint(request.change, request.look));
	void fontReady.then(() => requestAnimationFrame(draw));
}

function paint(change: SceneChange, look: Look): void {
	if (change.kind === 'everything') painter?.setScene(change.scene);
	else if (change.kind === 'places') painter?.setPositions(change.positions);
	painter?.paint(look);
	reply({ kind: 'drawn' });
}

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

function attempt(work: () => void): void {
	try {
		work();
	} catch (cause) {
		painter = null;
		reply({ kind: 'fault', reason: cause instanceof Error ? cause.message : String(cause) });
	}
}

function reply(message: PainterReply): void {
	postMessage(message);
}
