import { describe, expect, test } from 'vitest';
import { upperFacts, councilFacts } from '#lib/peers/council-facts.ts';
import { findPeers, prepareGroup } from '#lib/peers/peer-finding.ts';
import { DEFAULT_REQUEST, requestedWeights } from '#lib/peers/peer-request.ts';
import { figure } from '#lib/peers/feature-table.ts';
import { seededAreas } from '../../../tests/fixtures/seeded-areas.ts';
import { losses, proposalFirmness, proposalPeers, USUAL_REQUEST } from './peers.ts';
import { PROPOSED } from './facts.ts';
import { countiesOf, cutOff, makingOf, proposal } from './proposal.ts';

const { wire, areas } = seededAreas();
const codeOf = (name: string) => areas.find((area) => area.name === name)!.code;
const counties = wire.upper.filter(({ kind }) => kind === 'county');
const districts = (name: string) =>
	wire.upper.find((county) => county.name === name)!.districts.map((row) => wire.codes[row]!);
const drawn = (codes: readonly string[], name = 'Drawn') => proposal(codes, name, null);

describe('the peers of a proposal', () => {
	const facts = upperFacts(wire, areas, 'county');
	test.each(counties)('of all districts of $name, among counties, are the county’s', ({ code, name }) => {
		const row = facts.table.codes.indexOf(code);
		const prepared = prepareGroup(facts, row, 'type', 'zscore');
		const weights = requestedWeights(DEFAULT_REQUEST, facts.indicators, prepared.group.isCounted);
		const theirs = findPeers(prepared, weights, 10);
		const { finding } = proposalPeers(wire, areas, drawn(districts(name)), {
			...USUAL_REQUEST,
			group: 'county',
			withApproximate: false
		});
		expect(finding.peers.map((peer) => [peer.code, peer.distance])).toEqual(
			theirs.peers.map((peer) => [peer.code, peer.distance])
		);
		expect(finding.ranked).toBe(theirs.ranked);
	});

	test('of one area, in the function, are that area’s own', () => {
		const facts = councilFacts(wire, areas);
		const code = codeOf('Rochdale');
		const row = facts.table.codes.indexOf(code);
		const prepared = prepareGroup(facts, row, 'all', 'zscore');
		const weights = requestedWeights(DEFAULT_REQUEST, facts.indicators, prepared.group.isCounted);
		const { finding } = proposalPeers(wire, areas, drawn([code]), { ...USUAL_REQUEST, group: 'all' });
		expect(finding.peers.map((peer) => [peer.code, peer.distance])).toEqual(
			findPeers(prepared, weights, 10).peers.map((peer) => [peer.code, peer.distance])
		);
	});

	test('are the same in whatever order areas were chosen', () => {
		const kent = districts('Kent');
		const one = proposalPeers(wire, areas, drawn(kent));
		const other = proposalPeers(wire, areas, drawn([...kent].reverse()));
		expect(other.finding).toEqual(one.finding);
		expect(other.weights).toEqual(one.weights);
	});

	test('are unitary and metropolitan councils of its size, and none of its own parts', () => {
		const own = [...districts('Norfolk').slice(0, 3), codeOf('Rutland')];
		const { finding, group, facts, row } = proposalPeers(wire, areas, drawn(own));
		const at = facts.table.columns.indexOf('population_2024');
		const size = figure(facts.table, row, at)!;
		for (const peer of group.rows) {
			expect(own).not.toContain(facts.areas[peer]!.code);
			expect(['unitary_authority', 'metropolitan_district']).toContain(facts.areas[peer]!.kind);
			const theirs = figure(facts.table, peer, at)!;
			expect(theirs / size).toBeGreaterThanOrEqual(0.5);
			expect(theirs / size).toBeLessThanOrEqual(2);
		}
		expect(finding.peers).toHaveLength(10);
		expect(finding.peers[0]!.alike.length + finding.peers[0]!.unlike.length).toBeGreaterThan(1);
		expect(finding.peers.map(({ code }) => code)).not.toContain(PROPOSED);
	});

	test('of a council larger than any are the thirty nearest in size, and it says so', () => {
		const { group } = proposalPeers(wire, areas, drawn([...districts('Kent'), codeOf('Medway')]));
		expect(group.rows).toHaveLength(31);
		expect(group.note).toMatch(/^Only \d+ unitary and metropolitan councils ha/);
	});

	test('tell how much rests on approximate figures, and what the first ten are without them', () => {
		const found = proposalPeers(wire, areas, drawn(districts('Kent')));
		expect(found.approximate).toContain('Median weekly pay');
		expect(found.approximateShare).toBeGreaterThan(0.02);
		expect(found.approximateShare).toBeLessThan(0.4);
		const { finding } = proposalPeers(wire, areas, drawn(districts('Kent')), {
			...USUAL_REQUEST,
			withApproximate: false
		});
		const names = (some: typeof finding) => some.peers.map(({ name }) => name);
		const { left, entered } = found.withoutApproximate!;
		expect(left).toEqual(names(found.finding).filter((name) => !names(finding).includes(name)));
		expect(entered).toEqual(names(finding).filter((name) => !names(found.finding).includes(name)));
		const exact = proposalPeers(wire, areas, drawn(districts('Kent')), {
			...USUAL_REQUEST,
			withApproximate: false
		});
		expect([exact.approximateShare, exact.withoutApproximate]).toEqual([0, null]);
	});

	test('in Wales are all councils of the kingdom, since there are too few', () => {
		const { group } = proposalPeers(wire, areas, drawn([codeOf('Conwy'), codeOf('Gwynedd')]));
		expect(group.note).toMatch(/^There are only 20 other Welsh councils/);
	});

	test('can be trusted as far as the models, the weights and the themes agree', () => {
		const request = USUAL_REQUEST;
		const found = proposalPeers(wire, areas, drawn(districts('Kent').slice(0, 4)), request);
		const reading = proposalFirmness(found, request);
		expect(reading.models).toHaveLength(3);
		expect(reading.models[0]!.peers.map(({ code }) => code)).toEqual(
			found.finding.peers.map(({ code }) => code)
		);
		expect(reading.redrawn!.peers).toHaveLength(10);
		expect(reading.without.length).toBeGreaterThan(3);
		for (const { rankOfUs } of reading.countedBy) expect(rankOfUs).toBeLessThanOrEqual(10);
	});
});

