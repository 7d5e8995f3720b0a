import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { command } from './analyse.ts';

let folder = '';

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'analyse-'));
});

afterEach(() => rm(folder, { recursive: true }));

/** Six bodies in a row with a triangle at the start; the example of the methods. */
const NODES = 'id,toa\nA,2020\nB,2021\nC,2021\nD,2022\nE,2024\nF,\n';
const EDGES = 'source,target\nA,B\nB,A\nA,C\nC,A\nB,C\nC,B\nC,D\nD,C\nD,E\nE,D\nE,F\nF,E\n';

interface Outcome {
	code: number;
	out: string;
	error: string;
}

/** Writes the files, runs the command on them and returns what it printed. */
async function analyse(measure: string, files: Record<string, string>, ...words: string[]): Promise<Outcome> {
	const given: string[] = [];
	for (const [option, content] of Object.entries(files)) {
		const path = join(folder, `${option}.${option === 'neighbours' ? 'json' : 'csv'}`);
		await writeFile(path, content);
		given.push(`--${option}`, path);
	}
	const printed = { out: '', error: '' };
	const out = vi
		.spyOn(process.stdout, 'write')
		.mockImplementation((text) => Boolean((printed.out += String(text))));
	const error = vi
		.spyOn(process.stderr, 'write')
		.mockImplementation((text) => Boolean((printed.error += String(text))));
	try {
		const code = await command.run([measure, ...given, ...words]);
		return { code, ...printed };
	} finally {
		out.mockRestore();
		error.mockRestore();
	}
}

const measured = async (...call: Parameters<typeof analyse>): Promise<Record<string, never>> => {
	const { code, out, error } = await analyse(...call, '--json');
	expect([code, error]).toEqual([0, '']);
	expect(out).not.toMatch(/NaN|Infinity/);
	return JSON.parse(out) as Record<string, never>;
};

describe('a sound input', () => {
	test('gives the numbers on paper, undefined as null', async () => {
		const result = await measured('diffusion', { nodes: NODES, edges: EDGES });
		expect(result).toMatchObject({
			n: 6,
			periods: [2020, 2021, 2022, 2023, 2024],
			cumulative: { num: [1, 3, 4, 4, 5], rate: [null, 2, 1 / 3, 0, 0.25] },
			hazard: [null, 0.4, 1 / 3, 0, 0.5],
			threshold: { lag1: [null, 0.5, 1 / 3, 0.5, 0.5, null] }
		});
	});

	test('prints a short readable form without --json', async () => {
		const { code, out } = await analyse('diffusion', { nodes: NODES, edges: EDGES });
		expect(code).toBe(0);
		expect(out).toContain('cumulative.num  1  3  4  4  5\n');
		expect(out).toContain('hazard  –  0.4  0.333333  0  0.5\n');
	});

	test('is used where a column says who is censored', async () => {
		const nodes = 'id,toa,toa_censored\na,1,1\nb,3,\nc,2,2\n';
		const result = await measured('survival', { nodes });
		expect(result).toMatchObject({
			km_overall: { time: [1, 2, 3], n_event: [1, 1, 0], n_censor: [0, 0, 1] }
		});
	});

	test('is followed to its last observation where a column says that nothing happened', async () => {
		const nodes = 'id,toa,event\na,1,1\nb,2,0\nc,4,0\nd,3,1\n';
		const result = await measured('survival', { nodes });
		expect(result).toMatchObject({
			km_overall: { time: [1, 2, 3, 4], n_risk: [4, 3, 2, 1], n_event: [1, 0, 1, 0] }
		});
		expect(await measured('survival', { nodes }, '--toa', 'toa')).toMatchObject({
			km_overall: { n_event: [1, 1, 1, 1] }
		});
	});

	test('takes founding, closing and ending into the risk set', async () => {
		const nodes = 'id,toa,founded,closed,ended\na,1,,,3\nb,4,3,,\nc,,,2,\nd,2,,,\n';
		const result = await measured('diffusion', { nodes, edges: 'source,target\na,b\n' });
		expect(result).toMatchObject({ cumulative: { num: [1, 2, 1, 2] }, hazard: [null, 1, 0, 1] });
	});

	test('a single column of places is measured alone', async () => {
		const data = 'place,x,y,rate,share\np,0,0,1,2\nq,0,1,2,1\nr,1,1,4,5\ns,1,0,8,3\n';
		const neighbours = '[2,[1,3],[2,4],3]';
		expect(Object.keys((await measured('moran', { data, neighbours }))['results']!)).toEqual([
			'rate',
			'share'
		]);
		expect(
			Object.keys((await measured('moran', { data, neighbours }, '--column', 'rate'))['results']!)
		).toEqual(['rate']);
	});
});

