import { describe, expect, test } from 'vitest';
import { NEVER, panelFromTimes, type UnitTimes } from './panel.ts';

describe('panel of times', () => {
	test('numbers periods from the first and keeps who never adopted', () => {
		const panel = panelFromTimes(
			[
				{ id: 'a', adopted: 2021 },
				{ id: 'b', adopted: null }
			],
			2020,
			2022
		);
		expect(panel.periods).toEqual([2020, 2021, 2022]);
		expect([...panel.adoptedAt]).toEqual([1, NEVER]);
	});

	test('an adoption after the window is not seen, one before it is left-censored', () => {
		const panel = panelFromTimes(
			[
				{ id: 'a', adopted: 2030 },
				{ id: 'b', adopted: 1999 }
			],
			2020,
			2022
		);
		expect([...panel.adoptedAt]).toEqual([NEVER, 0]);
		expect([...panel.startKnown]).toEqual([1, 0]);
	});

	test.each<[string, UnitTimes[], string]>([
		['a missing id', [{ id: ' ', adopted: null }], 'unit 1 has no id'],
		[
			'a repeated id',
			[
				{ id: 'a', adopted: null },
				{ id: 'a', adopted: 2020 }
			],
			'units 1 and 2 have the same id "a"'
		],
		['a time that is none', [{ id: 'a', adopted: Number.NaN }], 'unit "a": adopted is NaN'],
		[
			'adoption before founding',
			[{ id: 'a', adopted: 2020, founded: 2021 }],
			'before it was founded in 2021'
		],
		['adoption after closing', [{ id: 'a', adopted: 2022, closed: 2021 }], 'after it closed in 2021'],
		['a stop without a start', [{ id: 'a', adopted: null, stopped: 2021 }], 'without having adopted']
	])('rejects %s, naming the unit', (_name, units, message) => {
		expect(() => panelFromTimes(units, 2020, 2022)).toThrow(message);
	});

	test('rejects periods that run backwards', () => {
		expect(() => panelFromTimes([], 2022, 2020)).toThrow('in that order');
	});
});
