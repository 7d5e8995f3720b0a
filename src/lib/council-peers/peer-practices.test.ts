import { describe, expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { day, wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { select } from '#lib/view/selection.ts';
import { DEFAULT_VIEW } from '#lib/view/view.ts';
import { practiceHoldings } from './atlas-holdings.ts';
import { countedStages, peerPractices, practicePeers } from './peer-practices.ts';

const wire = wireFixture({
	organisations: [
		{ slug: 'us', kind: 'council' },
		{ slug: 'near', kind: 'council' },
		{ slug: 'far', kind: 'council' },
		{ slug: 'gone', kind: 'council', closed: '2023-04-01' }
	],
	practices: [{ slug: 'theirs' }, { slug: 'ours' }, { slug: 'tried' }],
	adoptions: [
		{ organisation: 1, practice: 0, from: '2020-01-01', stage: 'embedded' },
		{ organisation: 3, practice: 0, from: '2018-01-01', stage: 'adopted' },
		{ organisation: 0, practice: 0, from: '2025-01-01', stage: 'exploring' },
		{ organisation: 0, practice: 1, from: '2019-01-01', stage: 'adopted' },
		{ organisation: 1, practice: 2, from: '2024-01-01', stage: 'piloting' },
		{ organisation: 2, practice: 2, from: '2015-01-01', to: '2017-01-01', stage: 'adopted' },
		{ organisation: 3, practice: 2, from: '2015-01-01', to: '2019-01-01', stage: 'adopted' }
	]
});
// The far council took over from the one that is gone.
wire.successions = { predecessor: [3], successor: [2], on: [day('2023-04-01')], source_url: [null] };
const atlas = buildAtlas(wire);
const all = select(atlas, DEFAULT_VIEW);
const own = practiceHoldings(all);
const [US, NEAR, FAR] = [0, 1, 2];

describe('what peers do', () => {
	test('lists them by likeness, and beside the count a successor with what it inherited', () => {
		const { holders, count, of } = practicePeers(atlas, own, 0, [NEAR, FAR], 'adopted');
		expect([count, of]).toEqual([1, 2]);
		expect(holders).toMatchObject([
			{ organisation: { slug: 'near' }, rank: 1, stage: 'embedded', through: 'own', isCounted: true },
			{
				organisation: { slug: 'far' },
				...{ rank: 2, stage: 'adopted', through: 'inherited', by: { slug: 'gone' }, isCounted: false }
			}
		]);
	});

	test('shows what was stopped as stopped, hands nothing on that ended before, and counts neither', () => {
		const { holders, count } = practicePeers(atlas, own, 2, [NEAR, FAR], 'adopted');
		expect(count).toBe(0);
		expect(
			holders.map(({ organisation, stage, isCounted }) => [organisation.slug, stage, isCounted])
		).toEqual([
			['near', 'piloting', false],
			['far', 'ended', false]
		]);
	});

	test('counts piloting where the reader asks for it', () => {
		expect(practicePeers(atlas, own, 2, [NEAR, FAR], 'piloting').count).toBe(1);
	});

	test('names what they do and we do not yet, with our own stage, and whom we could help', () => {
		const { toLearn, toHelp, choices } = peerPractices(all, own, US, [NEAR, FAR], countedStages('adopted'));
		expect(toLearn.map(({ slug, count, of, ours }) => [slug, count, of, ours])).toEqual([
			['theirs', 1, 2, 'exploring']
		]);
		expect(toHelp.map(({ slug, peers }) => [slug, peers.map((peer) => peer.slug)])).toEqual([
			['ours', ['near', 'far']]
		]);
		expect(choices[0]).toMatchObject({ slug: 'theirs', count: 1 });
	});

	test('has nothing to set side by side where no organisation is on record', () => {
		expect(peerPractices(all, own, null, [NEAR], countedStages('adopted'))).toMatchObject({
			toLearn: [],
			toHelp: []
		});
	});
});