describe('a lean input', () => {
	test('of one unit', async () => {
		const result = await measured('diffusion', { nodes: 'id,toa\na,1\n', edges: 'source,target\n' });
		expect(result).toMatchObject({
			n: 1,
			hazard: [null],
			exposure: { default: [[null]] },
			summary: { density: [null], moran_exp: [null] }
		});
	});

	test('in which all adopt at once', async () => {
		const nodes = 'id,toa\na,5\nb,5\nc,5\n';
		const result = await measured('diffusion', { nodes, edges: 'source,target\na,b\nb,c\n' });
		expect(result).toMatchObject({
			classify: { toa: [null, null, null], cutoff_toa: null },
			summary: { moran_obs: [null] }
		});
		expect(await measured('survival', { nodes })).toMatchObject({
			km_overall: { surv: [0], lower95_log: [null] }
		});
		expect((await analyse('hazard', { nodes, edges: 'source,target\na,b\n' })).error).toContain(
			'the same in all 0 rows'
		);
	});

	test('of a network in pieces', async () => {
		const nodes = 'id,toa\na,1\nb,2\nc,1\nd,3\ne,\n';
		const result = await measured('diffusion', { nodes, edges: 'source,target\na,b\nb,a\nc,d\nd,c\n' });
		expect((result['exposure']!['default'] as unknown[]).at(-1)).toEqual([null, null, null]);
	});
});

