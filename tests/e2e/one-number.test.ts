import { csvParse } from 'd3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite } from './site.ts';
import type { Site } from './site.ts';

/**
 * One number, one rule: the same thing counted on different pages is the same number. Pages are read as the server
 * sends them, which is what everybody gets first.
 */
let site: Site;

beforeAll(async () => {
	site = await startSite();
});

afterAll(async () => {
	await site?.stop();
});

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

const texts = new Map<string, Promise<string>>();

/** What a page says, as running text; each page is asked for once. */
function words(path: string): Promise<string> {
	const known = texts.get(path);
	if (known !== undefined) return known;
	const text = fetch(site.origin + path).then(async (response) => {
		expect(response.status, path).toBe(200);
		return (await response.text())
			.replace(/<(script|style)\b.*?<\/\1>|<!--.*?-->/gs, '')
			.replace(/<\/?(?:span|strong|em|a|b|option)\b[^>]*>/g, ' ')
			.replace(/<[^>]+>/g, ' ')
			.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (_, decimal: string, hex: string, name: string) =>
				decimal
					? String.fromCodePoint(Number(decimal))
					: hex
						? String.fromCodePoint(parseInt(hex, 16))
						: (ENTITIES[name] ?? ' ')
			)
			.replace(/\s+/g, ' ')
			.replace(/ ([.,)])/g, '$1');
	});
	texts.set(path, text);
	return text;
}

/** The numbers that a page gives in a sentence, in the order of the pattern's groups. */
async function numbers(path: string, pattern: RegExp): Promise<number[]> {
	const text = await words(path);
	const found = pattern.exec(text);
	expect(found, `${path} says ${pattern.source}; it begins ${text.slice(0, 600)}`).not.toBeNull();
	return found!.slice(1).map((group) => (group === undefined ? 0 : Number(group.replaceAll(',', ''))));
}

