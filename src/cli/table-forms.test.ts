import { describe, expect, test } from 'vitest';
import { captured, type Files } from '../../tests/fixtures/captured-command.ts';
import { command as analyse } from './analyse.ts';
import { command as peers } from './peers.ts';

/** The forms in which spreadsheets and programs write one and the same table. */
const FORMS: Record<string, (text: string) => string | Uint8Array> = {
	'UTF-8 with a mark': (text) => `\uFEFF${text}`,
	semicolons: (text) => text.replaceAll(',', ';'),
	tabs: (text) => text.replaceAll(',', '\t'),
	bars: (text) => text.replaceAll(',', '|'),
	'a sep= line': (text) => `sep=;\r\n${text.replaceAll(',', ';')}`,
	'CRLF line ends': (text) => text.replaceAll('\n', '\r\n'),
	'line ends of an old Mac': (text) => text.replaceAll('\n', '\r'),
	'mixed line ends': (text) => text.replace('\n', '\r\n'),
	'Unicode text of Excel': (text) => utf16(text.replaceAll(',', '\t'), true),
	'UTF-16 without a mark': (text) => utf16(text, false),
	'UTF-16 the other way': (text) => utf16(text, true).swap16(),
	'UTF-16 the other way, without a mark': (text) => utf16(text, false).swap16(),
	'Windows-1252': (text) => Buffer.from(text, 'latin1'),
	'quotation marks everywhere': (text) => text.replace(/[^,\n]+/g, '"$&"'),
	'headings in capitals': (text) => text.replace(/^[^\n]*/, (line) => line.toUpperCase()),
	'spaces around headings and cells': (text) => text.replace(/[^,\n]+/g, ' $& '),
	'no-break spaces': (text) => text.replaceAll(' ', '\u00A0'),
	'accents written apart': (text) => text.normalize('NFD'),
	'empty columns at the right': (text) => text.replace(/\n/g, ',,\n'),
	'an empty column within': (text) => text.replaceAll(',', ',,'),
	'blank rows': (text) => `\n${text.replace(/\n/g, '\n,\n')}\n\n`,
	'rows of blanks at the end': (text) => `${text},,\n , \n`,
	'titles above': (text) => `A table of mine\n\n${text}`,
	'no line end at the end': (text) => text.trimEnd(),
	'other columns': (text) => text.replace(/\n/, ',notes\n').replace(/(\d)\n/g, '$1,"said, in\ntwo lines"\n')
};

function utf16(text: string, hasMark: boolean): Buffer {
	return Buffer.from(`${hasMark ? '\uFEFF' : ''}${text}`, 'utf16le');
}

const NODES = 'id,toa,name\nYnys Môn,2001,1\nTown hall,2003,2\nÎle,2002,3\nrest,2004,4\n';
const EDGES = 'source,target,weight\nYnys Môn,Town hall,1\nTown hall,Île,2\nÎle,Ynys Môn,1\nrest,Île,3\n';

const diffusion = (nodes: string | Uint8Array, edges: string | Uint8Array) =>
	captured(
		analyse.run,
		{ 'nodes.csv': nodes, 'edges.csv': edges },
		...['diffusion', '--nodes', 'nodes.csv', '--edges', 'edges.csv', '--json']
	);

describe('a table is the same table', () => {
	test.each(Object.entries(FORMS))('with %s', async (_name, form) => {
		const plain = await diffusion(NODES, EDGES);
		expect(plain).toMatchObject({ code: 0, error: '' });
		expect(await diffusion(form(NODES), EDGES)).toMatchObject({ code: 0, out: plain.out });
		expect(await diffusion(NODES, form(EDGES))).toMatchObject({ code: 0, out: plain.out });
	});

	test('is read as what it is, and a word is said where that was a guess', async () => {
		const { error } = await diffusion(Buffer.from(NODES, 'latin1'), EDGES);
		expect(error).toBe('nodes.csv is no UTF-8; it was read as Windows-1252.\n');
	});
});

/** Runs a command with one option a file, as its name says. */
async function told(words: string, files: Files): Promise<{ code: number; error: string[] }> {
	const options = Object.keys(files).flatMap((name) => [`--${name.split('.')[0]}`, name]);
	const { code, error } = await captured(
		(all) => (all[0] === 'peers' ? peers.run(all.slice(1)) : analyse.run(all)),
		files,
		...words.split(' '),
		...options,
		'--json'
	);
	return { code, error: error.trimEnd().split('\n') };
}

const edges = 'source,target\nash,beech\n';

