import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { parseDay } from '#lib/domain/day.ts';
import { councilFinder } from './find-council.ts';
import { parseName } from './parse-name.ts';
import { COUNCILS, existsOn, type CouncilBody } from './register.ts';

const find = councilFinder(COUNCILS);
const day = (text: string) => parseDay(text)!;
const TODAY = day('2026-11-22');

/** Codes of what a name stands for; a question has a question mark. */
function found(name: string, on?: string): string {
	const answer = find(name, on === undefined ? null : day(on));
	if (answer.answer === 'one') return answer.body.id;
	return answer.answer === 'some' ? `${answer.bodies.map(({ id }) => id).join(' ')}?` : answer.reason;
}

/** Every name of every body. */
const NAMES = COUNCILS.flatMap((body) =>
	[body.name, ...body.names, ...body.formerNames].map((name) => ({ name, body }))
);

describe('names', () => {
	test.each([
		['Leeds City Council', 'LDS'],
		['London Borough of Camden', 'CMD'],
		['Camden London Boro', 'CMD'],
		['LB Camden', 'CMD'],
		['Bolton MBC', 'BOL'],
		['Metropolitan Borough of Bolton', 'BOL'],
		['Leicester City UA', 'LCE'],
		['Waverley District (B)', 'WAE'],
		['SURREY_COUNTY', 'SRY'],
		['Hull, City of', 'KHL'],
		['Kingston upon Hull', 'KHL'],
		['Herefordshire, County of', 'HEF'],
		['City and County of Swansea', 'SWA'],
		['Telford & Wrekin', 'TFW'],
		['Sussex, West', 'WSX'],
		['N.E. Lincs', 'NEL'],
		['E Riding of Yorks', 'ERY'],
		['Northants County Council', 'NTH'],
		['St. Helens M.B.C.', 'SHN'],
		['MiltonKeynes', 'MIK'],
		['Black burn with Darwen', 'BBD'],
		['leeds.gov.uk', 'LDS'],
		['Bath', 'BAS'],
		['B&NES', 'BAS'],
		['BCP', 'BPC'],
		['Bournemouth, Poole and Christchurch', 'BPC'],
		['Wyre, Lancashire', 'WYR'],
		['Reading, Berkshire', 'RDG'],
		['Newport (Wales)', 'NWP'],
		['Shepway (Folkestone and Hythe)', 'SHE'],
		['Greater Manchester CA', 'GMCA']
	])('%s is found', (name, id) => expect(found(name)).toBe(id));

	test.each([
		['Caerdydd', 'CRF'],
		['Sir Ddinbych', 'DEN'],
		['Ynys Môn', 'AGY'],
		['Ynys Mon', 'AGY'],
		['Anglesey', 'AGY'],
		['Pen-y-bont ar Ogwr', 'BGE'],
		['Cyngor Bwrdeistref Sirol Caerffili', 'CAY'],
		['Western Isles', 'ELS'],
		['Na h-Eileanan Siar', 'ELS'],
		['Comhairle nan Eilean Siar (Western Isles)', 'ELS'],
		['Dùn Èideann', 'EDH'],
		['Dun Eideann', 'EDH'],
		['Lár Uladh', 'MUL']
	])('%s is found in Welsh, Gaelic or Irish', (name, id) => expect(found(name)).toBe(id));

	test.each([
		['Ynys MÃ´n', 'AGY'],
		['Ynys MÃƒÂ´n', 'AGY'],
		['Sir Ynys Mï¿½n', 'AGY'],
		['Ynys M?n', 'AGY'],
		['Ynys M&ocirc;n', 'AGY'],
		['ynys mn', 'AGY'],
		['Kingâ€™s Lynn & West Norfolk', 'KIN'],
		['Brighton &amp; Hove', 'BNH'],
		['Brighton &#38; Hove', 'BNH'],
		['Isle\u00a0of\u00a0Wight', 'IOW'],
		['\ufeffLeeds', 'LDS'],
		['Shef\u00adfield', 'SHF']
	])('%s is found although a file spoiled it', (name, id) => expect(found(name)).toBe(id));

	test.each([
		['E08000035', 'LDS'],
		['e08000035', 'LDS'],
		['LDS', 'LDS'],
		['00DA', 'LDS'],
		['S12000009', 'EDU'],
		['E10000006', 'CMA'],
		['E08000016', 'BNS'],
		['E08000038', 'BNS'],
		['95C', 'NIR-C'],
		['Guildford (E07000216)', 'WAE'],
		['E07000999', 'unknown'],
		['E07000216 E07000209', 'WAE GRT?']
	])('the code %s stands for %s', (code, id) => expect(found(code)).toBe(id));

	test.each([
		['Birminghm', 'BIR'],
		['Rotchdale', 'RCH'],
		['Wolverhamptom', 'WLV'],
		['Rhonda Cynon Taf', 'RCT'],
		['Milton Kenyes', 'MIK'],
		['Noth Tyneside', 'NTY'],
		['glasgow city coucil', 'GLG'],
		['south ayshire', 'SAY']
	])('%s has a slip and is found', (name, id) => expect(found(name)).toBe(id));

	test.each([
		// Towns that are no councils and one letter from some.
		['Stamford', 'STA?'],
		['Marlow', 'HAR?'],
		['Strood', 'STO?'],
		['Herfordshire', 'HEF HRT E10000001?'],
		['Sorth Tyneside', 'NTY STY?'],
		['Newcastle', 'NEC NET?'],
		['Newcastle City Council', 'NET'],
		['Newcastle Borough', 'NEC'],
		['Somerset', 'SMT SOM?'],
		['Somerset Council', 'SMT'],
		['Somerset County', 'SOM'],
		['Dorset', 'DOR DST?'],
		['Durham', 'DUR E07000056?'],
		['County Durham', 'DUR'],
		['Durham City Council', 'E07000056'],
		['Leicester County Council', 'LCE LEC?'],
		['Kent District Council', 'KEN?'],
		['London', 'GLA LND?'],
		['City of London', 'LND'],
		['West Midlands', 'WMCA?'],
		['West Midlands Combined Authority', 'WMCA'],
		['Lancashire', 'LAN'],
		['Adur & Worthing Councils', 'ADU WOT?'],
		['South Oxfordshire and Vale of White Horse', 'SOX VAL?'],
		['KCC', 'KEN?'],
		['Cumber', 'CBD?'],
		['Hove', 'BNH?']
	])('%s is asked where it may mean several or is in doubt: %s', (name, answer) =>
		expect(found(name)).toBe(answer)
	);

	test.each([
		'Atlantis',
		'Kent Police',
		'Oxford University',
		'Guildford Town Council',
		'NHS Kent and Medway'
	])('%s is no council', (name) => expect(found(name)).toBe('unknown'));

	test.each(['England', 'Newport, Scotland', 'Borough Council', 'North', 'South East', 'N/A', '-', '?'])(
		'%s names none',
		(name) => expect(found(name)).toBe('unknown')
	);

	test('what is empty or too long is said to be', () => {
		expect(found('  ')).toBe('empty');
		expect(found('x'.repeat(300))).toBe('too long');
	});
});

