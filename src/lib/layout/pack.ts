/** Something to be packed, by its outer size (units, > 0). */
export interface Box {
	width: number;
	height: number;
}

/**
 * Puts boxes into rows, the tallest first, none over another: a block a little wider than high, its
 * centre at 0, 0.
 *
 * @param gap least distance between boxes (units)
 * @returns centre of each box, x and y interleaved, in the order given
 */
export function packRows(boxes: readonly Box[], gap: number): Float64Array {
	const centres = new Float64Array(2 * boxes.length);
	const order = boxes.map((_, i) => i);
	order.sort((a, b) => boxes[b]!.height - boxes[a]!.height || boxes[b]!.width - boxes[a]!.width || a - b);
	const area = boxes.reduce((sum, { width, height }) => sum + (width + gap) * (height + gap), 0);
	const widest = boxes.reduce((most, { width }) => Math.max(most, width), 0);
	const limit = Math.max(widest, 1.25 * Math.sqrt(area));

	let top = 0;
	for (let first = 0; first < order.length;) {
		let end = first;
		let width = -gap;
		while (end < order.length && (end === first || width + gap + boxes[order[end]!]!.width <= limit)) {
			width += gap + boxes[order[end]!]!.width;
			end++;
		}
		const height = boxes[order[first]!]!.height;
		let left = -width / 2;
		for (const box of order.slice(first, end)) {
			centres[2 * box] = left + boxes[box]!.width / 2;
			centres[2 * box + 1] = top + height / 2;
			left += boxes[box]!.width + gap;
		}
		top += height + gap;
		first = end;
	}
	const middle = Math.max(0, top - gap) / 2;
	for (let i = 0; i < boxes.length; i++) centres[2 * i + 1]! -= middle;
	return centres;
}
