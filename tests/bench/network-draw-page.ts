/**
 * The browser's half of the drawing bench: the same graph, places, sizes and labels in our view and in sigma,
 * moved by the same steps.
 */
import Graph from 'graphology';
import Sigma from 'sigma';
import { createGraphView, type GraphView } from '#lib/graph/graph-view.ts';
import type { CallMessage, ReplyMessage } from '#lib/calls/calls.ts';
import { SHAPES, type GraphScene } from '#lib/graph/scene.ts';
import { forceLayout } from '#lib/layout/force.ts';
import { plantedCommunities, type BenchGraph } from './network-graphs.ts';

const PALETTE = [
	'#0b5f59',
	'#c2410c',
	'#7a3fa0',
	'#1d62b5',
	'#8a6d00',
	'#b3245f',
	'#4d5b63',
	'#3c7a1e',
	'#9aa5a8'
];
const FONT = 'sans-serif';

export interface DrawBench {
	prepare(nodeCount: number, linkCount: number): void;
	showOurs(): void;
	/** @param isHiding whether it leaves links out while the picture moves, as under a pointer that drags it */
	showSigma(isHiding: boolean): void;
	/**
	 * Moves the picture this many frames, a step of panning and zooming each.
	 *
	 * @param isAnew whether our nodes get places in each frame, as while a layout settles; sigma draws anew anyway
	 */
	move(frames: number, isAnew: boolean): Promise<void>;
	clear(): void;
}

let graph: BenchGraph;
let positions: Float32Array;
let ours: GraphView | null = null;
let sigma: Sigma | null = null;

function radiusOf(node: number): number {
	return 2 + (node % 4);
}

function container(): HTMLElement {
	const element = document.createElement('div');
	element.style.cssText = 'position:relative;width:1280px;height:720px';
	document.body.replaceChildren(element);
	return element;
}

function sceneOf(): GraphScene {
	const nodes = Array.from({ length: graph.nodeCount }, (_, i) => i);
	const links = graph.source.length;
	return {
		nodes: {
			positions,
			radii: Float32Array.from(nodes, radiusOf),
			colours: Uint16Array.from(nodes, (i) => i % 8),
			shapes: Uint8Array.from(nodes, (i) => i % SHAPES.length),
			states: new Uint8Array(nodes.length),
			labels: nodes.map((i) => `Organisation ${i}`),
			labelPriorities: Float32Array.from(nodes, radiusOf)
		},
		links: {
			source: graph.source,
			target: graph.target,
			widths: new Float32Array(links).fill(1),
			colours: new Uint16Array(links).fill(8),
			marks: new Uint8Array(links)
		},
		groups: [],
		palette: PALETTE,
		paper: '#fbfaf6',
		ink: '#1d2528',
		focus: '#1b4fd1',
		font: FONT
	};
}

function sigmaGraph(): Graph {
	const model = new Graph();
	for (let node = 0; node < graph.nodeCount; node++) {
		model.addNode(node, {
			x: positions[2 * node],
			y: -positions[2 * node + 1]!,
			size: radiusOf(node),
			color: PALETTE[node % 8],
			label: `Organisation ${node}`
		});
	}
	graph.source.forEach((source, i) => model.addEdge(source, graph.target[i], { size: 1, color: PALETTE[8] }));
	return model;
}

/** Ten steps in, towards a point right of the middle, then ten back, so that the picture pans and zooms. */
const STEPS_IN = 10;
const WHEEL_STEP = 60;
const SETTLING_MS = 1000;
/** What d3-zoom makes of a wheel's units. */
const FACTOR = Math.pow(2, 0.002 * WHEEL_STEP);

/** Pictures of ours that were asked for and that are drawn: a worker draws them, and says of each when it has. */
const pictures = { asked: 0, drawn: 0, ondrawn: (): void => undefined };

class HeardWorker extends Worker {
	readonly #asked = new Set<number>();

	constructor(url: string | URL, options?: WorkerOptions) {
		super(url, options);
		this.addEventListener('message', ({ data }: MessageEvent<ReplyMessage>) => {
			if (data.kind === 'fault') throw new Error(data.fault.message);
			if (!this.#asked.delete(data.id)) return;
			pictures.drawn++;
			pictures.ondrawn();
		});
	}

	override postMessage(message: CallMessage, transfer?: Transferable[] | StructuredSerializeOptions): void {
		if (message.name === 'paint') {
			this.#asked.add(message.id);
			pictures.asked++;
		}
		super.postMessage(message, transfer as Transferable[]);
	}
}
window.Worker = HeardWorker;

/** Until a picture beyond the first `before` is asked for and all are drawn. */
async function allDrawn(before: number): Promise<void> {
	while (pictures.asked === before || pictures.drawn < pictures.asked) {
		await new Promise<void>((resolve) => (pictures.ondrawn = resolve));
	}
}

function isInward(frame: number): boolean {
	return frame % (2 * STEPS_IN) < STEPS_IN;
}

function stepOurs(frame: number): void {
	const isIn = isInward(frame);
	document.body.firstElementChild?.dispatchEvent(
		new WheelEvent('wheel', {
			deltaY: isIn ? -WHEEL_STEP : WHEEL_STEP,
			clientX: isIn ? 760 : 700,
			clientY: 360,
			bubbles: true,
			cancelable: true
		})
	);
}

function stepSigma(frame: number): void {
	const camera = sigma!.getCamera();
	const isIn = isInward(frame);
	const { x, ratio } = camera.getState();
	camera.setState({ ratio: isIn ? ratio / FACTOR : ratio * FACTOR, x: x + (isIn ? 0.002 : -0.002) });
}

const bench: DrawBench = {
	prepare(nodeCount, linkCount) {
		graph = plantedCommunities(nodeCount, linkCount);
		positions = forceLayout(graph);
	},
	showOurs() {
		ours = createGraphView(container(), sceneOf());
	},
	showSigma(isHiding) {
		sigma = new Sigma(sigmaGraph(), container(), {
			hideEdgesOnMove: isHiding,
			labelFont: FONT,
			labelSize: 13
		});
		// A camera that is set is no movement to sigma; a pointer that drags is.
		sigma.getMouseCaptor().isMoving = isHiding;
	},
	async move(frames, isAnew) {
		for (let frame = 0; frame < frames; frame++) {
			await new Promise((resolve) => requestAnimationFrame(resolve));
			const { asked } = pictures;
			if (isAnew) ours?.setPositions(positions.slice());
			if (sigma === null) stepOurs(frame);
			else stepSigma(frame);
			// Each picture is waited for, so that none is left out that sigma draws.
			if (sigma === null) await allDrawn(asked);
		}
		// What is put right once the picture stands still is part of the cost.
		await new Promise((resolve) => setTimeout(resolve, SETTLING_MS));
	},
	clear() {
		ours?.destroy();
		sigma?.kill();
		ours = null;
		sigma = null;
		document.body.replaceChildren();
	}
};

declare global {
	interface Window {
		drawBench: DrawBench;
	}
}
window.drawBench = bench;