describe('a day decides', () => {
	test.each([
		['Somerset', '2023-03-31', 'SOM'],
		['Somerset', '2023-04-01', 'SMT'],
		['Poole', '2019-03-31', 'POL'],
		['Poole', '2019-04-01', 'BPC'],
		['E06000029', '2026-11-22', 'BPC'],
		['Taunton Deane', '2020-01-01', 'SWT'],
		['Taunton Deane', '2026-11-22', 'SMT'],
		['Cumbria', '2026-11-22', 'CBD WAF?'],
		['E10000002', '2026-11-22', 'BUC'],
		['Buckinghamshire Council', '2019-01-01', 'BKM'],
		['Cumberland', '2020-01-01', 'ALL CAR CMA COP?'],
		['Coleraine', '2026-11-22', 'CCG'],
		['Durham', '2026-11-22', 'DUR'],
		['Cornwall', '2005-01-01', 'CON'],
		['Cardiff', '1990-01-01', 'not yet']
	])('%s on %s is %s', (name, on, id) => expect(found(name, on)).toBe(id));

	test('and never gives what had ended or had not begun', () => {
		for (const on of ['1980-01-01', '2008-06-01', '2014-01-01', '2019-03-31', '2019-04-01', '2026-11-22'].map(
			day
		)) {
			for (const { name } of NAMES) {
				const answer = find(name, on);
				const bodies =
					answer.answer === 'one' ? [answer.body] : answer.answer === 'some' ? answer.bodies : [];
				expect(
					bodies.filter((body) => !existsOn(body, on)),
					name
				).toEqual([]);
			}
		}
	});
});

