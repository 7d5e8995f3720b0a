import { expect, test } from 'vitest';
import { parseDay } from '#lib/domain/day.ts';
import { NODE_FIGURES, USUAL_CHOICE } from '#lib/view/network-choice.ts';
import { parseView } from '#lib/view/view.ts';
import { momentQuestion, shownFigures } from './network-question.ts';

const AS_OF = parseDay('2026-11-01')!;
const { view } = parseView(new URLSearchParams('date=2020-05-01'));

test('asks for the nodes that are named, on the date, and for the date that is compared', () => {
	const choice = { ...USUAL_CHOICE, node: 'leeds', to: 'nowhere', steps: 2, then: parseDay('2019-05-01')! };
	const question = momentQuestion(view, choice, AS_OF, ['links'], (key) => (key === 'leeds' ? 4 : null));
	expect(question.asked).toEqual({ node: 4, steps: 2, to: null, isGone: false });
	expect(question.window.day).toBe(parseDay('2020-05-01'));
	expect(question.compared?.day).toBe(parseDay('2019-05-01'));
	expect(momentQuestion(view, USUAL_CHOICE, AS_OF, [], () => null).compared).toBeNull();
});

test('asks for no figure that nothing shows', () => {
	const choice = {
		...USUAL_CHOICE,
		size: 'same',
		paint: 'core',
		label: 'closeness'
	} as const;
	expect(shownFigures(choice, false)).toEqual(['closeness', 'core', 'practices']);
	expect(shownFigures(USUAL_CHOICE, false)).toEqual(['links', 'practices']);
	expect(shownFigures(USUAL_CHOICE, true)).toEqual(
		NODE_FIGURES.filter((figure) => figure !== 'reach' && figure !== 'closeness')
	);
});
