import { describe, expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { select } from '#lib/view/selection.ts';
import { DEFAULT_VIEW } from '#lib/view/view.ts';
import { practiceChoices, studiedView, usualPractice } from './practice-choices.ts';
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
	const [p, q] = practiceChoices(select(atlas, DEFAULT_VIEW));
	expect([p!.counts, q!.counts]).toEqual([
		{ inPlace: 1, ever: 2 },
		{ inPlace: 0, ever: 0 }
	]);
	expect(choiceInWords(p!)).toBe('p (1 has it, 2 ever had)');
	expect(choiceInWords(q!)).toBe('q (nobody yet)');
	expect(wholeInWords(p!.counts!, 'councils')).toBe(
		'2 organisations of any kind have had it, 1 still; this study counts councils, and whoever adopted within its period.'
	);
});

describe('a public record', () => {
	const recorded = buildAtlas(
		wireFixture({
			networks: [{ slug: 'record', record: true }],
			organisations: [{ slug: 'a', kind: 'council' }, { slug: 'b' }],
			practices: [{ slug: 'declaring', network: 0 }, { slug: 'listening' }],
			adoptions: [
				{ organisation: 0, practice: 0, from: '2019-01-01' },
				{ organisation: 1, practice: 0, from: '2019-01-01' },
				{ organisation: 0, practice: 1, from: '2019-01-01' }
			]
		})
	);
	const choices = (part: object) =>
		practiceChoices(select(recorded, { ...DEFAULT_VIEW, ...part })).map(({ slug, counts }) => [slug, counts]);

	test('is offered last and without counts until it is asked for', () => {
		expect(choices({})).toEqual([
			['listening', { inPlace: 1, ever: 1 }],
			['declaring', null]
		]);
		expect(choices({ practices: ['declaring'] })[0]).toEqual(['declaring', { inPlace: 2, ever: 2 }]);
		expect(choiceInWords({ slug: 'd', name: 'D', isSample: false, counts: null })).toBe('D (public record)');
	});

	test('is not what is studied until it is asked for, by its practice or itself', () => {
		expect(usualPractice(recorded, null)).toBe('listening');
		expect(usualPractice(recorded, 'record')).toBe('declaring');
		expect(studiedView(recorded, { ...DEFAULT_VIEW, network: 'record' })).toMatchObject({
			network: null,
			practices: ['declaring']
		});
	});
});
