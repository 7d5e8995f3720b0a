import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { command } from './peers.ts';

interface Printed {
	model: string;
	columns: string[];
	weights: number[];
	winsorise: number[] | null;
	scaled_by: string;
	universes: {
		name: string | null;
		areas: number;
		weights: number[];
		scales: { column: string; constant: boolean }[];
	}[];
	areas: {
		code: string;
		name?: string;
		refusal: string | null;
		neighbours: {
			code: string;
			distance: number;
			squared_distance: number;
			contributions: Record<string, number | null>;
		}[];
	}[];
}

const TOWNS = [
	'code,name,kind,former_gss_codes,pay,age,flat',
	'E1,Ashby,town,X1;X2,10,40,3',
	'E2,Barton,town,,12,41,3',
	'E3,Corley,city,,20,30,3',
	'E4,Denby,city,,22,,3',
	'E5,Elton,city,,14,35,3',
	'E6,Farley,village,,,,3'
].join('\n');

let folder = '';
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'peers-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('peers', () => {
	test('prints each area with its neighbours, distances and contributions that add up', async () => {
		const { report } = await json(TOWNS, '--columns', 'pay,age', '-k', '2');

		expect(report.areas.map(({ code }) => code)).toEqual(['E1', 'E2', 'E3', 'E4', 'E5', 'E6']);
		const [first] = report.areas;
		expect(first).toMatchObject({ code: 'E1', name: 'Ashby', refusal: null });
		expect(first?.neighbours.map(({ code }) => code)).toEqual(['E2', 'E5']);
		for (const { distance, squared_distance, contributions } of first?.neighbours ?? []) {
			const sum = Object.values(contributions).reduce<number>((total, part) => total + (part ?? 0), 0);
			expect(sum).toBe(squared_distance);
			expect(distance).toBe(Math.sqrt(squared_distance));
		}
	});

	test('refuses one area for its blanks and ranks the others', async () => {
		const { report, stderr } = await json(TOWNS, '--columns', 'pay,age');

		expect(report.areas[5]).toMatchObject({
			code: 'E6',
			refusal: 'E6 has figures for only 0 of 2 indicators, which is too few to compare it.',
			neighbours: []
		});
		expect(stderr).toContain('E6 has figures for only 0 of 2');
	});

	test('takes every column of numbers, says which it takes as labels, and that a column is constant', async () => {
		const { report, stderr } = await json(TOWNS);

		expect(report.columns).toEqual(['pay', 'age', 'flat']);
		expect(report.universes[0]?.scales[2]).toMatchObject({ column: 'flat', constant: true });
		expect(report.areas[0]?.neighbours[0]?.contributions['flat']).toBe(0);
		expect(stderr).toContain('Taken as labels, not as figures: name, kind, former_gss_codes.');
		expect(stderr).toContain('The column "flat" is the same everywhere and contributes nothing.');
	});

	test('compares within the groups of a column only', async () => {
		const { report, stderr } = await json(TOWNS, '--columns', 'pay', '--within', 'kind');

		expect(report.universes.map(({ name, areas }) => [name, areas])).toEqual([
			['town', 2],
			['city', 3],
			['village', 1]
		]);
		expect(report.areas[0]?.neighbours.map(({ code }) => code)).toEqual(['E2']);
		expect(stderr).toContain('E6 is the only area in village');
	});

	test('uses the default indicators, their weights and limits where the file has them', async () => {
		const csv = 'code,population_2024,pct_age_65_plus,other\nA,100,20,1\nB,1000,10,2\nC,900,12,3';
		const { report } = await json(csv);

		expect(report.columns).toEqual(['population_2024', 'pct_age_65_plus']);
		expect(report.weights.map((weight) => Math.round(weight))).toEqual([33, 67]);
		expect(report.winsorise).toEqual([0.01, 0.99]);
		expect((await json(csv, '--no-winsorise')).report.winsorise).toBeNull();
	});

	test('compares a small group with the whole file by default, and with itself when told to', async () => {
		const rows = Array.from({ length: 40 }, (_, at) => {
			const nation = at < 33 ? 'E' : 'W';
			const code = `${nation}0600${String(at).padStart(4, '0')}`;
			// Wales does not publish the share of the old.
			return `${code},${nation},${1000 + at * at},${nation === 'W' ? '' : 10 + (at % 7)},${20 + (at % 5)}`;
		});
		const csv = ['code,kind,population_2024,pct_age_65_plus,pct_age_0_15', ...rows].join('\n');
		const product = await json(csv, '--within', 'kind', '-k', '3');
		expect(product.report.universes.map(({ name, areas }) => [name, areas])).toEqual([
			['E', 33],
			[null, 40]
		]);
		expect(product.stderr).toContain(
			'There are only 7 areas in W, so it is compared with all 40 of the file.'
		);
		expect(product.stderr).toContain('"pct_age_65_plus" is left out: too few areas of Wales have a figure.');
		expect(product.report.universes[0]!.weights.map(Math.round)).toEqual([20, 40, 40]);
		expect(product.report.universes[1]!.weights.map(Math.round)).toEqual([33, 67, 0]);
		expect(product.report.scaled_by).toBe('all areas of the file');
		const [scale] = product.report.universes[0]!.scales;
		expect(product.report.universes[1]!.scales[0]).toEqual(scale);

		const strict = await json(csv, '--within', 'kind', '--least', '1');
		expect(strict.report.universes.map(({ name }) => name)).toEqual(['E', 'W']);
		const plain = await json(csv, '--within', 'kind', '--columns', 'population_2024');
		expect(plain.report.universes.map(({ name }) => name)).toEqual(['E', 'W']);
		expect(plain.report.scaled_by).toBe('each universe');
	});

	test('joins the columns of several files of facts', async () => {
		await writeFile(join(folder, 'more.csv'), 'code,rent\nE3,5\nE1,1\nE2,2\nE4,6\nE5,3\nE6,9');
		const { report } = await json(TOWNS, '--facts', join(folder, 'more.csv'), '--columns', 'pay,rent');
		expect(report.areas[0]?.neighbours[0]?.code).toBe('E2');
		expect(report.areas[5]?.refusal).toContain('only 1 of 2');
	});

	test.each(['zscore', 'robust', 'mahalanobis'])('takes the model %s', async (model) => {
		const { report } = await json(TOWNS, '--columns', 'pay,age', '--model', model);

		expect(report.model).toBe(model);
		expect(JSON.stringify(report)).not.toContain('NaN');
	});

	test('finds a former code through its successor and says so', async () => {
		const { report, stderr } = await json(TOWNS, '--columns', 'pay', '--area', 'X2');

		expect(report.areas.map(({ code }) => code)).toEqual(['E1']);
		expect(stderr).toBe('X2 was abolished; E1 took its place.\n');
	});

	test('prints a table without --json', async () => {
		const { stdout } = await run(TOWNS, ['--columns', 'pay,age', '--area', 'E1', '-k', '1']);

		expect(stdout).toMatch(/^E1 {2}Ashby\n.*distance.*\n {2}1 {2}E2 {2}Barton {2}0\.\d{3} .*pay \d+%/);
	});

	test.each([
		{ flaw: 'an unknown code', words: ['--area', 'ZZ'], message: 'There is no area with the code ZZ.' },
		{
			flaw: 'an area with many blanks',
			words: ['--area', 'E6'],
			message: 'E6 has figures for only 0 of 2 indicators, which is too few to compare it.'
		},
		{
			flaw: 'a negative weight',
			words: ['--weights', '-1,2'],
			message: 'The weight of "pay" is -1; weights go from 0 to 1,000,000.'
		},
		{
			flaw: 'all weights 0',
			words: ['--weights', '0,0'],
			message: 'All weights are 0, so there is nothing to compare by.'
		},
		{
			flaw: 'too few weights',
			words: ['--weights', '1'],
			message: 'There is 1 weight for 2 columns (pay, age).'
		},
		{
			flaw: 'a weight in words',
			words: ['--weights', '1,two'],
			message: 'The weight "two" is not a number.'
		},
		{
			flaw: 'an unknown column',
			words: ['--columns', 'pay,height'],
			message: 'There is no column "height" in the file.'
		},
		{
			flaw: 'a column twice',
			words: ['--columns', 'pay,pay'],
			message: 'The column "pay" stands there twice.'
		},
		{
			flaw: 'text in a number column',
			words: ['--columns', 'pay,name'],
			message: TOWNS.split('\n')
				.slice(1)
				.map((line, at) => `facts.csv row ${at + 2}: name is "${line.split(',')[1]}", which is not a number.`)
				.join('\n')
		},
		{
			flaw: 'a logarithm of a column that is not used',
			words: ['--log', 'flat'],
			message: 'There is no column "flat" to take a logarithm of.'
		},
		{
			flaw: 'an unknown group',
			words: ['--within', 'nation'],
			message: 'There is no column "nation" in the file.'
		},
		{
			flaw: 'an unknown model',
			words: ['--model', 'magic'],
			message: 'There is no model "magic"; choose zscore, robust, mahalanobis.'
		},
		{
			flaw: 'no peers',
			words: ['-k', '0'],
			message: 'The number of peers, -k, must be a whole number of at least 1, got "0".'
		},
		{
			flaw: 'an unknown option',
			words: ['--colums', 'pay'],
			message: 'There is no option "--colums" for peers.'
		},
		{ flaw: 'an option without value', words: ['--area'], message: 'The option --area needs a value.' }
	])('answers $flaw with one sentence and exit code 2', async ({ words, message }) => {
		const { code, stdout, stderr } = await run(TOWNS, ['--json', '--columns', 'pay,age', ...words]);

		expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: `${message}\n` });
	});

	test('answers a missing file with one sentence', async () => {
		const { code, stderr } = await capture(['--facts', join(folder, 'none.csv')]);

		expect(code).toBe(2);
		expect(stderr).toMatch(/^The file .*none\.csv cannot be read\.\n$/);
	});

	test('answers duplicate codes with one sentence', async () => {
		const { code, stderr } = await run('code,pay\nE1,1\nE1,2', ['--json']);

		expect({ code, stderr }).toEqual({ code: 2, stderr: 'The code E1 stands in row 2 and in row 3.\n' });
	});
});

async function json(csv: string, ...words: string[]) {
	const { code, stdout, stderr } = await run(csv, [...words, '--json']);
	expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
	return { report: JSON.parse(stdout) as Printed, stderr };
}

async function run(csv: string, words: string[]) {
	const path = join(folder, 'facts.csv');
	await writeFile(path, csv);
	return capture(['--facts', path, ...words]);
}

async function capture(words: string[]) {
	const written = { stdout: '', stderr: '' };
	const spies = (['stdout', 'stderr'] as const).map((stream) =>
		vi.spyOn(process[stream], 'write').mockImplementation((chunk) => {
			written[stream] += String(chunk);
			return true;
		})
	);
	try {
		return { code: await command.run(words), ...written };
	} finally {
		spies.forEach((spy) => spy.mockRestore());
	}
}