describe('what is no such table is refused, all of it at once, by the rows of the spreadsheet', () => {
	test.each<[string, string, Files, string[]]>([
		[
			'a quotation mark that is never closed',
			'diffusion',
			{
				'nodes.csv':
					'id,toa,name\nash,2001,Ash\nbeech,2003,"Beech Row\ncedar,2002,Cedar\ndeal,,Deal "Yard"\n',
				'edges.csv': edges
			},
			['nodes.csv row 3: the quotation mark before "Beech Row" is never closed.']
		],
		[
			'a quotation mark within a cell',
			'survival',
			{ 'nodes.csv': 'id,toa,name\nash,2001,"Big" Ash\n' },
			['nodes.csv row 2: the quotation marks at "Big" Ash" do not match up.']
		],
		[
			'a quotation mark in the ties',
			'hazard',
			{ 'nodes.csv': 'id,toa\nash,1\nbeech,2\n', 'edges.csv': 'source,target\nash,"beech\nbeech,ash\n' },
			['edges.csv row 2: the quotation mark before "beech" is never closed.']
		],
		[
			'a workbook',
			'survival',
			{ 'nodes.xlsx': Buffer.from('PK\u0003\u0004not a real workbook\0\0') },
			['nodes.xlsx is a workbook; save its sheet as CSV.']
		],
		[
			'a picture by another name',
			'peers',
			{ 'facts.csv': Buffer.from('\x89PNG\r\n\x1a\n', 'latin1') },
			['facts.csv is a picture, not a table; bring the spreadsheet itself, saved as CSV.']
		],
		[
			'a page of a site',
			'peers',
			{ 'facts.csv': '<!DOCTYPE html><html><table><tr><td>code</td></tr></table>' },
			['facts.csv is a web page, not a table; open it in a spreadsheet and save it as CSV.']
		],
		['nothing', 'survival', { 'nodes.csv': '' }, ['nodes.csv is empty.']],
		[
			'numbers that are none',
			'bass',
			{ 'nodes.csv': 'id,toa\na,0x7D1\nb,2e3\n\nc,2003\nd,2.5\n' },
			[
				'nodes.csv row 2: toa is "0x7D1", which is not a whole number.',
				'nodes.csv row 3: toa is "2e3", which is not a whole number.',
				'nodes.csv row 6: toa is "2.5", which is not a whole number.'
			]
		],
		[
			'faults of both files',
			'diffusion',
			{
				'nodes.csv': 'id,toa,event\na,1,1\na,2,1\n,soon,2\nb,,1\n',
				'edges.csv': 'source,target,weight\na,b,heavy\n,a,1\nb,a,\n'
			},
			[
				'nodes.csv row 3: the id "a" is already in row 2.',
				'nodes.csv row 4 has no id.',
				'nodes.csv row 4: toa is "soon", which is not a whole number.',
				'nodes.csv row 4: event is "2", which is neither 0 nor 1.',
				'nodes.csv row 5: event is 1, but toa has no time at which it happened.',
				'edges.csv row 2: weight is "heavy", which is not a number of at least 0.',
				'edges.csv row 3 has no source.',
				'edges.csv row 4 has no weight.'
			]
		],
		[
			'a blank weight of a graph, as in every command',
			'graph --weighted',
			{ 'nodes.csv': 'id\na\nb\n', 'edges.csv': 'source,target,weight\na,b,\n' },
			['edges.csv row 2 has no weight.']
		],
		[
			'headings of another kind of table',
			'graph',
			{ 'nodes.csv': 'id\na\n', 'edges.csv': 'from,to\na,a\n' },
			['edges.csv has no columns "source" and "target"; its columns are: from, to.']
		],
		[
			'codes that stand twice, by the rows of the spreadsheet',
			'peers',
			{ 'facts.csv': 'code,a\nE1,1\n\nE2,2\n\n\nE2,4\n' },
			['The code E2 stands in row 4 and in row 7.']
		],
		[
			'decimals of two kinds',
			'peers',
			{ 'facts.csv': 'code;a\nE1;1.5\nE2;2.5\nE3;3,5\n' },
			['facts.csv row 4: a is "3,5", which is not a number.']
		],
		[
			'per cents among plain figures',
			'peers',
			{ 'facts.csv': 'code,a\nE1,45%\nE2,0.3\nE3,12%\n' },
			['facts.csv row 3: a is "0.3", but "45%" in row 2; write the column in one way.']
		],
		[
			'a blank among places',
			'moran',
			{ 'data.csv': 'id,v\na,1\nb,\nc,4\n', 'neighbours.json': '[[2],[1,3],[2]]' },
			['data.csv row 3 has no v.']
		],
		[
			'a place that is its own neighbour',
			'moran',
			{ 'data.csv': 'id,v\na,1\nb,3\nc,4\n', 'neighbours.json': '[[2],[1,2],[2]]' },
			['neighbours.json: entry 2 names itself as its own neighbour; rows are counted from 1.']
		],
		[
			'a covariate that never varies',
			'survival --covariates z',
			{ 'nodes.csv': 'id,toa,event,z\na,1,1,1\nb,2,1,1\nc,3,0,1\n' },
			['nodes.csv: the covariate z is 1 in all 3 rows that are used, so that its effect cannot be told.']
		],
		[
			'a study with two windows, the other way about',
			'survival',
			{
				'nodes.csv': 'id,toa,observed_from,observed_until\na,2003,2009,2001\nb,2004,2009,2001\nc,,2008,2001\n'
			},
			[
				'nodes.csv: observed_until is 2001, before observed_from, which is 2009; the study ends before it begins.',
				'nodes.csv row 4: observed_from is 2008, but 2009 in row 2; a study has one window.'
			]
		]
	])('%s', async (_name, words, files, sentences) => {
		const { code, error } = await told(words, files);
		expect(error).toEqual(sentences);
		expect(code).toBe(2);
	});
});