async function rows(path: string): Promise<Record<string, string>[]> {
	const response = await fetch(site.origin + path);
	expect(response.status, path).toBe(200);
	return [...csvParse((await response.text()).replace(/^\uFEFF/, ''))];
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const N = '([\\d,]+)';

describe.each([
	['poverty-truth-commission', 'Poverty Truth Commission'],
	['climate-emergency-declaration', 'Climate emergency declaration'],
	['local-area-coordination', 'Local Area Coordination'],
	['human-learning-systems-practice', 'Human Learning Systems'],
	['local-citizens-assembly', "Local citizens' assembly or jury"]
])('%s is on every page', (slug, name) => {
	const own = `/practices/${slug}`;
	const asked = `?practice=${slug}`;
	/** On the practice's own page: who has it, out of how many, in how many areas, out of how many. */
	const onItsPage = () =>
		numbers(
			own,
			new RegExp(`${N} of ${N} organisations? on record had it in place on [^,]+, in ${N} of ${N} areas`)
		);

	test('what as many organisations have', async () => {
		const [who, outOf] = await onItsPage();
		expect(
			await numbers(`/organisations${asked}`, new RegExp(`${N} organisations? of ${N} on record`))
		).toContain(who);
		expect(
			await numbers(`/map${asked}&show=hexagons`, new RegExp(`${N} organisations? with “${literally(name)}”`))
		).toEqual([who]);
		const catalogue = (await rows(`/practices.csv${asked}`)).find((row) => row['slug'] === slug)!;
		expect([Number(catalogue['in_place']), catalogue['name']]).toEqual([who, name]);
		expect(await rows(`/organisations.csv${asked}`)).toHaveLength(who!);
		const inPlace = (await rows(`${own}/adopters.csv`)).filter(
			({ stage, until, closed }) => ['adopted', 'embedded'].includes(stage!) && until === '' && closed === ''
		);
		expect(new Set(inPlace.map(({ organisation }) => organisation)).size).toBe(who);
		// The record of declarations is silent of some, who are in no denominator of it and in the catalogue's.
		expect(outOf!).toBeLessThanOrEqual(Number(catalogue['out_of']));
	});

	test('what as many had before, and have still', async () => {
		const [who] = await onItsPage();
		const [now, before] = await numbers(
			own,
			new RegExp(`${N} had it in place on \\d+ \\w+ \\d{4}(?:; ${N} more had it before)?`)
		);
		expect(now).toBe(who);
		const [has, ever] = await numbers(
			`/research${asked}`,
			new RegExp(`${literally(name)} \\(${N} ha(?:ve|s) it(?:, ${N} ever had)?\\)`)
		);
		expect([has, ever === 0 ? has : ever]).toEqual([who, who! + before!]);
	});

	test('what is in as many areas', async () => {
		const [, , areas, outOf] = await onItsPage();
		expect(
			await numbers(
				`/map${asked}&show=hexagons`,
				new RegExp(`with “${literally(name)}”[^.]*?, in ${N} of ${N} areas`)
			)
		).toEqual([areas, outOf]);
		const table = await rows(`/data/map-areas.csv${asked}&measure=adopted`);
		expect(table.filter(({ through }) => through === 'here')).toHaveLength(areas!);
	});

	test('what began on the same day, on its page and on that of who does it', async () => {
		const adopters = (await rows(`${own}/adopters.csv`)).filter(({ since }) => since !== '');
		for (const { organisation, since } of [adopters[0]!, adopters.at(-1)!]) {
			const profile = await words(`/organisations/${organisation}`);
			expect(profile).toMatch(new RegExp(`${literally(name)}.{0,400}${literally(since!)}`));
		}
	});

	test('what as many of a council’s peers have as the map shows there', async () => {
		const areas = new Map(
			(await rows(`/data/map-areas.csv${asked}&measure=adopted`)).map((row) => [
				row['area_code']!,
				row['through']
			])
		);
		const at = [...areas].find(([, through]) => through === 'here')![0];
		const list = await rows(`/peers/${at}/peers.csv`);
		const peers = list.map((row) => row['peer_code'] ?? row['code'] ?? '');
		expect(
			peers.every((code) => areas.has(code)),
			JSON.stringify(list[0])
		).toBe(true);
		const having = peers.filter((code) => areas.get(code) === 'here').length;
		expect(
			await numbers(`/peers/${at}?practice=${slug}`, new RegExp(`${literally(name)} \\(${N} of ${N}`))
		).toEqual([having, peers.length]);
	});
});

describe.each(['good-help', 'ccin', 'poverty-truth-network'])('the network %s has', (slug) => {
	test('as many members on every page', async () => {
		const asked = `?network=${slug}&reach=members`;
		const members = (await rows(`/organisations.csv${asked}`)).length;
		expect(members).toBeGreaterThan(0);
		expect(await numbers(`/networks/${slug}`, new RegExp(`${N} members? today`))).toEqual([members]);
		expect(
			await numbers(`/organisations${asked}`, new RegExp(`${N} organisations? (?:on record|of)`))
		).toEqual([members]);
		expect(await numbers(`/map${asked}&show=hexagons`, new RegExp(`${N} members?, in`))).toEqual([members]);
		expect(await numbers(`/${asked}`, new RegExp(`${N} organisations? belongs? to`))).toEqual([members]);
		expect(await numbers(`/practices${asked}`, new RegExp(`counted among ${N} organisations?`))).toEqual([
			members
		]);
		expect(await numbers(`/network${asked}&show=table`, new RegExp(`${N} organisations`))).toEqual([members]);
		const nodes = await rows(`/data/network/table.csv${asked}`);
		expect(nodes.filter(({ id }) => !id!.includes('.'))).toHaveLength(members);
	});

	test('as many practices, areas and adopters on every page', async () => {
		const asked = `?network=${slug}&reach=members`;
		const catalogue = await rows(`/practices.csv${asked}`);
		expect(await numbers(`/practices${asked}`, new RegExp(`${N} practices?, counted among`))).toEqual([
			catalogue.length
		]);
		const areas = await rows(`/data/map-areas.csv${asked}&measure=organisations`);
		expect(
			await numbers(`/map${asked}&show=hexagons`, new RegExp(`members?, in ${N} of ${N} areas`))
		).toEqual([areas.filter(({ value }) => Number(value) > 0).length, areas.length]);
	});
});

test('the movement of Good Help is as large on every page, and its members are told apart', async () => {
	const asked = '?network=good-help';
	const all = await rows(`/organisations.csv${asked}`);
	const members = all.filter((row) => row['part_of_movement_as'] === 'member').length;
	const ways = new RegExp(`${N} members?, ${N} connected in other ways and ${N} only by a practice`);
	for (const path of ['/', `/organisations${asked}`, `/map${asked}&show=hexagons`, `/practices${asked}`]) {
		const counts = await numbers(path, ways);
		expect(counts[0], path).toBe(members);
		expect(counts[0]! + counts[1]! + counts[2]!, path).toBe(all.length);
	}
	expect(await numbers(`/map${asked}&show=hexagons`, new RegExp(`${N} organisations?, in`))).toEqual([
		all.length
	]);
	expect(members).toBe((await rows(`/organisations.csv${asked}&reach=members`)).length);
});

test.each(['1990-01-01', '2005-01-01', '2015-06-01', '2020-01-01', ''])(
	'on %s as many organisations are counted on every page, and no more than there are today',
	async (date) => {
		const asked = date === '' ? '' : `?date=${date}`;
		const and = date === '' ? '?' : `${asked}&`;
		const known = (await rows(`/organisations.csv${asked}`)).length;
		const today = (await rows('/organisations.csv')).length;
		expect(known).toBeLessThanOrEqual(today);
		expect(await numbers(`/practices${asked}`, new RegExp(`counted among ${N} organisations?`))).toEqual([
			known
		]);
		expect(
			await numbers(`/organisations${asked}`, new RegExp(`${N} organisations? (?:on record|of)`))
		).toEqual([known]);
		expect(await numbers(`/map${and}show=hexagons`, new RegExp(`${N} organisations?, in`))).toEqual([known]);
		if (date !== '') return;
		expect(await numbers('/about/data', new RegExp(`${N} organisations`))).toEqual([today]);
		expect(await numbers('/?network=all', new RegExp(`${N} organisations are on record`))).toEqual([today]);
	}
);
