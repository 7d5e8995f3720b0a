import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { MapCounts, countRows } from './map-counts.ts';
import { organisationsIn } from './presence.ts';
import { NO_EVENT } from './known-event.ts';
import { DATE_MODES } from './view.ts';

const KINDS = ['council', 'charity', 'other'] as const;
const atlas = buildAtlas(
	wireFixture({
		areas: [
			{ code: 'E06000001', name: 'A', region: 'North', at: [-1, 54] },
			{ code: 'E06000002', name: 'B', region: 'South', at: [-1, 51] }
		],
		organisations: Array.from({ length: 12 }, (_, row) => ({
			slug: `o${row}`,
			kind: KINDS[row % 3]!,
			...(row % 4 === 3 ? {} : { area: row % 2 }),
			...(row % 5 === 0 ? { at: null } : {})
		}))
	})
);

const spells = fc.array(
	fc.record({
		row: fc.integer({ min: 0, max: 11 }),
		from: fc.integer({ min: 0, max: 60 }),
		days: fc.integer({ min: 1, max: 40 }),
		begun: fc.constantFrom(0, 1, 2, NO_EVENT)
	}),
	{ maxLength: 30 }
);

test('counts for any date and mode equal a recount of the rows that are there', () => {
	fc.assert(
		fc.property(
			spells,
			fc.constantFrom(...DATE_MODES),
			fc.integer({ min: -5, max: 110 }),
			(drawn, mode, day) => {
				const sorted = [...drawn].sort((a, b) => a.row - b.row || a.from - b.from);
				// Spells of one organisation never overlap.
				const disjoint = sorted.filter(
					({ row, from }, at) =>
						!sorted.slice(0, at).some((other) => other.row === row && other.from + other.days >= from)
				);
				const presences = {
					count: disjoint.length,
					organisation: Int32Array.from(disjoint, ({ row }) => row),
					from: Int32Array.from(disjoint, ({ from }) => from),
					to: Int32Array.from(disjoint, ({ from, days }) => from + days),
					begun: Uint8Array.from(disjoint, ({ begun }) => begun),
					ended: new Uint8Array(disjoint.length)
				};
				const window = { mode, day, since: day - 20 };
				expect(new MapCounts(atlas, presences).count(window)).toEqual(
					countRows(atlas, organisationsIn(presences, window))
				);
			}
		)
	);
});
