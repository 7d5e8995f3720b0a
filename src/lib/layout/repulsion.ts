import { mortonCode, RadixSorter } from './morton.ts';

/** Most bodies of a cell that is not divided further. */
const LEAF_SIZE = 12;
const MAX_DEPTH = 16;
const GRID = 65535;

/**
 * Mutual repulsion of bodies in the plane, force mass_j / distance, in time that grows with their number.
 *
 * In complex numbers the sum is f(z) = Σ m_j / (z - z_j), and the force its conjugate: analytic, so
 * a far cell is one short series. Bodies are sorted along the Z-order curve into a quadtree; pairs of
 * cells that are small against their distance (r_a + r_b < θ d) exchange series (monopole and quadrupole
 * out, three terms in), others are divided, and leaves meet body by body.
 *
 * Sources: L. Greengard and V. Rokhlin, A fast algorithm for particle simulations (1987);
 * W. Dehnen, A hierarchical O(N) force calculation algorithm (2002).
 */
export class Repulsion {
	readonly #theta2: number;
	readonly #softening: number;
	readonly #sorter: RadixSorter;
	readonly #codes: Uint32Array;
	/** Body at each place of the curve. */
	readonly #order: Uint32Array;
	readonly #x: Float64Array;
	readonly #y: Float64Array;
	readonly #mass: Float64Array;
	readonly #fx: Float64Array;
	readonly #fy: Float64Array;

	// One entry a cell, parents before children: bodies start..end, next cell that is not inside, centre of
	// mass, radius about it, mass, quadrupole, and the series it received.
	#cells = 0;
	readonly #start: Uint32Array;
	readonly #end: Uint32Array;
	readonly #next: Uint32Array;
	readonly #isLeaf: Uint8Array;
	readonly #cx: Float64Array;
	readonly #cy: Float64Array;
	readonly #radius: Float64Array;
	readonly #cellMass: Float64Array;
	readonly #quadX: Float64Array;
	readonly #quadY: Float64Array;
	readonly #series: Float64Array;
	#pairs = new Uint32Array(1024);

	/**
	 * @param capacity most bodies a call may bring
	 * @param theta opening angle: larger is faster and coarser (0 to 1)
	 * @param softening squared distance added to every near pair, so that bodies in one place feel no
	 *   infinite force
	 */
	constructor(capacity: number, theta: number, softening: number) {
		this.#theta2 = theta * theta;
		this.#softening = softening;
		this.#sorter = new RadixSorter(capacity);
		this.#codes = new Uint32Array(capacity);
		this.#order = new Uint32Array(capacity);
		this.#x = new Float64Array(capacity);
		this.#y = new Float64Array(capacity);
		this.#mass = new Float64Array(capacity);
		this.#fx = new Float64Array(capacity);
		this.#fy = new Float64Array(capacity);
		// Chains of single children are cut short, so a tree has fewer than two cells a body.
		const cells = 2 * capacity + 2;
		this.#start = new Uint32Array(cells);
		this.#end = new Uint32Array(cells);
		this.#next = new Uint32Array(cells);
		this.#isLeaf = new Uint8Array(cells);
		this.#cx = new Float64Array(cells);
		this.#cy = new Float64Array(cells);
		this.#radius = new Float64Array(cells);
		this.#cellMass = new Float64Array(cells);
		this.#quadX = new Float64Array(cells);
		this.#quadY = new Float64Array(cells);
		this.#series = new Float64Array(6 * cells);
	}