describe('a bad input is refused in one sentence that names the row', () => {
	const bad: [string, string, Record<string, string>, string][] = [
		['a missing id', 'diffusion', { nodes: 'id,toa\na,1\n,2\n', edges: EDGES }, 'nodes.csv row 3 has no id.'],
		[
			'a repeated id',
			'diffusion',
			{ nodes: 'id,toa\na,1\nb,2\na,2\n', edges: EDGES },
			'nodes.csv row 4: the id "a" is already in row 2.'
		],
		[
			'a time that is none',
			'diffusion',
			{ nodes: 'id,toa\na,soon\n', edges: EDGES },
			'nodes.csv row 2: toa is "soon", which is not a whole number.'
		],
		['half a period', 'survival', { nodes: 'id,toa\na,1.5\n' }, 'nodes.csv row 2: toa is "1.5"'],
		[
			'adoption before founding',
			'diffusion',
			{ nodes: 'id,toa,founded\na,1,\nb,2,3\n', edges: 'source,target\na,b\n' },
			'nodes.csv row 3: "b" adopted in 2, before it was founded in 3.'
		],
		[
			'adoption after closing',
			'survival',
			{ nodes: 'id,toa,closed\na,1,\nb,3,2\n' },
			'nodes.csv row 3: "b" adopted in 3, but it closed in 2.'
		],
		[
			'an end without a start',
			'survival',
			{ nodes: 'id,toa,ended\na,1,\nb,,2\n' },
			'nodes.csv row 3: "b" ended in 2 without having adopted before.'
		],
		[
			'an edge to nowhere',
			'diffusion',
			{ nodes: NODES, edges: 'source,target\nA,B\nA,Z\n' },
			'edges.csv row 3: the target "Z" is not in nodes.csv.'
		],
		[
			'an edge from nowhere',
			'hazard',
			{ nodes: NODES, edges: 'source,target\n,B\n' },
			'edges.csv row 2 has no source.'
		],
		[
			'a weight that is not a number',
			'diffusion',
			{ nodes: NODES, edges: 'source,target,weight\nA,B,1\nA,C,heavy\n' },
			'edges.csv row 3: weight is "heavy", which is not a number of at least 0.'
		],
		[
			'a negative weight',
			'diffusion',
			{ nodes: NODES, edges: 'source,target,weight\nA,B,-1\n' },
			'edges.csv row 2: weight is "-1"'
		],
		[
			'a missing weight',
			'diffusion',
			{ nodes: NODES, edges: 'source,target,weight\nA,B,\n' },
			'edges.csv row 2 has no weight.'
		],
		[
			'a tie without its time',
			'diffusion',
			{ nodes: NODES, edges: 'source,target,time\nA,B,\n' },
			'edges.csv row 2 has no time.'
		],
		[
			'nobody adopting',
			'diffusion',
			{ nodes: 'id,toa\na,\nb,\n', edges: EDGES },
			'Nobody in nodes.csv has adopted: the column toa is empty in all 2 rows.'
		],
		[
			'nobody adopting once censored',
			'survival',
			{ nodes: 'id,toa,toa_censored\na,2,\nb,2,\n' },
			'Nobody in nodes.csv has adopted'
		],
		[
			'times absurdly far apart',
			'diffusion',
			{ nodes: 'id,toa\na,2\nb,20190501\n', edges: EDGES },
			'more than 2000 periods'
		],
		['no rows', 'survival', { nodes: 'id,toa\n' }, 'nodes.csv has a header but no rows.'],
		[
			'no such column',
			'survival',
			{ nodes: 'id,when\na,1\n' },
			'nodes.csv has no column "toa"; its columns are: id, when.'
		],
		[
			'a repeated column',
			'survival',
			{ nodes: 'id,toa,toa\na,1,1\n' },
			'nodes.csv has two columns called "toa".'
		],
		[
			'a row with a cell too many',
			'survival',
			{ nodes: 'id,toa\na,1\nb,2,3\n' },
			'nodes.csv row 3 has 3 cells, but the header has 2.'
		],
		[
			'a gap in a series',
			'bass',
			{ series: 'year,new\n2000,1\n2002,4\n' },
			'series.csv row 3: 2002 follows 2000; periods must be consecutive.'
		],
		['a negative count', 'bass', { series: 'year,new\n2000,-1\n' }, 'series.csv row 2: new is "-1"'],
		['a series too short', 'bass', { series: 'year,new\n2000,1\n2001,4\n' }, 'only 2 periods'],
		[
			'a neighbour that is not there',
			'moran',
			{ data: 'p,v\na,1\nb,2\n', neighbours: '[[2],[3]]' },
			'neighbours.json: entry 2 names the neighbour 3, but rows go from 1 to 2.'
		],
		[
			'neighbours for other places',
			'moran',
			{ data: 'p,v\na,1\nb,2\n', neighbours: '[[2]]' },
			'neighbours of 1 places, but data.csv has 2 rows.'
		],
		[
			'neighbours that are not JSON',
			'moran',
			{ data: 'p,v\na,1\n', neighbours: '[' },
			'neighbours.json is not valid JSON.'
		],
		[
			'places without numbers',
			'moran',
			{ data: 'p,v\na,x\n', neighbours: '[[]]' },
			'data.csv has no column of numbers to measure.'
		]
	];

	test.each(bad)('%s', async (_name, measure, files, message) => {
		const { code, out, error } = await analyse(measure, files, '--json');
		expect(error).toContain(message);
		expect(error.trim().split('\n')).toHaveLength(1);
		expect([code, out]).toEqual([2, '']);
	});

	test.each<[string, string, string[], string]>([
		['an unknown measure', 'luck', [], 'Say what to analyse, one of: diffusion'],
		['a missing option', 'diffusion', [], 'The option --nodes is needed.'],
		[
			'an unknown option',
			'diffusion',
			['--node', 'x'],
			"Unknown option '--node'. Known options: --nodes, --edges"
		],
		[
			'a file that is not there',
			'survival',
			['--nodes', 'nowhere.csv'],
			'The file nowhere.csv cannot be read.'
		],
		['two sources of a series', 'bass', ['--series', 'a', '--nodes', 'b'], 'Give either --series or --nodes.']
	])('%s', async (_name, measure, words, message) => {
		const { code, error } = await analyse(measure, {}, ...words);
		expect(error).toContain(message);
		expect(code).toBe(2);
	});

	test('a column that is not there, for times, groups, covariates and places', async () => {
		expect((await analyse('diffusion', { nodes: NODES, edges: EDGES }, '--toa', 'when')).error).toContain(
			'must be toa or toa_censored'
		);
		expect((await analyse('survival', { nodes: NODES }, '--group', 'city')).error).toContain(
			'no column "city"'
		);
		expect((await analyse('survival', { nodes: NODES }, '--covariates', 'indegree')).error).toContain(
			'give --edges'
		);
	});
});
