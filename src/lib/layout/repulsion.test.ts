import { describe, expect, test } from 'vitest';
import { seededRandom } from './random.ts';
import { Repulsion } from './repulsion.ts';

const SOFTENING = 1e-6;

function scatter(count: number, seed: number) {
	const random = seededRandom(seed);
	const x = Float64Array.from({ length: count }, (_, i) => (i % 5) * 40 + random() ** 3 * 60);
	const y = Float64Array.from({ length: count }, () => random() * random() * 100);
	const mass = Float64Array.from({ length: count }, () => 1 + Math.floor(random() * 20));
	return { x, y, mass };
}

/** Σ m_j (z_i - z_j) / |z_i - z_j|², pair by pair. */
function exactForces(x: Float64Array, y: Float64Array, mass: Float64Array) {
	const forceX = new Float64Array(x.length);
	const forceY = new Float64Array(x.length);
	for (let i = 0; i < x.length; i++) {
		for (let j = 0; j < x.length; j++) {
			const [dx, dy] = [x[i]! - x[j]!, y[i]! - y[j]!];
			const distance2 = dx * dx + dy * dy + SOFTENING;
			forceX[i]! += (mass[j]! * dx) / distance2;
			forceY[i]! += (mass[j]! * dy) / distance2;
		}
	}
	return { forceX, forceY };
}

function relativeError(count: number, theta: number): number {
	const { x, y, mass } = scatter(count, 7);
	const exact = exactForces(x, y, mass);
	const forceX = new Float64Array(count);
	const forceY = new Float64Array(count);
	new Repulsion(count, theta, SOFTENING).accumulate(count, x, y, mass, 1, forceX, forceY);
	let [difference, size] = [0, 0];
	for (let i = 0; i < count; i++) {
		difference += (forceX[i]! - exact.forceX[i]!) ** 2 + (forceY[i]! - exact.forceY[i]!) ** 2;
		size += exact.forceX[i]! ** 2 + exact.forceY[i]! ** 2;
	}
	return Math.sqrt(difference / size);
}

describe('repulsion', () => {
	test('is exact for a handful of bodies', () => {
		expect(relativeError(10, 1)).toBeLessThan(1e-12);
	});

	test.each([
		{ theta: 1, bound: 0.03 },
		{ theta: 0.5, bound: 0.002 }
	])('is within $bound of the exact sum at θ = $theta', ({ theta, bound }) => {
		expect(relativeError(1500, theta)).toBeLessThan(bound);
	});

	test('pushes as much as it is pushed', () => {
		const { x, y } = scatter(800, 3);
		const mass = new Float64Array(800).fill(1);
		const forceX = new Float64Array(800);
		new Repulsion(800, 1, SOFTENING).accumulate(800, x, y, mass, 1, forceX, new Float64Array(800));
		const strongest = forceX.reduce((most, force) => Math.max(most, Math.abs(force)), 0);
		expect(Math.abs(forceX.reduce((sum, force) => sum + force, 0))).toBeLessThan(0.05 * strongest);
	});

	test('stays finite when all bodies are in one place', () => {
		const here = new Float64Array(100);
		const forceX = new Float64Array(100);
		new Repulsion(100, 1, 1).accumulate(100, here, here, new Float64Array(100).fill(1), 1, forceX, forceX);
		expect(forceX.every((force) => force === 0)).toBe(true);
	});

	test('adds to the forces that are there, times its strength', () => {
		const forceX = new Float64Array([5, 5]);
		const x = new Float64Array([0, 2]);
		const still = new Float64Array(2);
		new Repulsion(2, 1, 0).accumulate(2, x, still, new Float64Array([1, 3]), 10, forceX, new Float64Array(2));
		expect([...forceX]).toEqual([5 - 15, 5 + 5]);
	});
});
