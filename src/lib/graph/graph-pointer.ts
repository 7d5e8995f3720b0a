import { drag, pointer, select, type D3DragEvent } from 'd3';

/** What the pointer asks and tells; places in the container (px). */
export interface PointerAnswers {
	nodeAt(x: number, y: number, isTouch: boolean): number | null;
	/** A node, or the ground (null), was clicked or tapped. */
	onclick(node: number | null): void;
	/** The pointer came over a node or left it (null). */
	onhover(node: number | null): void;
	/** A node is being dragged; `isEnd` on release. Never called for a click. */
	ondrag(node: number, x: number, y: number, isEnd: boolean): void;
}

interface Grip {
	node: number;
	isMoved: boolean;
	x: number;
	y: number;
}

type GripEvent = D3DragEvent<HTMLElement, unknown, Grip>;

/**
 * Follows the pointer over a drawing: clicks, hovers, and drags that begin on a node; those that begin on the
 * ground are left to the camera, which must listen after.
 *
 * @param signal ends it
 */
export function followPointer(container: HTMLElement, answers: PointerAnswers, signal: AbortSignal): void {
	const dragging = drag<HTMLElement, unknown, Grip>()
		.container(container)
		.subject((event: { x: number; y: number; sourceEvent?: Event }) => {
			const node = answers.nodeAt(event.x, event.y, isTouch(event.sourceEvent));
			// d3 begins no drag without a subject, which its types do not say.
			return node === null ? (undefined as never) : { node, isMoved: false, x: event.x, y: event.y };
		})
		.clickDistance(4)
		.on('drag', ({ subject, x, y, dx, dy }: GripEvent) => {
			subject.isMoved ||= dx !== 0 || dy !== 0;
			if (subject.isMoved) answers.ondrag(subject.node, x, y, false);
		})
		.on('end', ({ subject, x, y }: GripEvent) => {
			if (subject.isMoved) answers.ondrag(subject.node, x, y, true);
		});
	select(container).call(dragging);
	signal.addEventListener('abort', () => select(container).on('.drag', null), { once: true });

	// Measured as d3 measures a drag, inside the border: what can be pointed at can be taken hold of.
	const nodeUnder = (event: MouseEvent): number | null =>
		answers.nodeAt(...pointer(event, container), isTouch(event));
	let hovered: number | null = null;
	const hover = (node: number | null): void => {
		if (node === hovered) return;
		hovered = node;
		container.style.cursor = node === null ? '' : 'pointer';
		answers.onhover(node);
	};
	container.addEventListener('click', (event) => answers.onclick(nodeUnder(event)), { signal });
	container.addEventListener(
		'pointermove',
		(event) => {
			if (event.buttons === 0 && event.pointerType !== 'touch') hover(nodeUnder(event));
		},
		{ signal }
	);
	container.addEventListener('pointerleave', () => hover(null), { signal });
}

function isTouch(event: Event | undefined): boolean {
	if (event === undefined) return false;
	return event.type.startsWith('touch') || ('pointerType' in event && event.pointerType === 'touch');
}