describe('who would lose whom', () => {
	test('tells of each peer of each area what becomes of it', () => {
		const own = [codeOf('Bolton'), codeOf('Bury'), codeOf('Rochdale')];
		const asked = drawn(own);
		const { finding } = proposalPeers(wire, areas, asked);
		const parts = losses(wire, areas, asked, finding);
		expect(parts.map(({ code }) => code)).toEqual([...own].sort());
		const fates = new Set(parts.flatMap(({ peers }) => peers.map(({ fate }) => fate)));
		expect(fates).toContain('joins');
		expect(fates).toContain('stays');
		for (const { peers, kept } of parts) {
			expect(peers).toHaveLength(10);
			expect(kept).toBe(peers.filter(({ code }) => finding.peers.some((peer) => peer.code === code)).length);
		}
	});

	test('of districts keeps none where the new council is compared with unitary ones', () => {
		const asked = drawn(districts('Kent').slice(0, 5));
		const parts = losses(wire, areas, asked, proposalPeers(wire, areas, asked).finding);
		expect(parts.every(({ kept }) => kept === 0)).toBe(true);
		expect(
			parts.flatMap(({ peers }) => peers).every(({ fate }) => fate === 'not compared' || fate === 'joins')
		).toBe(true);
	});
});

describe('a drawn area', () => {
	test('knows the counties that it has areas of, and the way it would be made', () => {
		const kent = districts('Kent');
		expect(makingOf(kent, wire)).toBe('whole county');
		expect(makingOf([...kent, codeOf('Medway')], wire)).toBe('whole county');
		expect(makingOf(kent.slice(1), wire)).toBe('part of a county');
		expect(makingOf([codeOf('Bolton'), codeOf('Bury')], wire)).toBe('merger');
		expect(countiesOf(kent.slice(1), wire)).toEqual([
			expect.objectContaining({ name: 'Kent', isWhole: false })
		]);
	});

	test('tells which areas are cut off from the others', () => {
		expect(cutOff(drawn(districts('Kent')), wire)).toEqual([]);
		expect(cutOff(drawn([codeOf('Dover'), codeOf('Thanet'), codeOf('Bolton')]), wire)).toEqual([
			codeOf('Bolton')
		]);
	});
});
