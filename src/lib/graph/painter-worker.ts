/** Draws a network on canvases of the page, off its main thread. */
import type { FontFile, Look } from './painter.ts';
import type { PainterReply, PainterRequest, SceneChange } from './painter-protocol.ts';
import type { PictureCanvases } from './stacked-canvases.ts';
import { WebglPainter } from './webgl-graph.ts';

let painter: WebglPainter | null = null;

addEventListener('message', ({ data }: MessageEvent<PainterRequest>) => attempt(() => obey(data)));

function obey(request: PainterRequest): void {
	if (request.kind === 'start') start(request, request.font);
	// With the screen, as the page would have drawn it.
	else requestAnimationFrame(() => attempt(() => paint(request.change, request.look)));
}

function start(canvases: PictureCanvases, font: FontFile | null): void {
	painter = new WebglPainter(canvases);
	if (font !== null) void take(font);
}

function paint(change: SceneChange, look: Look): void {
	if (change.kind === 'everything') painter?.setScene(change.scene);
	else if (change.kind === 'places') painter?.setPositions(change.positions);
	painter?.paint(look);
	reply({ kind: 'drawn' });
}

/** A worker sees none of the page's fonts. Until this one has come, and if it never does, another is used. */
async function take({ family, url, weight }: FontFile): Promise<void> {
	try {
		const face = await new FontFace(family, `url(${JSON.stringify(url)})`, { weight }).load();
		(self as unknown as { fonts: FontFaceSet }).fonts.add(face);
	} catch {
		return;
	}
	attempt(() => painter?.repaint());
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
