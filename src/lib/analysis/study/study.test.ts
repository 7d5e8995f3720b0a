import { describe, expect, test } from 'vitest';
import type { AreasWire } from '#lib/domain/areas-wire.ts';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { wireFixture, type Fixture } from '../../../../tests/fixtures/atlas-fixture.ts';
import { AnalysisError } from '../analysis-error.ts';
import { networkAt } from '../sparse/sparse-matrix.ts';
import { ownStudy } from './own-tables.ts';
import { prepareStudy } from './prepare-study.ts';
import { robustness } from './robustness.ts';
import type { StudyChoice } from './study-choice.ts';
import { runStudy, studyCore } from './study.ts';
import { studyData } from './study-data.ts';
import { studyNetworks } from './study-networks.ts';

const CHOICE: StudyChoice = {
	practice: 'circles',
	population: { kinds: ['council'], councilTypes: [], places: [], areas: [], network: null, selection: [] },
	from: null,
	until: null,
	unit: 'year',
	countFrom: 'adopted',
	statedOnly: false,
	weights: ['border', 'region'],
	distanceKm: 50,
	groupBy: 'region',
	permutations: 99,
	seed: 7
};

/** Twelve councils in a row of areas, the first ones adopting first; one closes, one takes its place. */
function row(more: Partial<Fixture> = {}): Fixture {
	const areas = Array.from({ length: 12 }, (_, at) => ({
		code: `E0600${String(at).padStart(4, '0')}`,
		name: `Area ${at}`,
		region: at < 8 ? 'North' : at < 11 ? 'South' : 'West',
		at: [-1 - at / 10, 53] as [number, number]
	}));
	return {
		asOf: '2026-11-22',
		areas,
		practices: [{ slug: 'circles' }],
		organisations: areas.map((_, at) => ({ slug: `council-${at}`, kind: 'council' as const, area: at })),
		adoptions: Array.from({ length: 10 }, (_, at) => ({
			organisation: at,
			practice: 0,
			from: `${2010 + at}-05-01`
		})),
		...more
	};
}

const BORDERS: AreasWire = {
	codes: Array.from({ length: 12 }, (_, at) => `E0600${String(at).padStart(4, '0')}`),
	indicators: [],
	adjacency: {
		a: Array.from({ length: 11 }, (_, at) => at),
		b: Array.from({ length: 11 }, (_, at) => at + 1),
		km: Array.from({ length: 11 }, (_, at) => (at === 3 ? null : 4))
	},
	former: { code: [], current: [] },
	upper: []
};

const atlasOf = (fixture: Fixture) => buildAtlas(wireFixture(fixture));

describe('studyData', () => {
	test('starts one period before the first adoption, so that its adopters were at risk', () => {
		const data = studyData(atlasOf(row()), BORDERS, CHOICE);
		expect(data.window).toEqual({ from: '2009', until: '2020', unit: 'year' });
		expect(data.units).toHaveLength(12);
		expect(data.borders).toHaveLength(11);
	});

	test('sets apart, counts and names a body whose dates contradict each other', () => {
		const fixture = row();
		fixture.organisations![0]!.founded = '2015-01-01';
		const data = studyData(atlasOf(fixture), null, CHOICE);
		expect(data.units.map(({ id }) => id)).not.toContain('council-0');
		expect(data.leftOut).toEqual([
			{ reason: expect.stringContaining('contradict'), count: 1, names: ['council 0'] }
		]);
	});

	test('takes bodies as they were: a closed council has no borders, and leaves the risk set', () => {
		const fixture = row();
		fixture.organisations![11]!.closed = '2012-04-01';
		const data = studyData(atlasOf(fixture), BORDERS, CHOICE);
		expect(data.units[11]!.area).toBeNull();
		const { curve } = studyCore(prepareStudy(data, CHOICE, null));
		expect(curve.map(({ existing }) => existing).slice(2, 5)).toEqual([12, 11, 11]);
	});

	test('counts adopters outside the population', () => {
		const fixture = row();
		fixture.organisations!.push({ slug: 'a-charity', kind: 'charity' });
		fixture.adoptions!.push({ organisation: 12, practice: 0, from: '2011-01-01' });
		const data = studyData(atlasOf(fixture), null, CHOICE);
		expect(data.leftOut[0]).toMatchObject({ count: 1, names: ['a charity'] });
	});

	test('keeps imprecise dates imprecise', () => {
		const fixture = row();
		fixture.adoptions![0] = { organisation: 0, practice: 0, from: '2010-01-01', precision: 'year' };
		const data = studyData(atlasOf(fixture), null, CHOICE);
		expect(data.units[0]!.spell.adoption?.startedOn).toBe('2010');
	});

	test.each([
		[{ practice: 'nothing' }, 'no practice "nothing"'],
		[{ population: { ...CHOICE.population, places: ['Nowhere'] } }, 'No body on record'],
		[{ from: '2020', until: '2010' }, 'must end after it begins'],
		[{ from: '1900', until: '2020', unit: 'month' as const }, 'at most 240 steps']
	])('refuses %o in words', (part, words) => {
		const ask = () => studyData(atlasOf(row()), null, { ...CHOICE, ...part });
		expect(ask).toThrow(AnalysisError);
		expect(ask).toThrow(words);
	});
});

