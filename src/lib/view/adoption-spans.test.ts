import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { isInPlace } from '#lib/domain/counting.ts';
import { COUNT_FROM } from '#lib/domain/vocabulary.ts';
import { day, wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { adoptionSpans } from './adoption-spans.ts';
import { anyInWindow } from './date-window.ts';

const atlas = buildAtlas(
	wireFixture({
		organisations: [
			{ slug: 'open' },
			{ slug: 'closed', closed: '2021-04-01' },
			{ slug: 'new', founded: '2020-01-01' }
		],
		practices: [{ slug: 'p' }],
		adoptions: [
			{
				organisation: 0,
				practice: 0,
				from: '2019-06-20',
				to: '2024-04-30',
				stages: [
					['exploring', '2019-06-20'],
					['piloting', '2020-06-20'],
					['adopted', '2022-10-01']
				]
			},
			{ organisation: 0, practice: 0, from: '2020-01-01', stage: 'piloting' },
			{ organisation: 0, practice: 0 },
			{ organisation: 1, practice: 0, from: '2018-01-01', by: true },
			{ organisation: 1, practice: 0, to: '2022-01-01' },
			{ organisation: 2, practice: 0, from: '2019-01-01', stage: 'embedded' }
		]
	})
);

test('the days that a view counts are those on which the rules say that it is in place', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: day('2017-01-01'), max: day('2025-01-01') }),
			fc.integer({ min: 0, max: atlas.adoptions.count - 1 }),
			fc.constantFrom(...COUNT_FROM),
			(on, row, countFrom) => {
				const spans = adoptionSpans(atlas, row, { stages: [], countFrom });
				const window = { mode: 'as-of' as const, day: on, since: on };
				expect(anyInWindow(spans, window)).toBe(isInPlace(atlas, row, on, countFrom));
			}
		)
	);
});
