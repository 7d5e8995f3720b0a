import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seedWords } from '../../../tests/fixtures/seed-words.ts';
import { atlasDocuments } from './atlas-documents.ts';
import { SEARCH_GROUPS } from './documents.ts';
import type { SearchGroup } from './documents.ts';
import { SearchIndexBuilder } from './search-index-builder.ts';
import { sitePages } from './site-pages.ts';

const { atlas, words } = seedWords();
const documents = [...atlasDocuments(atlas, words), ...sitePages()];
const builder = new SearchIndexBuilder();
for (const document of documents) builder.add(document);
const index = builder.finish();

const find = (query: string) => index.find(query, 1000);
/** Everything found, the best first, as `group: title`. */
function listed(query: string): string[] {
	const hits = find(query).groups.flatMap((group) => group.hits);
	return hits.sort((a, b) => b.score - a.score).map(({ document }) => `${document.group}: ${document.title}`);
}

describe('what people type finds first what they mean', () => {
	test.each<[query: string, ...first: string[]]>([
		[
			'good help',
			'network: Good Help',
			'framework: Seven characteristics of good help',
			'practice: Good Help across a place'
		],
		['Good-Help', 'network: Good Help'],
		['goodhelp', 'network: Good Help'],
		['Rotchdale', 'organisation: Rochdale Metropolitan Borough Council'],
		['rochdale', 'organisation: Rochdale Metropolitan Borough Council'],
		['Roch', 'organisation: Rochdale Metropolitan Borough Council'],
		['LAC', 'network: Local Area Coordination Network', 'practice: Local Area Coordination'],
		['lac network', 'network: Local Area Coordination Network'],
		[
			'local area co-ordination',
			'practice: Local Area Coordination',
			'network: Local Area Coordination Network'
		],
		['HLS', 'network: Human Learning Systems'],
		['ccin', "network: Co-operative Councils' Innovation Network"],
		['cooperative councils', "network: Co-operative Councils' Innovation Network"],
		['ABCD', 'practice: Asset-based community development'],
		['PTC', 'practice: Poverty Truth Commission'],
		['GMCA', 'organisation: Greater Manchester Combined Authority'],
		['scaffolding', 'characteristic: Scaffolding'],
		['scaffold', 'characteristic: Scaffolding'],
		['enabling conversation', 'characteristic: Enabling conversations'],
		['Wigan deal', 'practice: The Deal (citizen and council agreement)', 'link: The Wigan Deal'],
		['no wrong dor', 'practice: No Wrong Door'],
		['3 conversations', 'practice: The Three Conversations'],
		['three conversation', 'practice: The Three Conversations'],
		['familly group confrencing', 'practice: Family group conferencing'],
		['family group conference', 'practice: Family group conferencing'],
		['login', 'page: Your account'],
		['housing first', 'practice: Housing First'],
		['recovery colleges', 'practice: Recovery college'],
		['kings fund', "organisation: The King's Fund"],
		['the king’s fund', "organisation: The King's Fund"],
		['leeds', 'organisation: Leeds City Council'],
		['sheffeild', 'organisation: Sheffield City Council'],
		['newcastel', 'organisation: Newcastle City Council'],
		['st helens', 'organisation: St Helens Council'],
		['bristol city', 'organisation: Bristol City Council'],
		['hull', 'organisation: Hull City Council'],
		['nesta', 'organisation: Nesta'],
		['ynys mon', 'organisation: Isle of Anglesey County Council'],
		['Ynys Môn', 'organisation: Isle of Anglesey County Council'],
		['Caerdydd', 'organisation: City of Cardiff Council'],
		['BCP', 'organisation: Bournemouth, Christchurch and Poole Council'],
		['taunton deane', 'organisation: Taunton Deane Borough Council'],
		['somerset west', 'organisation: Somerset West and Taunton Council'],
		['vale royal', 'organisation: Cheshire West and Chester Council'],
		['poverty truth', 'network: Poverty Truth Network'],
		['survival', 'page: Survival'],
		['nearest neighbours', 'page: Peers'],
		['privacy', 'page: Privacy']
	])('%s', (query, ...first) => {
		expect(listed(query).slice(0, first.length)).toEqual(first);
	});

	test('and a group with a better hit stands above the others', () => {
		const groupsOf = (query: string) => find(query).groups.map(({ group }) => group);
		expect(groupsOf('good help').slice(0, 3)).toEqual(['network', 'framework', 'practice']);
		expect(groupsOf('Rotchdale')[0]).toBe('organisation');
		expect(groupsOf('scaffolding')[0]).toBe('characteristic');
	});
});

