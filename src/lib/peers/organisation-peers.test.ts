import { describe, expect, test } from 'vitest';
import { organisationPeers, TRAIT_WEIGHTS, type OrganisationTraits } from './organisation-peers.ts';

const body = (id: string, traits: Partial<OrganisationTraits>): OrganisationTraits => ({
	id,
	kind: 'charity',
	size: 10,
	region: 'North West',
	characteristics: [1, 2],
	practices: [7],
	...traits
});

describe('peers of organisations that are not councils', () => {
	test('follow Gower: the mean of what is unlike, trait by trait', () => {
		const all = [
			body('us', {}),
			body('other', { kind: 'company', size: 1000, characteristics: [2, 3], practices: [] })
		];

		const [peer] = organisationPeers(all, 'us', 5);

		expect(peer?.traits.map(({ similarity }) => similarity)).toEqual([0, 0, 1, 1 / 3, 0]);
		expect(peer?.distance).toBeCloseTo((1 + 1 + 0 + 2 / 3 + 1) / 5, 12);
		expect(peer?.traits[3]?.shared).toEqual([2]);
	});

	test('contributions add up to the distance', () => {
		const all = [
			body('us', {}),
			body('x', { size: 30, region: 'Wales' }),
			body('y', { size: 500, practices: [7, 8] })
		];

		for (const { distance, traits } of organisationPeers(all, 'us', 5)) {
			expect(traits.reduce((sum, { contribution }) => sum + (contribution ?? 0), 0)).toBe(distance);
		}
	});

	test('skip a trait that either lacks, and leave out a pair that knows too little', () => {
		const all = [
			body('us', {}),
			body('some', { size: null, region: null }),
			body('little', { size: null, region: null, kind: null })
		];

		const peers = organisationPeers(all, 'us', 5);

		expect(peers.map(({ id, known }) => [id, known])).toEqual([['some', 3]]);
		expect(peers[0]?.traits[1]).toEqual({ trait: 'size', similarity: null, contribution: null, shared: [] });
	});

	test('take two empty sets as unknown, not as alike', () => {
		const all = [body('us', { practices: [] }), body('x', { practices: [] })];

		expect(organisationPeers(all, 'us', 5)[0]?.traits[4]?.similarity).toBeNull();
	});

	test('are nearest first, ties in the given order, never the asking one', () => {
		const all = [body('b', {}), body('us', {}), body('far', { kind: 'company' }), body('a', {})];

		expect(organisationPeers(all, 'us', 2).map(({ id, rank }) => [id, rank])).toEqual([
			['b', 1],
			['a', 2]
		]);
	});

	test('follow the weights', () => {
		const all = [body('us', {}), body('kin', { region: 'Wales' }), body('near', { kind: 'company' })];

		expect(organisationPeers(all, 'us', 1, { ...TRAIT_WEIGHTS, region: 3 })[0]?.id).toBe('near');
		expect(organisationPeers(all, 'us', 1, { ...TRAIT_WEIGHTS, kind: 3 })[0]?.id).toBe('kin');
		expect(organisationPeers(all, 'nobody', 1)).toEqual([]);
	});

	test('say what is alike and what is not', () => {
		const [peer] = organisationPeers([body('us', {}), body('x', { kind: 'company' })], 'us', 1);

		expect(peer?.mostAlike.map(({ trait }) => trait)).toEqual(['size', 'region', 'characteristics']);
		expect(peer?.mostUnlike.map(({ trait }) => trait)).toEqual(['kind']);
	});
});
