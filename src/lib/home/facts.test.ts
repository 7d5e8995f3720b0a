import { expect, test } from 'vitest';
import { factSentences } from './facts.ts';

const figures = {
	...{ organisations: 126, active: 108, practices: 23, adoptionCount: 142, learnt: 65, learntInferred: 18 },
	members: null
};

test('what stands behind the finding says who is counted, and what was said apart from what was inferred', () => {
	expect(factSentences(figures, null)).toEqual([
		'126 organisations are on record, 108 have a practice in place.',
		'142 adoptions are on record, including ended ones; 65 say who it was learnt from, 18 of these inferred.'
	]);
	expect(factSentences(figures, { member: 5, associate: 15, practice: 106 })[0]).toBe(
		'In the movement are 5 members, 15 connected in other ways and 106 only by a practice that shows its characteristics.'
	);
});

test('nothing is said of adoptions where there are none', () => {
	expect(factSentences({ ...figures, adoptionCount: 0 }, null)).toHaveLength(1);
});