describe('signs for no figure', () => {
	const signs = [
		'',
		'NA',
		'N/A',
		'n/a',
		'NaN',
		'null',
		'#N/A',
		'-',
		'–',
		'..',
		':',
		'[x]',
		'[c]',
		'[low]',
		'*'
	];

	test.each(signs)('"%s" is one in every command', async (sign) => {
		const nodes = `id,toa,age\nash,2001,1\nbeech,${sign},2\ncedar,2002,${sign}\ndeal,2004,4\n`;
		const survival = await captured(
			analyse.run,
			{ 'nodes.csv': nodes },
			...['survival', '--nodes', 'nodes.csv', '--covariates', 'age', '--json']
		);
		expect(survival.error).toBe('');
		expect(JSON.parse(survival.out)).toMatchObject({
			km_overall: { n_event: [1, 1, 1] },
			cox: { efron: { n: 3, n_left_out: 1 } }
		});
		const facts = `code,a,b\nE1,1,2\nE2,${sign},3\nE3,4,9\nE4,5,6\n`;
		const compared = await captured(peers.run, { 'facts.csv': facts }, '--facts', 'facts.csv', '--json');
		expect(compared.code).toBe(0);
		expect(
			JSON.parse(compared.out).universes[0].scales.map((scale: { observed: number }) => scale.observed)
		).toEqual([3, 4]);
	});
});

describe('numbers as people write them', () => {
	const plain = 'code,pay,share\nE1,1500.5,12.5\nE2,12000,4\nE3,-300,90\nE4,7,1\n';
	const asJson = async (text: string) => {
		const { out, code } = await captured(peers.run, { 'facts.csv': text }, '--facts', 'facts.csv', '--json');
		expect(code).toBe(0);
		return JSON.parse(out) as Record<string, unknown>;
	};

	test.each([
		[
			'pounds, thousands and per cents',
			'code,pay,share\nE1,"£1,500.50",12.5%\nE2,"£12,000.00",4.0%\nE3,-£300,90%\nE4,£7,1%\n'
		],
		['decimal commas', 'code;pay;share\nE1;1500,5;12,5\nE2;12000;4\nE3;-300;90\nE4;7;1\n'],
		[
			'decimal commas and parted thousands',
			'code;pay;share\nE1;1.500,5;12,5 %\nE2;12.000,0;4 %\nE3;-300;90 %\nE4;7;1 %\n'
		],
		[
			'a long dash and brackets for minus',
			'code,pay,share\nE1,1 500.5,12.5\nE2,12 000,4\nE3,−300,90\nE4,7,1\n'
		],
		['brackets', 'code,pay,share\nE1,1500.5,12.5\nE2,12000,4 [p]\nE3,(300),90\nE4,7,1\n']
	])('%s', async (_name, text) => {
		expect((await asJson(text))['areas']).toEqual((await asJson(plain))['areas']);
	});

	test('coordinates and running numbers are named and left out, unless asked for', async () => {
		const text =
			'code,name,x,y,wdtk_id,population\nA1,Ash,361000,816000,301,1000\nA2,Beech,389000,807000,302,2000\nA3,Cedar,110000,506000,303,900\n';
		const run = (...words: string[]) =>
			captured(peers.run, { 'facts.csv': text }, '--facts', 'facts.csv', ...words);
		expect((await run()).error).toBe(
			[
				'Compared by: population.',
				'Not used as figures: x (coordinate), y (coordinate), wdtk_id (running number); name them with --columns to use them.',
				'Taken as labels, not as figures: name.\n'
			].join('\n')
		);
		expect(JSON.parse((await run('--columns', 'X,population', '--json')).out)).toMatchObject({
			columns: ['x', 'population']
		});
	});
});
