import { describe, expect, test } from 'vitest';
import { madePairs } from '../../../tests/fixtures/made-pairs.ts';
import type { Matchable } from './corpus.ts';
import { judged } from './judged.ts';
import { match } from './match.ts';
import { matchParts } from './match-words.ts';

const body = (name: string, more: Partial<Matchable> = {}): Matchable => ({
	names: [name],
	identifiers: [],
	addresses: [],
	place: null,
	...more
});

/** Others around, so that it is known which words are common. */
const OTHERS = madePairs(11, 80);
function among(left: Matchable[], right: Matchable[]) {
	const { pairs } = match([...left, ...OTHERS.left], [...right, ...OTHERS.right]);
	return pairs.filter((pair) => pair.left < left.length);
}

describe('2,000 pairs that are known by construction', () => {
	const { left, right, leftKeys, rightKeys } = madePairs(3, 2000);
	const { pairs, onlyLeft, onlyRight, compared } = match(left, right);

	test('are found with floors of precision and recall', () => {
		const all = judged(pairs, leftKeys, rightKeys);
		const sure = judged(
			pairs.filter(({ verdict }) => verdict === 'update'),
			leftKeys,
			rightKeys
		);
		process.stdout.write(
			`matcher: precision ${all.precision!.toFixed(3)}, recall ${all.recall!.toFixed(3)}; sure ones ${sure.precision!.toFixed(3)} and ${sure.recall!.toFixed(3)}\n`
		);
		expect(all.true).toBe(2000);
		expect(all.precision).toBeGreaterThan(0.95);
		expect(all.recall).toBeGreaterThan(0.9);
		expect(sure.precision).toBeGreaterThan(0.99);
		expect(sure.recall).toBeGreaterThan(0.65);
	});

	test('are never compared all with all, and each row is in one pair or in none', () => {
		expect(compared).toBeLessThan((left.length * right.length) / 40);
		expect(new Set(pairs.map((pair) => pair.left)).size).toBe(pairs.length);
		expect(new Set(pairs.map((pair) => pair.right)).size).toBe(pairs.length);
		expect(pairs.length + onlyLeft.length).toBe(left.length);
		expect(pairs.length + onlyRight.length).toBe(right.length);
	});
});

describe('two rows', () => {
	test('of one common name in two towns are two bodies', () => {
		const firms = Array.from({ length: 10 }, (_, at) => body('IT Support', { place: `E0700000${at}` }));
		const asked = [body('IT Support', { place: 'E07000099' })];
		expect(among(asked, firms)).toEqual([]);
	});

	test.each([
		[
			'a company’s number without its 0',
			{ identifiers: [{ scheme: 'company', value: '01234567' }] },
			{ identifiers: [{ scheme: 'company', value: '1234567' }] }
		],
		[
			'a charity’s number with its suffix',
			{ identifiers: [{ scheme: 'charity', value: '1123456' }] },
			{ identifiers: [{ scheme: 'charity', value: '1123456-0' }] }
		],
		[
			'a website and mail at it',
			{ addresses: ['https://www.lampposts.org.uk/about'] },
			{ addresses: ['info@lampposts.org.uk'] }
		]
	])('of names that are alike are one by %s', (_, one, other) => {
		const [pair] = among([body('Lamp Posts Collective', one)], [body('The Lamp Posts CIC', other)]);
		expect(pair?.right).toBe(0);
	});

	test('that differ in a legal form, "the", brackets, accents, "&" and a slip are one where the area is', () => {
		const [pair] = among(
			[body('The Ynys Môn & Llŷn Kayakers’ Guild Ltd', { place: 'W06000001' })],
			[body('Ynys Mon and Llyn Kayakkers Guild (registered charity)', { place: 'W06000001' })]
		);
		expect(pair).toMatchObject({ right: 0, verdict: 'update' });
	});

	test('are one by a former name', () => {
		const [pair] = among(
			[
				body('Quayside Together', {
					names: ['Quayside Together', 'Dock Aid Lanternfolk'],
					place: 'E06000001'
				})
			],
			[body('Dock Aid Lanternfolk', { place: 'E06000001' })]
		);
		expect(pair?.right).toBe(0);
		expect(matchParts(pair!).find(({ part }) => part === 'name')!.words).toContain('by another of its names');
	});

	test('say in words what each part weighs, the strongest first', () => {
		const [pair] = among(
			[body('Zebra Crossing Choir', { place: 'E06000001', addresses: ['zebrachoir.org'] })],
			[body('Zebra Crossing Choir', { place: 'E06000002', addresses: ['zebrachoir.org'] })]
		);
		const parts = matchParts(pair!);
		expect(parts.map(({ part }) => part).sort()).toEqual(['area', 'name', 'website']);
		expect(parts.find(({ part }) => part === 'area')!.words).toMatch(/^another area \(speaks .* against\)$/);
		const weights = parts.map(({ weight }) => Math.abs(weight));
		expect(weights).toEqual([...weights].sort((a, b) => b - a));
		// Nothing is updated unasked in another area.
		expect(pair!.verdict).toBe('possible');
	});

	test('nothing is found in empty lists, and blank names are no match', () => {
		expect(match([], []).pairs).toEqual([]);
		expect(match([body('One')], []).onlyLeft).toEqual([0]);
		expect(match([body('')], [body('')]).pairs).toEqual([]);
	});
});
