import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { command } from './forecast.ts';

const reference = (name: string): string =>
	fileURLToPath(new URL(`../../tests/reference/forecast/${name}`, import.meta.url));
const DOCTORS = ['--nodes', reference('doctors.csv'), '--edges', reference('doctors_edges.csv')];

let folder = '';

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'forecast-'));
});

afterEach(() => rm(folder, { recursive: true }));

async function run(...words: string[]): Promise<{ code: number; out: string; error: string }> {
	const printed = { out: '', error: '' };
	const spies = (['out', 'error'] as const).map((to) =>
		vi
			.spyOn(to === 'out' ? process.stdout : process.stderr, 'write')
			.mockImplementation((text) => Boolean((printed[to] += String(text))))
	);
	try {
		return { code: await command.run(words), ...printed };
	} finally {
		for (const spy of spies) spy.mockRestore();
	}
}

async function write(name: string, content: string): Promise<string> {
	const path = join(folder, name);
	await writeFile(path, content);
	return path;
}

describe('goodways forecast', () => {
	test('forecasts the doctors, the same under a seed, and without a list where it does no better', async () => {
		const words = [...DOCTORS, '--covariates', 'length,city', '--horizon', '3', '--seed', '4'];
		const first = await run(...words, '--json');
		expect(first.code).toBe(0);
		expect(first.out).not.toMatch(/NaN|Infinity/);
		const report = JSON.parse(first.out);
		expect(report).toMatchObject({ refused: null, n: 125, at_risk: 16, horizon: 3, seed: 4 });
		expect(report.organisations).toHaveLength(16);
		expect(Object.keys(report.through_networks)).toEqual(['order', 'time']);
		expect(report.through_networks.order.networks[0].name).toBe('doctors_edges.csv');
		expect(report.back_test.contenders.map(({ key }: { key: string }) => key)).toEqual([
			'model',
			'constant',
			'time',
			'exposure',
			'likeness'
		]);
		expect(report.verdict.sentence).toMatch(/^(Better than|No better than|Worse than|The forecast could)/);
		expect(report.list_open).toBe(report.verdict.kind === 'better');
		expect(await run(...words, '--json')).toEqual(first);

		const readable = await run(...words);
		expect(readable.out).toContain(`verdict.kind  ${report.verdict.kind}`);
		expect(readable.out).not.toContain('[object');
		if (!report.list_open) expect(readable.out).toContain('organisations  not listed, as the verdict says');
	});

	test('takes several networks, each with its own exposure', async () => {
		const second = await write('second.csv', 'source,target,weight\n1001,1002,2\n1003,1004,1\n1005,1001,1\n');
		const { code, out } = await run(...DOCTORS, '--edges', second, '--json');
		expect(code).toBe(0);
		expect(JSON.parse(out).model.terms.map(({ term }: { term: string }) => term)).toEqual([
			'exposure through doctors_edges.csv',
			'exposure through second.csv'
		]);
	});

	test('an earlier end of the record is one: who adopted later is at risk', async () => {
		const { out } = await run(...DOCTORS, '--until', '12', '--json');
		const report = JSON.parse(out);
		expect(report.record_until).toBe(12);
		expect(report.at_risk).toBe(125 - 95);
	});

	test('refuses in a sentence that says what would be needed, and that is no fault of the command', async () => {
		const few = await write('few.csv', 'id,toa\na,1\nb,2\nc,\n');
		const edges = await write('edges.csv', 'source,target\na,b\nb,c\n');
		const { code, out } = await run('--nodes', few, '--edges', edges, '--horizon', '1', '--json');
		expect(code).toBe(0);
		expect(JSON.parse(out)).toMatchObject({
			refused: { rule: 'too few adopters' },
			verdict: null,
			organisations: null,
			list_open: false
		});
	});

	test.each([
		[['--horizon', '170'], 'The horizon of 170 periods is longer than the record of 17'],
		[['--horizon', '0'], '--horizon is "0"; it must be a whole number of at least 1.'],
		[['--horizon', 'soon'], '--horizon is "soon"'],
		[['--until', '1'], 'The record ends in 1, but must end after its first period, 1.'],
		[['--until', '9000'], 'more than 2000'],
		[['--covariates', 'nothing'], 'has no column "nothing"'],
		[['--nonsense', '1'], 'Unknown option']
	])('%s is told in one sentence', async (words, sentence) => {
		const { code, out, error } = await run(...DOCTORS, ...words);
		expect([code, out]).toEqual([2, '']);
		expect(error).toContain(sentence);
		expect(error.trim().split('\n')).toHaveLength(1);
	});

	test.each([
		['id,toa\na,\nb,\n', 'source,target\na,b\n', 'Nobody in nodes.csv has adopted'],
		['id,toa\na,1\nb,2\n', 'source,target\na,z\n', 'the target "z" is not in nodes.csv'],
		['id,toa\na,1\nb,2\n', 'source,target,weight\na,b,NaN\n', 'edges.csv row 2'],
		['id,toa\na,1\nb,1\n', 'source,target\na,b\n', 'must end after its first period']
	])('wrong files are told in one sentence: %s %s', async (nodes, edges, sentence) => {
		const { code, error } = await run(
			'--nodes',
			await write('nodes.csv', nodes),
			'--edges',
			await write('edges.csv', edges)
		);
		expect(code).toBe(2);
		expect(error).toContain(sentence);
	});

	test('an edge to oneself is left out and said', async () => {
		const loop = await write('loop.csv', 'source,target\n1001,1001\n1001,1002\n');
		const { code, error } = await run('--nodes', reference('doctors.csv'), '--edges', loop, '--horizon', '2');
		expect(code).toBe(0);
		expect(error).toContain('Left out ties of a node with itself: 1.');
	});
});
