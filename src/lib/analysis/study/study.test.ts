import { describe, expect, test } from 'vitest';
import { atlasOf, BORDERS, CHOICE, row } from '../../../../tests/fixtures/study-fixture.ts';
import { networkAt } from '../sparse/sparse-matrix.ts';
import { ownStudy } from './own-tables.ts';
import { prepareStudy } from './prepare-study.ts';
import { robustness } from './robustness.ts';
import { runStudy, studyCore } from './study.ts';
import { studyData } from './study-data.ts';
import { studyNetworks } from './study-networks.ts';

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
		expect(small.core.warnings.join(' ')).toContain('Only 1 of 12 adopted');
	});

	test('prints no model and no test below its own threshold', () => {
		const five = Array.from({ length: 5 }, (_, at) => ({
			organisation: at,
			practice: 0,
			from: `${2010 + 2 * at}-05-01`
		}));
		const data = studyData(atlasOf(row({ adoptions: five })), BORDERS, CHOICE);
		const small = runStudy(prepareStudy(data, CHOICE, null));
		expect(small.bass.map(({ outcome: { fit, refused } }) => [fit, refused])).toEqual(
			small.bass.map(() => [null, "Bass's curve is not given for fewer than 10 adopters; there are 5."])
		);
		expect(small.core.survival.value?.logRank).toBeNull();
		for (const { moran, influence, degreeTiming } of small.networks) {
			expect(moran.every(({ permutation }) => permutation === null)).toBe(true);
			expect(influence.joins.bothHave.test).toBeNull();
			expect(degreeTiming).toMatchObject({ correlation: null, p: null });
		}
		expect(small.core.warnings.join(' ')).toContain('not given below 10');
	});

	test('counts pairs at the end once, among the bodies that exist then', () => {
		const fixture = row();
		fixture.organisations![11]!.closed = '2015-04-01';
		const { networks } = runStudy(prepareStudy(studyData(atlasOf(fixture), BORDERS, CHOICE), CHOICE, null));
		expect(
			networks.map(({ key, pairs, present, withoutTies }) => [key, pairs, present, withoutTies])
		).toEqual([
			['border', 10, 11, 0],
			['region', (8 * 7) / 2 + (3 * 2) / 2, 11, 0]
		]);
	});

	test('fits Bass’s curve from the first adoption, and not to starts that nobody knows', () => {
		const [increments] = result.bass;
		expect(result.core.curve[0]!.adopting).toBe(0);
		expect(result.bassFrom).toBe(1);
		expect(increments!.outcome.fit!.data).toHaveLength(11);
		const by = row();
		by.adoptions![0] = { organisation: 0, practice: 0, from: '2010-05-01', by: true };
		const censored = runStudy(prepareStudy(studyData(atlasOf(by), BORDERS, CHOICE), CHOICE, null));
		expect(censored.bass.every(({ outcome: { refused } }) => refused?.includes('1 of the adopters'))).toBe(
			true
		);
	});

	test('does not say “1 bodies”', () => {
		const choice = { ...CHOICE, population: { ...CHOICE.population, selection: ['council-0'] } };
		const one = studyCore(prepareStudy(studyData(atlasOf(row()), null, choice), choice, null));
		expect(one.warnings[0]).toContain('only one body');
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

	test('asks every combination once, and finds that dates which follow a row of neighbours cluster', () => {
		expect(table.rows).toHaveLength(15);
		const border = table.rows.find(
			({ network, transform }) => network === 'Shared border' && transform === 'date'
		)!;
		expect(border).toMatchObject({ population: 'All councils studied', n: 12, pOneSided: 0.01 });
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

	test('cannot tell what allowing for the tries leaves, with fewer shuffles than that takes', () => {
		expect(table.tried).toBeGreaterThan(4);
		expect(table.belowCorrected).toBeNull();
		const patient = robustness(data, null, { permutations: 999, seed: 3 });
		expect(patient.belowCorrected).toBeGreaterThan(0);
	});

	test('takes dates of the chosen period only, and names it', () => {
		const all = row({
			adoptions: Array.from({ length: 12 }, (_, at) => ({
				organisation: at,
				practice: 0,
				from: `${at < 2 ? 2020 : 2019}-07-${10 + at}`
			}))
		});
		const chosen = studyData(atlasOf(all), BORDERS, { ...CHOICE, from: '2018', until: '2019' });
		const found = robustness(chosen, null, { permutations: 9, seed: 3 });
		expect(found.period).toEqual({ from: '2018', until: '2019' });
		expect(found.rows.find(({ transform }) => transform === 'date')!.n).toBe(10);
		expect(found.rows.find(({ transform }) => transform === 'declared')!.n).toBe(12);
		expect(found.rows.find(({ transform }) => transform === 'declared')!.I).not.toBeNull();
	});

	test('compares councils only, though others have dates and stand in their areas', () => {
		const mixed = row({ adoptions: dated.adoptions! });
		mixed.organisations!.push({ slug: 'a-trust', kind: 'charity', area: 3 });
		mixed.adoptions!.push({ organisation: 12, practice: 0, from: '2019-07-01' });
		const choice = { ...CHOICE, population: { ...CHOICE.population, kinds: [] } };
		const found = robustness(studyData(atlasOf(mixed), BORDERS, choice), null, { permutations: 9, seed: 3 });
		expect(found.rows[0]!.n).toBe(12);
		expect(found.leftOut).toContain('Left out as no councils: 1.');
	});

	test('names the wave', () => expect(table.wave).toEqual({ month: '2019-07', share: 0.5 }));
});

describe('ownStudy', () => {
	const nodes = 'id,toa,side\nA,2020,x\nB,2021,x\nC,2021,x\nD,2022,y\nE,2024,y\nF,,y\n';
	const edges = 'source,target\nA,B\nB,A\nA,C\nC,A\nB,C\nC,B\nC,D\nD,C\nD,E\nE,D\nE,F\nF,E\n';
	const tables = {
		nodes: { file: 'nodes.csv', content: nodes },
		edges: { file: 'edges.csv', content: edges },
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
		const wrong = { ...tables, edges: { file: 'edges.csv', content: 'source,target\nA,B\nA,Z\n' } };
		expect(() => ownStudy(wrong)).toThrow('edges.csv row 3: the target "Z" is not in nodes.csv');
	});

	test('does without edges', () =>
		expect(runStudy(ownStudy({ ...tables, edges: null })).networks).toEqual([]));
});
