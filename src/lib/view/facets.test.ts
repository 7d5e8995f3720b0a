import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { MEMBERSHIP_STATUSES, ORGANISATION_KINDS, STAGES } from '#lib/domain/vocabulary.ts';
import { day, wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { countFacets } from './facets.ts';
import type { Facets } from './facets.ts';
import { dateWindow } from './date-window.ts';
import { organisationsIn } from './presence.ts';
import { DATE_MODES, DEFAULT_VIEW } from './view.ts';
import type { View } from './view.ts';
import { select } from './selection.ts';

const KINDS = ORGANISATION_KINDS.slice(0, 3);
const WORKING_STAGES = STAGES.slice(0, 4);

const atlas = buildAtlas(
	wireFixture({
		areas: [
			{ code: 'E06000001', name: 'Hartlepool', region: 'North East' },
			{ code: 'W06000001', name: 'Ynys Môn', region: 'Wales', nation: 'Wales' }
		],
		networks: [{ slug: 'good-help' }],
		characteristics: [
			{ network: 0, position: 1, label: 'tailored' },
			{ network: 0, position: 2, label: 'open' }
		],
		organisations: Array.from({ length: 24 }, (_, row) => ({
			slug: `o-${row}`,
			kind: KINDS[row % 3]!,
			area: row % 2
		})),
		practices: [
			{ slug: 'listening', characteristics: [0] },
			{ slug: 'walking', characteristics: [0, 1] },
			{ slug: 'cooking' }
		],
		adoptions: Array.from({ length: 48 }, (_, row) => ({
			organisation: (row * 7) % 24,
			practice: row % 3,
			from: `20${10 + (row % 9)}-01-01`,
			...(row % 5 === 0 ? { to: '2024-01-01' } : {}),
			stage: WORKING_STAGES[row % 4]!,
			inferred: row % 3 === 1
		})).filter(
			({ organisation, practice }, row, all) =>
				all.findIndex((other) => other.organisation === organisation && other.practice === practice) === row
		),
		memberships: Array.from({ length: 18 }, (_, row) => ({
			organisation: row,
			network: 0,
			from: `20${12 + (row % 9)}-06-01`,
			by: row % 4 === 0,
			...(row % 3 === 0 ? { to: `20${21 + (row % 4)}-01-01` } : {})
		}))
	})
);

const some = <Value>(values: readonly Value[]) => fc.subarray([...values], { maxLength: 2 });
const anyView = fc.record({
	kinds: some(KINDS),
	regions: some(['North East', 'Wales']),
	practices: some(['listening', 'walking', 'cooking']),
	characteristics: some(['good-help.1', 'good-help.2']),
	stages: some(STAGES),
	statuses: some(MEMBERSHIP_STATUSES),
	network: fc.constantFrom(null, 'good-help'),
	mode: fc.constantFrom(...DATE_MODES),
	months: fc.constantFrom(12, 60),
	date: fc.constantFrom(null, day('2018-06-01'), day('2024-03-01')),
	statedOnly: fc.boolean(),
	countFrom: fc.constantFrom('adopted' as const, 'piloting' as const)
});

const FIELDS = [
	'kinds',
	'regions',
	'practices',
	'characteristics',
	'stages',
	'statuses'
] as const satisfies (keyof Facets)[];

test('a count says how many organisations choosing that value alone would show, whatever else is chosen', () => {
	fc.assert(
		fc.property(anyView, (part) => {
			const view: View = { ...DEFAULT_VIEW, ...part };
			const facets = countFacets(select(atlas, view));
			for (const field of FIELDS) {
				for (const { value, count } of facets[field]) {
					const chosen = { ...view, [field]: [value] };
					const shown = organisationsIn(
						select(atlas, chosen).presences,
						dateWindow(chosen, atlas.asOf)
					).length;
					expect(count, `${field} ${value}`).toBe(shown);
				}
			}
		}),
		{ numRuns: 150 }
	);
});
