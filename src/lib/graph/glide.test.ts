import { describe, expect, test } from 'vitest';
import { Glide } from './glide.ts';

const FROM = Float32Array.of(0, 0, 10, 10);
const TO = Float32Array.of(100, 0, 10, -10);

describe('gliding', () => {
	test('begins where the nodes are, is halfway at half the time, and ends at the destination itself', () => {
		const glide = new Glide(FROM, TO, 1000, 400);
		expect([...glide.at(1000)]).toEqual([...FROM]);
		expect([...glide.at(1200)]).toEqual([50, 0, 10, 0]);
		expect(glide.isOver(1399)).toBe(false);
		expect(glide.isOver(1400)).toBe(true);
		expect(glide.at(1400)).toBe(TO);
	});

	test('starts and ends slowly', () => {
		const glide = new Glide(FROM, TO, 0, 100);
		expect(glide.at(10)[0]).toBeLessThan(10);
		expect(glide.at(90)[0]).toBeGreaterThan(90);
	});

	test('stays at the start before its time, as when a frame carries an earlier time than the call', () => {
		expect([...new Glide(FROM, TO, 50, 100).at(40)]).toEqual([...FROM]);
	});

	test('bends towards another destination without starting anew', () => {
		const glide = new Glide(FROM, TO, 0, 100);
		glide.redirect(Float32Array.of(0, 200, 10, 10));
		expect([...glide.at(50)]).toEqual([0, 100, 10, 10]);
		expect([...glide.at(100)]).toEqual([0, 200, 10, 10]);
	});

	test('rejects a destination of other nodes', () => {
		expect(() => new Glide(FROM, Float32Array.of(1, 1), 0, 100)).toThrow(RangeError);
	});
});
