import { describe, expect, test } from 'vitest';
import { day, wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { buildAtlas } from './build-atlas.ts';
import { beganWhen, existsOn, isHandedOn, isInPlace, isSilent, isStill, sinceWhen } from './counting.ts';

const atlas = buildAtlas(
	wireFixture({
		organisations: [
			{ slug: 'swansea', kind: 'council' },
			{ slug: 'closed', kind: 'council', closed: '2021-04-01' },
			{ slug: 'silent', kind: 'council' },
			{ slug: 'founded', founded: '2015-02-01' },
			{ slug: 'named only' },
			{ slug: 'ended only', closed: '2012-04-01' }
		],
		practices: [{ slug: 'p' }, { slug: 'q' }, { slug: 'r' }, { slug: 's' }],
		adoptions: [
			{
				organisation: 0,
				practice: 0,
				from: '2019-06-20',
				to: '2024-04-30',
				stage: 'adopted',
				endKind: 'completed',
				stages: [
					['exploring', '2019-06-20'],
					['adopted', '2022-10-01']
				]
			},
			{ organisation: 0, practice: 1, from: '2020-01-01', stage: 'piloting' },
			{ organisation: 0, practice: 2 },
			{ organisation: 1, practice: 0, from: '2018-01-01' },
			{ organisation: 1, practice: 1, from: '2018-01-01', to: '2020-01-01', endKind: 'stopped' },
			{ organisation: 1, practice: 2, from: '2018-01-01', to: '2021-03-31', endKind: 'body closed' },
			{ organisation: 2, practice: 1, from: '2020-01-01' }
		],
		gaps: [
			[2, 0],
			[2, 1]
		]
	})
);
const [SWANSEA, PILOT, UNDATED, HANDED_ON, STOPPED, WITH_THE_BODY] = [0, 1, 2, 3, 4, 5];

describe('an organisation exists', () => {
	const on = (slug: string, iso: string) =>
		existsOn(atlas, atlas.index.organisationBySlug.get(slug)!, day(iso));

	test('from its founding', () => {
		expect([on('founded', '2015-01-31'), on('founded', '2015-02-01')]).toEqual([false, true]);
	});

	test('from the first day of which anything of it is on record, where its founding is not', () => {
		expect([on('swansea', '2019-06-19'), on('swansea', '2019-06-20')]).toEqual([false, true]);
		expect([on('closed', '2017-12-31'), on('closed', '2018-01-01'), on('closed', '2021-04-01')]).toEqual([
			false,
			true,
			false
		]);
	});

	test('on the day of the snapshot alone where nothing dated is on record, or on the last before its end', () => {
		expect([on('named only', '2026-11-21'), on('named only', '2026-11-22')]).toEqual([false, true]);
		expect([on('ended only', '2012-03-30'), on('ended only', '2012-03-31')]).toEqual([false, true]);
	});
});

describe('since when', () => {
	test('is the first day adopted or embedded, not that of looking into it', () => {
		expect(sinceWhen(atlas.adoptions, SWANSEA, 'adopted')).toEqual({
			day: day('2022-10-01'),
			bound: 'on',
			precision: 'day',
			words: '1 Oct 2022'
		});
		expect(beganWhen(atlas.adoptions, SWANSEA).words).toBe('20 Jun 2019');
	});

	test('is nothing for a trial, unless one counts from piloting', () => {
		expect(sinceWhen(atlas.adoptions, PILOT, 'adopted')).toBeNull();
		expect(sinceWhen(atlas.adoptions, PILOT, 'piloting')?.words).toBe('1 Jan 2020');
	});

	test('may be unknown of one that has it', () => {
		expect(sinceWhen(atlas.adoptions, UNDATED, 'adopted')).toMatchObject({
			day: null,
			words: 'date not recorded'
		});
		expect(isInPlace(atlas, UNDATED, day('1950-01-01'))).toBe(false);
		// Nobody is on record with the practice before another organisation was in 2018.
		expect(isInPlace(atlas, UNDATED, day('2017-12-31'))).toBe(false);
		expect(isInPlace(atlas, UNDATED, day('2020-01-01'))).toBe(true);
	});
});

describe('still', () => {
	test('ends on the day of the end, and with the organisation', () => {
		expect(isStill(atlas, SWANSEA, day('2024-04-29'))).toBe(true);
		expect(isStill(atlas, SWANSEA, day('2024-04-30'))).toBe(false);
		expect(isStill(atlas, HANDED_ON, day('2021-03-31'))).toBe(true);
		expect(isStill(atlas, HANDED_ON, day('2021-04-01'))).toBe(false);
	});

	test('is in place only since it was adopted', () => {
		expect(isInPlace(atlas, SWANSEA, day('2022-09-30'))).toBe(false);
		expect(isInPlace(atlas, SWANSEA, day('2022-10-01'))).toBe(true);
	});
});

test('what went on until its council closed is handed on; what stopped before is not', () => {
	expect([HANDED_ON, STOPPED, WITH_THE_BODY, SWANSEA].map((row) => isHandedOn(atlas, row))).toEqual([
		true,
		false,
		true,
		false
	]);
});

test('a record is silent about a body until an adoption of it is on record', () => {
	expect([0, 1, 2].map((practice) => isSilent(atlas, 2, practice))).toEqual([true, false, false]);
});