describe('studyNetworks', () => {
	const data = studyData(atlasOf(row()), BORDERS, CHOICE);
	const ties = (key: 'border' | 'border-length' | 'region' | 'distance') =>
		networkAt(studyNetworks(data, [key], { distanceKm: 8, likeness: null })[0]!.network, 0).value.length;

	test('borders count both ways, and those without a length only as borders', () => {
		expect(ties('border')).toBe(22);
		expect(ties('border-length')).toBe(20);
	});

	test('a region ties everybody in it', () => expect(ties('region')).toBe(8 * 7 + 3 * 2));
	test('near is up to the distance given', () => expect(ties('distance')).toBe(22));
});

describe('runStudy', () => {
	const data = studyData(atlasOf(row()), BORDERS, CHOICE);
	const result = runStudy(prepareStudy(data, CHOICE, null));

	test('gives plain numbers or null, nothing else', () => {
		expect(JSON.parse(JSON.stringify(result))).toEqual(result);
		expect(JSON.stringify(result)).not.toMatch(/NaN|Infinity/);
	});

	test('hides groups of fewer than five, and keeps them in the whole', () => {
		expect(result.core.survival.value?.groups.map(({ group, n }) => [group, n])).toEqual([['North', 8]]);
		expect(result.core.survival.value?.suppressed).toEqual({ groups: 2, bodies: 4 });
		expect(result.core.survival.value?.n).toBe(12);
	});

	test('infers the neighbour that adopted just before as the most plausible source', () => {
		const { plausible } = result.networks[0]!;
		expect(plausible.find(({ learner }) => learner === 4)).toMatchObject({ source: 3, share: 1, among: 1 });
	});

	test('repeats its shuffles with its seed', () => {
		expect(runStudy(prepareStudy(data, CHOICE, null)).networks[0]!.moran).toEqual(result.networks[0]!.moran);
	});

	test('refuses what ten adopters are needed for, and says so', () => {
		const few = row({ adoptions: [{ organisation: 0, practice: 0, from: '2011-01-01' }] });
		const small = runStudy(prepareStudy(studyData(atlasOf(few), BORDERS, CHOICE), CHOICE, null));
		expect(small.classes.refused).toContain('at least 10');
		expect(small.comparison.refused).toContain('fewer than 10 adopters');
		expect(small.core.warnings.join(' ')).toContain('Only 1 adopted');
	});

	test('says when nobody has adopted', () => {
		const none = studyCore(
			prepareStudy(studyData(atlasOf(row({ adoptions: [] })), null, CHOICE), CHOICE, null)
		);
		expect(none.warnings.join(' ')).toContain('Nobody in this population has adopted');
	});

	test('stops when told to', () => {
		expect(() => runStudy(prepareStudy(data, CHOICE, null), { signal: { aborted: true } })).toThrow(
			'stopped'
		);
	});
});

describe('robustness', () => {
	const dated = row({
		adoptions: Array.from({ length: 12 }, (_, at) => ({
			organisation: at,
			practice: 0,
			from: `2019-${at < 6 ? '07' : '09'}-${10 + at}`
		}))
	});
	const data = studyData(atlasOf(dated), BORDERS, CHOICE);
	const table = robustness(data, null, { permutations: 99, seed: 3 });

	test('asks every combination, and finds that dates which follow a row of neighbours cluster', () => {
		expect(table.rows).toHaveLength(45);
		const border = table.rows.find(
			({ network, transform }) => network === 'Shared border' && transform === 'date'
		)!;
		expect(border).toMatchObject({ population: 'All councils', n: 12, pOneSided: 0.01 });
		expect(border.I).toBeGreaterThan(0.5);
	});

	test('gives null where a measure does not vary or nobody has a neighbour', () => {
		expect(table.rows.filter(({ transform }) => transform === 'declared').every(({ I }) => I === null)).toBe(
			true
		);
		expect(table.rows.filter(({ network }) => network === 'Same county').every(({ I }) => I === null)).toBe(
			true
		);
	});

	test('names the wave', () => expect(table.wave).toEqual({ month: '2019-07', share: 0.5 }));
});

describe('ownStudy', () => {
	const nodes = 'id,toa,side\nA,2020,x\nB,2021,x\nC,2021,x\nD,2022,y\nE,2024,y\nF,,y\n';
	const edges = 'source,target\nA,B\nB,A\nA,C\nC,A\nB,C\nC,B\nC,D\nD,C\nD,E\nE,D\nE,F\nF,E\n';
	const tables = {
		nodes: { file: 'nodes.csv', text: nodes },
		edges: { file: 'edges.csv', text: edges },
		groupColumn: 'side',
		permutations: 99,
		seed: 1
	};

	test('gives the golden hazard and curve of six bodies', () => {
		const { curve } = studyCore(ownStudy(tables));
		expect(curve.map(({ adopters }) => adopters)).toEqual([1, 3, 4, 4, 5]);
		[0.4, 1 / 3, 0, 0.5].forEach((hazard, at) => expect(curve[at + 1]!.hazard).toBeCloseTo(hazard, 12));
	});

	test('gives the golden exposure', () => {
		const [network] = runStudy(ownStudy(tables)).networks;
		expect(network!.exposure.map(({ mean }) => mean)[0]).toBeCloseTo((0.5 + 1 / 3) / 6, 12);
	});

	test('names the row of an edge to nowhere', () => {
		const wrong = { ...tables, edges: { file: 'edges.csv', text: 'source,target\nA,B\nA,Z\n' } };
		expect(() => ownStudy(wrong)).toThrow('edges.csv row 3: the target "Z" is not in nodes.csv');
	});

	test('does without edges', () =>
		expect(runStudy(ownStudy({ ...tables, edges: null })).networks).toEqual([]));
});
