import { expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { practiceChoices } from './practice-choices.ts';
import { choiceInWords, wholeInWords } from './practice-words.ts';

const atlas = buildAtlas(
	wireFixture({
		organisations: [{ slug: 'a', kind: 'council' }, { slug: 'b' }, { slug: 'invented', sample: true }],
		practices: [{ slug: 'p' }, { slug: 'q' }],
		adoptions: [
			{ organisation: 0, practice: 0, from: '2019-01-01' },
			{ organisation: 1, practice: 0, from: '2019-01-01', to: '2021-01-01', endKind: 'completed' },
			{ organisation: 2, practice: 0, from: '2019-01-01' },
			{ organisation: 0, practice: 1, from: '2019-01-01', stage: 'exploring' }
		]
	})
);

test('a practice is offered with the counts of its own page: who has it and who ever had', () => {
	const [p, q] = practiceChoices(atlas);
	expect([p!.inPlace, p!.ever, q!.inPlace, q!.ever]).toEqual([1, 2, 0, 0]);
	expect(choiceInWords(p!)).toBe('p (1 has it, 2 ever had)');
	expect(choiceInWords(q!)).toBe('q (nobody yet)');
	expect(wholeInWords(p!, 'councils')).toBe(
		'2 organisations of any kind have had it, 1 still; this study counts councils, and whoever adopted within its period.'
	);
});
