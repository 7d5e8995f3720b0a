import { expect, test } from 'vitest';
import { parseDay } from '#lib/domain/day.ts';
import { councilFinder } from './find-council.ts';
import { COUNCILS } from './register.ts';
import { typedCouncil } from './typed-council.ts';

const find = councilFinder(COUNCILS);
const typed = (name: string) => typedCouncil(name, find, parseDay('2026-11-22')!);

test.each([
	['Bolton MBC', 'Bolton Metropolitan Borough Council'],
	['Hull, City of', 'Hull City Council'],
	['LB Camden', 'London Borough of Camden']
])('%s is one council and goes by its official name', (name, official) => {
	expect(typed(name)).toEqual({ ok: true, name: official });
});

test('what is in no register stays as it was typed', () => {
	expect(typed('Hebden Royd Town Council')).toEqual({ ok: true, name: 'Hebden Royd Town Council' });
});

test('one that is no more leads on to what followed, in words', () => {
	expect(typed('Allerdale')).toEqual({
		ok: false,
		message:
			'Allerdale Borough Council no longer exists; Cumberland Council took its place. Enter that, if it is yours.'
	});
});

test('one that was divided, or that may be several, is asked for again', () => {
	const divided = typed('Cumbria County Council');
	expect(divided.ok ? '' : divided.message).toMatch(/was divided between Cumberland Council and Westmorland/);
	const several = typed('Newcastle');
	expect(several.ok ? '' : several.message).toMatch(
		/^“Newcastle” may mean several councils\. Enter the whole name: .*Newcastle-under-Lyme.*;/
	);
});
