import { describe, expect, test } from 'vitest';
import { panelFromTimes } from '../panel/panel.ts';
import { sparseMatrix } from '../sparse/sparse-matrix.ts';
import { seededRandom } from '../numeric/random.ts';
import { compareNetworks, holdsAlone, holdsThroughout } from './network-comparison.ts';

/** Two kinds of body in pairs of their own: those of one kind adopt early, whoever their contact is. */
const SIZE = 80;
const random = seededRandom(3);
const kinds = Array.from({ length: SIZE }, (_, at) => (at < SIZE / 2 ? 'early' : 'late'));
const panel = panelFromTimes(
	kinds.map((kind, at) => {
		const time = kind === 'early' ? 1 + random.below(5) : 3 + random.below(9);
		return { id: `u${at}`, adopted: time > 8 ? null : time };
	}),
	1,
	8
);
/** Everybody attends to a few others of the same kind. */
const alike = sparseMatrix(SIZE, {
	row: kinds.flatMap((_, at) => [at, at, at]),
	column: kinds.flatMap((_, at) => {
		const start = at < SIZE / 2 ? 0 : SIZE / 2;
		return [3, 7, 11].map((step) => start + ((at - start + step) % (SIZE / 2)));
	}),
	value: kinds.flatMap(() => [1, 1, 1])
});

describe('the verdict on a network', () => {
	const networks = [{ name: 'Likeness', network: alike }];
	const alone = compareNetworks(panel, networks);
	const both = compareNetworks(panel, networks, 'factor', [{ name: 'type of body', labels: kinds }]);

	test('is taken back where comparing like with like leaves nothing of it', () => {
		expect(holdsAlone(alone.networks[0]!, alone.aicWithoutExposure)).toBe(true);
		expect(alone.sentence).toContain('Bodies exposed through Likeness adopted sooner than others at risk.');
		expect(holdsThroughout(both.networks[0]!, both.aicWithoutExposure)).toBe(false);
		expect(both.sentence).toMatch(
			/^Through no network did exposed bodies adopt sooner under every choice \(the calendar alone; with type of body added\)\. Through Likeness they did by the calendar alone \(p .*\), but not with type of body added \(p .*\)\./
		);
	});

	test('keeps the rows and the estimate by the calendar alone as they were', () => {
		expect(both.n).toBe(alone.n);
		expect(both.networks[0]!.exposure).toEqual(alone.networks[0]!.exposure);
		expect(both.choices).toEqual(['type of body']);
	});

	test('fails where exposure cannot be told from the groups', () => {
		const each = compareNetworks(panel, networks, 'factor', [
			{ name: 'name', labels: kinds.map((_, at) => `u${at}`) }
		]);
		expect(holdsThroughout(each.networks[0]!, each.aicWithoutExposure)).toBe(false);
	});
});
