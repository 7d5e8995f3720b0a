import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ORGANISATION_KINDS } from '#lib/domain/vocabulary.ts';
import { KIND_STYLES } from './kind-style.ts';

const css = readFileSync(new URL('../../app.css', import.meta.url), 'utf8');

const tokens = new Map(
	[...css.matchAll(/(--[\w-]+): light-dark\((#\w{6}), (#\w{6})\);/g)].map(([, name, light, dark]) => [
		name!,
		{ light: light!, dark: dark! }
	])
);

/** Relative luminance, as WCAG 2.2 defines it. */
function luminance(hex: string): number {
	const [red, green, blue] = [1, 3, 5].map((at) => {
		const part = parseInt(hex.slice(at, at + 2), 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	}) as [number, number, number];
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
	const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
	return (high + 0.05) / (low + 0.05);
}

function against(name: string, ground: string): number {
	const [front, back] = [tokens.get(name)!, tokens.get(ground)!];
	return Math.min(contrast(front.light, back.light), contrast(front.dark, back.dark));
}

describe('kinds of organisation', () => {
	test.each(ORGANISATION_KINDS)('%s has one colour in the style sheet and in the table', (kind) => {
		const { token, light, dark } = KIND_STYLES[kind];
		expect(tokens.get(token)).toEqual({ light, dark });
	});

	test.each(ORGANISATION_KINDS)('%s stands out 3:1 from paper and card in both themes', (kind) => {
		const { token } = KIND_STYLES[kind];
		expect(against(token, '--paper')).toBeGreaterThanOrEqual(3);
		expect(against(token, '--card')).toBeGreaterThanOrEqual(3);
	});

	test('no two kinds share a shape', () => {
		expect(new Set(ORGANISATION_KINDS.map((kind) => KIND_STYLES[kind].path)).size).toBe(
			ORGANISATION_KINDS.length
		);
	});
});

describe('words and edges', () => {
	const grounds = ['--paper', '--card', '--sunk', '--accent-wash', '--second-wash'];
	const text = ['--ink', '--muted', '--accent', '--second'];

	test.each(text.flatMap((front) => grounds.map((ground) => [front, ground] as const)))(
		'%s reads on %s',
		(front, ground) => {
			expect(against(front, ground)).toBeGreaterThanOrEqual(4.5);
		}
	);

	test('words on the accent read', () => {
		expect(against('--on-accent', '--accent')).toBeGreaterThanOrEqual(4.5);
	});

	test.each(['--edge', '--focus'])('%s is seen on paper and card', (front) => {
		expect(against(front, '--paper')).toBeGreaterThanOrEqual(3);
		expect(against(front, '--card')).toBeGreaterThanOrEqual(3);
	});
});