describe('properties', () => {
	test('every name of every body finds it, or asks', () => {
		for (const { name, body } of NAMES) expect(includes(find(name), body), name).toBe(true);
	});

	test('letters’ case, spaces, punctuation and the order of words change nothing', () => {
		for (const { name } of NAMES) {
			const plain = JSON.stringify(find(name));
			for (const change of CHANGES) expect(JSON.stringify(find(change(name))), change(name)).toBe(plain);
		}
	});

	test('a name is never taken for another that is one letter from it', () => {
		const byKey = new Map<string, Set<CouncilBody>>();
		for (const { name, body } of NAMES) {
			const { key } = parseName(name);
			byKey.set(key, (byKey.get(key) ?? new Set()).add(body));
		}
		for (const [key, bodies] of byKey) {
			const answer = find(key);
			if (answer.answer === 'one') expect(bodies.has(answer.body), key).toBe(true);
		}
		expect(found('Bolton')).toBe('BOL');
		expect(found('Boston')).toBe('BOT');
		expect(found('Hertfordshire')).toBe('HRT');
		expect(found('Herefordshire')).toBe('HEF');
	});

	test('one slip in a name never gives another council', () => {
		for (const { name, body } of NAMES.filter(({ name }) => name.length > 6)) {
			for (const slipped of slips(name)) {
				const answer = find(slipped);
				if (answer.answer === 'one' && answer.body !== body) {
					// The slip made another's own name, such as Boston of Bolton.
					expect(find(parseName(slipped).key), `${name}: ${slipped}`).toMatchObject({ body: answer.body });
					expect(includes(find(name), body)).toBe(true);
				}
			}
		}
	});
});

describe('spellings met in files', () => {
	const rows = Papa.parse<{ spelling: string; code: string }>(
		readFileSync(new URL('../../../tests/fixtures/council-spellings.csv', import.meta.url), 'utf8'),
		{ header: true, skipEmptyLines: true }
	).data;

	test('are right or asked, and never wrong', () => {
		const outcomes = rows.map(({ spelling, code }) => {
			const answer = find(spelling);
			if (answer.answer === 'none') return 'none';
			const is =
				answer.answer === 'one' ? answer.body.id === code : answer.bodies.some(({ id }) => id === code);
			return is ? answer.answer : 'wrong';
		});
		const share = (...wanted: string[]) =>
			outcomes.filter((outcome) => wanted.includes(outcome)).length / outcomes.length;
		expect(share('wrong')).toBe(0);
		expect(share('one', 'some')).toBeGreaterThanOrEqual(0.995);
		expect(share('one')).toBeGreaterThanOrEqual(0.98);
	});

	test('mean bodies of today on today', () => {
		for (const { spelling } of rows) {
			const answer = find(spelling, TODAY);
			if (answer.answer === 'one') expect(existsOn(answer.body, TODAY), spelling).toBe(true);
		}
	});
});

function includes(answer: ReturnType<typeof find>, body: CouncilBody): boolean {
	return answer.answer === 'one'
		? answer.body === body
		: answer.answer === 'some' && answer.bodies.includes(body);
}

const CHANGES: readonly ((name: string) => string)[] = [
	(name) => name.toUpperCase(),
	(name) => name.toLowerCase(),
	(name) => `  ${name.replaceAll(' ', '   ')} `,
	(name) => `"${name}."`,
	(name) => name.replaceAll(' ', '_'),
	(name) => name.replaceAll('-', ' '),
	(name) => name.replaceAll(',', ''),
	(name) => name.split(' ').reverse().join(' ')
];

/** Some of the ways in which a pen slips: a letter left out, written twice, exchanged or mistaken. */
function slips(name: string): string[] {
	return [1, Math.floor(name.length / 2)].flatMap((at) => {
		const [before, letter, after] = [name.slice(0, at), name[at]!, name.slice(at + 1)];
		return [
			before + after,
			before + letter + letter + after,
			`${before}${after[0] ?? ''}${letter}${after.slice(1)}`,
			`${before}e${after}`
		];
	});
}
