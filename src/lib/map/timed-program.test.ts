import { expect, test } from 'vitest';
import { ALWAYS_AFTER, ALWAYS_BEFORE } from '#lib/view/intervals.ts';
import { NO_EVENT, ON_THE_DAY } from '#lib/view/known-event.ts';
import { SPELL_BYTES, packSpell } from './timed-program.ts';

test('a spell is packed with the day it is known to have begun, which one in place by a date has not', () => {
	const spells = {
		from: Int32Array.of(100, 200),
		to: Int32Array.of(150, ALWAYS_AFTER),
		begun: Uint8Array.of(ON_THE_DAY, NO_EVENT)
	};
	const view = new DataView(new ArrayBuffer(2 * SPELL_BYTES));
	for (const spell of [0, 1]) packSpell(view, spell * SPELL_BYTES, spells, spell);
	const words = Array.from({ length: 6 }, (_, at) => view.getInt32(at * 4, true));
	expect(words).toEqual([100, 150, 100, 200, ALWAYS_AFTER, ALWAYS_BEFORE]);
});
