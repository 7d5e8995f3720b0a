import { describe, expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { day, wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { heldInWords, listHeld } from './held-practices.ts';
import { select } from './selection.ts';
import { DEFAULT_VIEW } from './view.ts';
import type { View } from './view.ts';

const atlas = buildAtlas(
	wireFixture({
		organisations: [{ slug: 'closed', closed: '2023-04-01' }],
		practices: ['a', 'b', 'c', 'd'].map((slug) => ({ slug })),
		adoptions: [
			{ organisation: 0, practice: 0, from: '2019-01-01' },
			{ organisation: 0, practice: 1, from: '2020-01-01', to: '2021-01-01' },
			{ organisation: 0, practice: 2, from: '2020-06-01', stage: 'piloting' },
			{ organisation: 0, practice: 3, from: '2020-07-01', by: true, inferred: true }
		]
	})
);
const held = (iso: string, part: Partial<View> = {}) => {
	const view: View = { ...DEFAULT_VIEW, date: day(iso), ...part };
	return listHeld(select(atlas, view), 0);
};
const words = (iso: string, part: Partial<View> = {}) => heldInWords(held(iso, part), part.mode ?? 'as-of');

describe('what an organisation does in a window', () => {
	test('is what runs on the day, trials apart', () => {
		expect(words('2018-12-31')).toBe('no practice on record');
		expect(words('2020-12-31')).toBe('3 practices in place, 1 explored or tried');
		expect(words('2021-01-01')).toBe('2 practices in place, 1 explored or tried');
		expect(words('2021-01-01', { countFrom: 'piloting' })).toBe('3 practices in place');
		expect(words('2021-01-01', { statedOnly: true })).toBe('1 practice in place, 1 explored or tried');
	});

	test('ends with the organisation', () => {
		expect(words('2023-03-31')).toBe('2 practices in place, 1 explored or tried');
		expect(words('2023-04-01')).toBe('no practice on record');
	});

	test('follows how the date is read', () => {
		expect(words('2021-02-01', { mode: 'cumulative' })).toBe('3 practices adopted, 1 explored or tried');
		const changed = held('2021-02-01', { mode: 'changed', months: 12 });
		expect(changed.map(({ practice }) => practice)).toEqual([1, 2]);
		expect(heldInWords(changed, 'changed')).toBe('1 practice begun or ended, 1 explored or tried');
	});

	test('says since when no more exactly than is known', () => {
		expect(held('2022-01-01').map(({ since, stage }) => [since, stage])).toEqual([
			['1 Jan 2019', 'adopted'],
			['1 Jun 2020', 'piloting'],
			['by 1 Jul 2020', 'adopted']
		]);
	});
});
