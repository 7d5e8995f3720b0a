import { expect, test } from 'vitest';
import { spreadTree } from './spread-tree.ts';

const body = (id: string, period: number | null) => ({ id, name: id, period });
const said = (learner: string, source: string) => ({ learner, source, isInferred: false });

test('stands learners under their source, earliest first, largest family on top', () => {
	const tree = spreadTree(
		[body('a', 0), body('b', 3), body('c', 1), body('d', 0), body('e', 2), body('f', 5)],
		[said('b', 'a'), said('c', 'a'), said('e', 'd')],
		10
	);
	expect(tree.rows.map(({ id, depth }) => [id, depth])).toEqual([
		['a', 0],
		['c', 1],
		['b', 1],
		['d', 0],
		['e', 1]
	]);
	expect(tree.links).toHaveLength(3);
	expect(tree.hidden).toBe(0);
});

test('opens a circle at its earliest body and draws each once', () => {
	const tree = spreadTree([body('a', 2), body('b', 1)], [said('a', 'b'), said('b', 'a')], 10);
	expect(tree.rows.map(({ id }) => id)).toEqual(['b', 'a']);
	expect(tree.links).toHaveLength(1);
});

test('counts what does not fit, and leaves out ties to nobody or to oneself', () => {
	const tree = spreadTree(
		[body('a', 0), body('b', 1), body('c', 2)],
		[said('b', 'a'), said('c', 'b'), said('a', 'a'), said('c', 'z')],
		2
	);
	expect(tree.rows).toHaveLength(2);
	expect(tree.hidden).toBe(1);
	expect(tree.links).toEqual([{ from: 0, to: 1, isInferred: false }]);
});