describe('a search', () => {
	test('wants all words: "council tax" does not find every council', () => {
		expect(find('council').total).toBeGreaterThan(300);
		expect(find('council tax').total).toBe(0);
		expect(find('xyzzy').total).toBe(0);
	});

	test('says how it read a word that stands nowhere, and only then', () => {
		expect(find('Rotchdale').readAs).toEqual([{ typed: 'rotchdale', read: 'rochdale' }]);
		expect(find('rochdale').readAs).toEqual([]);
		expect(find('Rochd').readAs).toEqual([]);
	});

	test('says by which other name it found something', () => {
		const [hit] = find('gmca').groups[0]!.hits;
		expect([hit!.document.title, hit!.alias]).toEqual(['Greater Manchester Combined Authority', 'GMCA']);
		expect(find('good help').groups[0]!.hits[0]!.alias).toBeNull();
	});

	test('tells what is called so from what only mentions it', () => {
		const organisations = find('good help').groups.find(({ group }) => group === 'organisation')!;
		expect(organisations.hits.every(({ isMention }) => isMention)).toBe(true);
		expect(find('good help').groups[0]!.hits[0]!.isMention).toBe(false);
	});

	test('gives as many of each group as were asked for, and counts all', () => {
		const { groups, total } = index.find('council', 3);
		expect(groups.every(({ hits }) => hits.length <= 3)).toBe(true);
		expect(groups.reduce((sum, group) => sum + group.total, 0)).toBe(total);
		expect(groups.find(({ group }) => group === 'organisation')!.total).toBeGreaterThan(300);
	});

	test('of no word finds nothing', () => {
		for (const query of ['', '   ', '!?', '-', '’'])
			expect(find(query)).toEqual({ groups: [], total: 0, readAs: [] });
	});
});

describe('whatever is typed', () => {
	const titled = fc.constantFrom(...documents.filter(({ group }) => group !== 'page'));

	test('a title finds what is called so, ahead of all of its kind that are not', () => {
		fc.assert(
			fc.property(titled, ({ group, title }) => {
				const own = find(title).groups.find((one) => one.group === group)!;
				expect(own.hits[0]!.document.title).toBe(
					own.hits.find(({ document }) => document.title === title)!.document.title
				);
			}),
			{ numRuns: 200 }
		);
	});

	test('capitals, accents, marks and spaces change nothing', () => {
		const disguised = (text: string) =>
			`  ${text.toUpperCase().replaceAll('O', 'Ó').replaceAll(' ', ' , ')}! `;
		fc.assert(
			fc.property(titled, ({ title }) => {
				expect(listed(disguised(title)).slice(0, 3)).toEqual(listed(title).slice(0, 3));
			}),
			{ numRuns: 100 }
		);
	});

	test('one slip in a council’s name still finds it, unless it makes another word', () => {
		const places = documents.flatMap(({ kind, title, names }) => {
			const place = names.find(({ source, text }) => source === 'other name' && /^[A-Za-z]{8,}$/.test(text));
			return kind !== 'council' || place === undefined ? [] : [{ title, place: place.text }];
		});
		expect(places.length).toBeGreaterThan(100);
		const slips = places.flatMap(({ title, place }) =>
			[2, 5].flatMap((at) => {
				const [before, here, next, after] = [
					place.slice(0, at),
					place[at]!,
					place[at + 1]!,
					place.slice(at + 2)
				];
				const typed = [
					before + next + after,
					before + here + here + next + after,
					`${before}t${here}${next}${after}`,
					before + next + here + after
				];
				return typed.map((query) => ({ title, query }));
			})
		);
		const missed = slips.filter(
			({ title, query }) => !listed(query).slice(0, 8).includes(`organisation: ${title}`)
		);
		expect(missed.length / slips.length).toBeLessThan(0.01);
	});

	test('it is answered with what exists, best first, each once, in a group of its own kind', () => {
		const known = new Set(documents);
		fc.assert(
			fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.lorem({ maxCount: 4 })), (query) => {
				const { groups, total } = find(query);
				const seen = new Set<SearchGroup>();
				for (const { group, hits } of groups) {
					expect(SEARCH_GROUPS).toContain(group);
					expect(seen.has(group)).toBe(false);
					seen.add(group);
					expect(hits.every(({ document }) => document.group === group && known.has(document))).toBe(true);
					expect(new Set(hits.map(({ document }) => document)).size).toBe(hits.length);
					const scores = hits.map(({ score }) => score);
					expect(scores).toEqual([...scores].sort((a, b) => b - a));
					expect(scores.every((score) => score > 0)).toBe(true);
				}
				expect(groups.reduce((sum, { hits }) => sum + hits.length, 0)).toBe(total);
			}),
			{ numRuns: 300 }
		);
	});

	test.each(['Rochdale', 'scaffolding', 'Poverty Truth Commission'])(
		'each beginning of “%s” finds it, from three letters on',
		(name) => {
			for (let length = 3; length <= name.length; length += 1) {
				const titles = find(name.slice(0, length)).groups.flatMap(({ hits }) =>
					hits.map(({ document }) => document.title.toLowerCase())
				);
				expect(titles.some((title) => title.includes(name.toLowerCase()))).toBe(true);
			}
		}
	);
});

test('of very many, all are counted, and what is called exactly so comes first', () => {
	const many = new SearchIndexBuilder();
	const body = (title: string) => ({
		group: 'organisation' as const,
		title,
		href: '/organisations/x',
		note: null,
		kind: 'charity',
		names: [{ text: title, source: 'title' as const }],
		text: '',
		isSample: false
	});
	for (let at = 0; at < 6000; at += 1) many.add(body(`River trust ${at}`));
	many.add(body('River trust'));
	const { total, groups } = many.finish().find('river trust', 2);
	expect([total, groups[0]!.total, groups[0]!.hits[0]!.document.title]).toEqual([6001, 6001, 'River trust']);
});
