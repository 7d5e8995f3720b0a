/** Cosine and sine of the golden angle as literals, since engines may differ in theirs by a bit. */
const GOLDEN_COS = -0.7373688780783197;
const GOLDEN_SIN = 0.6754902942615237;

/** Discs already placed, findable by place. */
export class PlacedDiscs {
	readonly #side: number;
	readonly #gap: number;
	readonly #cells = new Map<number, number[]>();
	readonly #discs: { x: number; y: number; radius: number }[] = [];
	/** How far along the spiral around a point all places are known to be taken, by point and size. */
	readonly #tried = new Map<string, number>();

	/**
	 * @param largestRadius radius of the largest disc that will come (units, > 0)
	 * @param gap least distance between discs (units)
	 */
	constructor(largestRadius: number, gap: number) {
		this.#side = 2 * largestRadius + gap;
		this.#gap = gap;
	}

	/** Whether a disc here would touch none, or come nearer to one than the gap. */
	isFree(x: number, y: number, radius: number): boolean {
		const column = Math.floor(x / this.#side);
		const row = Math.floor(y / this.#side);
		for (let c = column - 1; c <= column + 1; c++) {
			for (let r = row - 1; r <= row + 1; r++) {
				for (const i of this.#cells.get(cellKey(c, r)) ?? []) {
					const disc = this.#discs[i]!;
					const reach = disc.radius + radius + this.#gap;
					if ((disc.x - x) ** 2 + (disc.y - y) ** 2 < reach * reach) return false;
				}
			}
		}
		return true;
	}

	add(x: number, y: number, radius: number): void {
		const key = cellKey(Math.floor(x / this.#side), Math.floor(y / this.#side));
		const cell = this.#cells.get(key);
		if (cell === undefined) this.#cells.set(key, [this.#discs.length]);
		else cell.push(this.#discs.length);
		this.#discs.push({ x, y, radius });
	}

	/**
	 * Adds a disc at the free place that a spiral around the wished one meets first, and returns it.
	 *
	 * Source: H. Vogel, A better way to construct the sunflower head (1979).
	 */
	addNear(x: number, y: number, radius: number): readonly [number, number] {
		const key = `${x},${y},${radius}`;
		const step = (radius + this.#gap / 2) / 2;
		let turn = this.#tried.get(key) ?? 0;
		let [cos, sin] = directionAt(turn);
		for (; ; turn++) {
			const distance = step * Math.sqrt(turn);
			const placeX = x + distance * cos;
			const placeY = y + distance * sin;
			if (this.isFree(placeX, placeY, radius)) {
				this.#tried.set(key, turn + 1);
				this.add(placeX, placeY, radius);
				return [placeX, placeY];
			}
			[cos, sin] = [cos * GOLDEN_COS - sin * GOLDEN_SIN, cos * GOLDEN_SIN + sin * GOLDEN_COS];
		}
	}
}

/** One number for a column and a row, each within 2^25 of zero. */
function cellKey(column: number, row: number): number {
	return (column + 0x2000000) * 0x4000000 + row + 0x2000000;
}

/** Direction after a number of golden turns, by repeated squaring. */
function directionAt(turns: number): [number, number] {
	let [cos, sin] = [1, 0];
	let [stepCos, stepSin] = [GOLDEN_COS, GOLDEN_SIN];
	for (let left = turns; left > 0; left = Math.floor(left / 2)) {
		if (left % 2 === 1) [cos, sin] = [cos * stepCos - sin * stepSin, cos * stepSin + sin * stepCos];
		[stepCos, stepSin] = [stepCos * stepCos - stepSin * stepSin, 2 * stepCos * stepSin];
	}
	return [cos, sin];
}

/**
 * Puts nodes without a place of their own into a tidy block below everything else.
 *
 * @param positions x and y interleaved; entries of `nodes` are written
 * @param nodes nodes to put there
 * @param pitch distance between neighbours in the block (units)
 */
export function placeBlockBelow(positions: Float32Array, nodes: readonly number[], pitch: number): void {
	if (nodes.length === 0) return;
	const isInBlock = new Set(nodes);
	let [left, right, bottom] = [Infinity, -Infinity, -Infinity];
	for (let node = 0; node < positions.length / 2; node++) {
		if (isInBlock.has(node)) continue;
		left = Math.min(left, positions[2 * node]!);
		right = Math.max(right, positions[2 * node]!);
		bottom = Math.max(bottom, positions[2 * node + 1]!);
	}
	if (left > right) [left, right, bottom] = [0, 0, -2 * pitch];
	const columns = Math.max(Math.floor((right - left) / pitch) + 1, Math.ceil(Math.sqrt(nodes.length)));
	const used = Math.min(columns, nodes.length);
	nodes.forEach((node, i) => {
		positions[2 * node] = (left + right) / 2 + ((i % columns) - (used - 1) / 2) * pitch;
		positions[2 * node + 1] = bottom + 2 * pitch + Math.floor(i / columns) * pitch;
	});
}