	/**
	 * Adds `strength` times the repulsion felt by each body to `forceX` and `forceY`.
	 *
	 * @param x across, finite; the first `count` are read
	 * @param y down, finite
	 * @param mass weight of each body as a source (> 0)
	 */
	accumulate(
		count: number,
		x: Float64Array,
		y: Float64Array,
		mass: Float64Array,
		strength: number,
		forceX: Float64Array,
		forceY: Float64Array
	): void {
		if (count < 2) return;
		this.#sortBodies(count, x, y, mass);
		this.#cells = 0;
		this.#buildCell(0, count, 2 * (MAX_DEPTH - 1));
		this.#series.fill(0, 0, 6 * this.#cells);
		this.#fx.fill(0, 0, count);
		this.#fy.fill(0, 0, count);
		this.#meetAll();
		this.#hand();
		for (let place = 0; place < count; place++) {
			const body = this.#order[place]!;
			forceX[body]! += strength * this.#fx[place]!;
			forceY[body]! += strength * this.#fy[place]!;
		}
	}

	#sortBodies(count: number, x: Float64Array, y: Float64Array, mass: Float64Array): void {
		let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
		for (let i = 0; i < count; i++) {
			const px = x[i]!;
			const py = y[i]!;
			if (px < left) left = px;
			if (px > right) right = px;
			if (py < top) top = py;
			if (py > bottom) bottom = py;
		}
		const scale = GRID / Math.max(right - left, bottom - top, 1e-9);
		const codes = this.#codes;
		const order = this.#order;
		for (let i = 0; i < count; i++) {
			codes[i] = mortonCode((x[i]! - left) * scale, (y[i]! - top) * scale);
			order[i] = i;
		}
		this.#sorter.sort(codes, order, count);
		for (let place = 0; place < count; place++) {
			const body = order[place]!;
			this.#x[place] = x[body]!;
			this.#y[place] = y[body]!;
			this.#mass[place] = mass[body]!;
		}
	}

	/** Builds the cell of bodies start..end and everything inside it; `shift` is the level's lowest bit. */
	#buildCell(start: number, end: number, fromShift: number): number {
		const codes = this.#codes;
		// Levels on which all bodies lie in one quarter make no cell of their own.
		let shift = fromShift;
		const differing = (codes[start]! ^ codes[end - 1]!) >>> 0;
		while (shift >= 0 && differing >>> shift === 0) shift -= 2;

		const cell = this.#cells++;
		this.#start[cell] = start;
		this.#end[cell] = end;
		if (end - start <= LEAF_SIZE || shift < 0) {
			this.#isLeaf[cell] = 1;
			this.#sumBodies(cell, start, end);
		} else {
			this.#isLeaf[cell] = 0;
			let first = start;
			while (first < end) {
				const quarter = (codes[first]! >>> shift) & 3;
				let low = first + 1;
				let high = end;
				while (low < high) {
					const middle = (low + high) >>> 1;
					if (((codes[middle]! >>> shift) & 3) === quarter) low = middle + 1;
					else high = middle;
				}
				this.#buildCell(first, low, shift - 2);
				first = low;
			}
			this.#sumChildren(cell);
		}
		this.#next[cell] = this.#cells;
		return cell;
	}

	#sumBodies(cell: number, start: number, end: number): void {
		let [mass, mx, my] = [0, 0, 0];
		for (let i = start; i < end; i++) {
			const m = this.#mass[i]!;
			mass += m;
			mx += m * this.#x[i]!;
			my += m * this.#y[i]!;
		}
		mx /= mass;
		my /= mass;
		let [quadX, quadY, radius2] = [0, 0, 0];
		for (let i = start; i < end; i++) {
			const dx = this.#x[i]! - mx;
			const dy = this.#y[i]! - my;
			const m = this.#mass[i]!;
			quadX += m * (dx * dx - dy * dy);
			quadY += 2 * m * dx * dy;
			radius2 = Math.max(radius2, dx * dx + dy * dy);
		}
		this.#setCell(cell, mass, mx, my, quadX, quadY, Math.sqrt(radius2));
	}

	#sumChildren(cell: number): void {
		let [mass, mx, my] = [0, 0, 0];
		for (let child = cell + 1; child < this.#cells; child = this.#next[child]!) {
			const m = this.#cellMass[child]!;
			mass += m;
			mx += m * this.#cx[child]!;
			my += m * this.#cy[child]!;
		}
		mx /= mass;
		my /= mass;
		let [quadX, quadY, radius] = [0, 0, 0];
		for (let child = cell + 1; child < this.#cells; child = this.#next[child]!) {
			const dx = this.#cx[child]! - mx;
			const dy = this.#cy[child]! - my;
			const m = this.#cellMass[child]!;
			quadX += this.#quadX[child]! + m * (dx * dx - dy * dy);
			quadY += this.#quadY[child]! + 2 * m * dx * dy;
			radius = Math.max(radius, this.#radius[child]! + Math.sqrt(dx * dx + dy * dy));
		}
		this.#setCell(cell, mass, mx, my, quadX, quadY, radius);
	}

	#setCell(cell: number, mass: number, x: number, y: number, quadX: number, quadY: number, r: number): void {
		this.#cellMass[cell] = mass;
		this.#cx[cell] = x;
		this.#cy[cell] = y;
		this.#quadX[cell] = quadX;
		this.#quadY[cell] = quadY;
		this.#radius[cell] = r;
	}

	#push(top: number, a: number, b: number): number {
		if (top + 2 > this.#pairs.length) {
			const larger = new Uint32Array(2 * this.#pairs.length);
			larger.set(this.#pairs);
			this.#pairs = larger;
		}
		this.#pairs[top] = a;
		this.#pairs[top + 1] = b;
		return top + 2;
	}

	/** Lets every pair of bodies meet once, through the largest pair of cells that is far enough apart. */
	#meetAll(): void {
		let top = this.#push(0, 0, 0);
		while (top > 0) {
			const b = this.#pairs[--top]!;
			const a = this.#pairs[--top]!;
			if (a === b) {
				if (this.#isLeaf[a] === 1) this.#meetInside(a);
				else {
					const end = this.#next[a]!;
					for (let child = a + 1; child < end; child = this.#next[child]!) {
						for (let other = child; other < end; other = this.#next[other]!)
							top = this.#push(top, child, other);
					}
				}
				continue;
			}
			const dx = this.#cx[a]! - this.#cx[b]!;
			const dy = this.#cy[a]! - this.#cy[b]!;
			const distance2 = dx * dx + dy * dy;
			const reach = this.#radius[a]! + this.#radius[b]!;
			if (reach * reach < this.#theta2 * distance2) {
				this.#exchange(a, b, dx, dy, distance2);
			} else if (this.#isLeaf[a] === 1 && this.#isLeaf[b] === 1) {
				this.#meetLeaves(a, b);
			} else {
				const splitA =
					this.#isLeaf[b] === 1 || (this.#isLeaf[a] === 0 && this.#radius[a]! >= this.#radius[b]!);
				const split = splitA ? a : b;
				const other = splitA ? b : a;
				const end = this.#next[split]!;
				for (let child = split + 1; child < end; child = this.#next[child]!)
					top = this.#push(top, child, other);
			}
		}
	}

	/** Series of each cell about the other's centre; (dx, dy) points from b to a. */
	#exchange(a: number, b: number, dx: number, dy: number, distance2: number): void {
		// w = 1 / (dx + i dy) and its powers.
		const wx = dx / distance2;
		const wy = -dy / distance2;
		const w2x = wx * wx - wy * wy;
		const w2y = 2 * wx * wy;
		const w3x = w2x * wx - w2y * wy;
		const w3y = w2x * wy + w2y * wx;
		const w4x = w2x * w2x - w2y * w2y;
		const w4y = 2 * w2x * w2y;
		const series = this.#series;

		let m = this.#cellMass[b]!;
		let qx = this.#quadX[b]!;
		let qy = this.#quadY[b]!;
		let at = 6 * a;
		series[at]! += m * wx + qx * w3x - qy * w3y;
		series[at + 1]! += m * wy + qx * w3y + qy * w3x;
		series[at + 2]! -= m * w2x + 3 * (qx * w4x - qy * w4y);
		series[at + 3]! -= m * w2y + 3 * (qx * w4y + qy * w4x);
		series[at + 4]! += m * w3x;
		series[at + 5]! += m * w3y;

		m = this.#cellMass[a]!;
		qx = this.#quadX[a]!;
		qy = this.#quadY[a]!;
		at = 6 * b;
		series[at]! -= m * wx + qx * w3x - qy * w3y;
		series[at + 1]! -= m * wy + qx * w3y + qy * w3x;
		series[at + 2]! -= m * w2x + 3 * (qx * w4x - qy * w4y);
		series[at + 3]! -= m * w2y + 3 * (qx * w4y + qy * w4x);
		series[at + 4]! -= m * w3x;
		series[at + 5]! -= m * w3y;
	}

	#meetInside(cell: number): void {
		for (let i = this.#start[cell]!, end = this.#end[cell]!; i < end; i++) this.#meetBodies(i, i + 1, end);
	}

	#meetLeaves(a: number, b: number): void {
		const start = this.#start[b]!;
		const end = this.#end[b]!;
		for (let i = this.#start[a]!, last = this.#end[a]!; i < last; i++) this.#meetBodies(i, start, end);
	}

	/** Body i against bodies start..end, both ways. */
	#meetBodies(i: number, start: number, end: number): void {
		const xs = this.#x;
		const ys = this.#y;
		const masses = this.#mass;
		const fxs = this.#fx;
		const fys = this.#fy;
		const softening = this.#softening;
		const x = xs[i]!;
		const y = ys[i]!;
		const m = masses[i]!;
		let fx = 0;
		let fy = 0;
		for (let j = start; j < end; j++) {
			const dx = x - xs[j]!;
			const dy = y - ys[j]!;
			const inverse = 1 / (dx * dx + dy * dy + softening);
			const px = dx * inverse;
			const py = dy * inverse;
			const mj = masses[j]!;
			fx += mj * px;
			fy += mj * py;
			fxs[j]! -= m * px;
			fys[j]! -= m * py;
		}
		fxs[i]! += fx;
		fys[i]! += fy;
	}

	/** Hands each cell's series down to its children and, in leaves, to the bodies. */
	#hand(): void {
		const series = this.#series;
		for (let cell = 0; cell < this.#cells; cell++) {
			const at = 6 * cell;
			const ax = series[at]!;
			const ay = series[at + 1]!;
			const bx = series[at + 2]!;
			const by = series[at + 3]!;
			const cx = series[at + 4]!;
			const cy = series[at + 5]!;
			if (this.#isLeaf[cell] === 1) {
				for (let i = this.#start[cell]!, end = this.#end[cell]!; i < end; i++) {
					const hx = this.#x[i]! - this.#cx[cell]!;
					const hy = this.#y[i]! - this.#cy[cell]!;
					const h2x = hx * hx - hy * hy;
					const h2y = 2 * hx * hy;
					this.#fx[i]! += ax + bx * hx - by * hy + cx * h2x - cy * h2y;
					this.#fy[i]! -= ay + bx * hy + by * hx + cx * h2y + cy * h2x;
				}
				continue;
			}
			for (let child = cell + 1, end = this.#next[cell]!; child < end; child = this.#next[child]!) {
				const hx = this.#cx[child]! - this.#cx[cell]!;
				const hy = this.#cy[child]! - this.#cy[cell]!;
				const h2x = hx * hx - hy * hy;
				const h2y = 2 * hx * hy;
				const to = 6 * child;
				series[to]! += ax + bx * hx - by * hy + cx * h2x - cy * h2y;
				series[to + 1]! += ay + bx * hy + by * hx + cx * h2y + cy * h2x;
				series[to + 2]! += bx + 2 * (cx * hx - cy * hy);
				series[to + 3]! += by + 2 * (cx * hy + cy * hx);
				series[to + 4]! += cx;
				series[to + 5]! += cy;
			}
		}
	}
}
