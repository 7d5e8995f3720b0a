import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { run } from './analyse-graph.ts';

interface Printed {
	graph: Record<string, unknown>;
	brokerage: Record<string, unknown>;
}

let folder: string;
let warnings: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'analyse-graph-'));
	warnings = '';
});

afterEach(async () => {
	vi.restoreAllMocks();
	await rm(folder, { recursive: true });
});

/** Runs the command on two files given as text; returns what it printed. */
async function analysed(nodes: string, edges: string, flags: string[] = []): Promise<Printed> {
	const [nodeFile, edgeFile] = [join(folder, 'nodes.csv'), join(folder, 'edges.csv')];
	await writeFile(nodeFile, nodes);
	await writeFile(edgeFile, edges);
	let printed = '';
	vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((printed += String(text)), true));
	vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((warnings += String(text)), true));
	await run(['--nodes', nodeFile, '--edges', edgeFile, '--json', ...flags]);
	vi.restoreAllMocks();
	return JSON.parse(printed) as Printed;
}

const FOUR = 'id,kind,size\na,council,1\nb,council,2\nc,charity,\nd,charity,4\n';

describe('analyse graph', () => {
	test('prints the measures, with attribute keys named after the column', async () => {
		const { graph, brokerage } = await analysed(FOUR, 'source,target\na,b\nb,c\nc,d\n', ['--group', 'kind']);
		expect(graph).toMatchObject({
			n: 4,
			m: 3,
			nodes: ['a', 'b', 'c', 'd'],
			kind: ['council', 'council', 'charity', 'charity'],
			ei_kind: { external: 1, internal: 2, ei: -1 / 3 },
			bridges: ['a|b', 'b|c', 'c|d']
		});
		expect(graph).not.toHaveProperty('weighted');
		expect(brokerage).toMatchObject({ raw_gli: { b_IO: 2, b_OI: 2, t: 4 }, igraph_reciprocity: 1 });
		expect(warnings).toBe('');
	});

	test('prints the directed part when ties have a direction', async () => {
		const flags = ['--directed', '--group', 'kind', '--numeric', 'size'];
		const { graph } = await analysed(FOUR, 'source,target\na,b\nb,a\nb,d\n', flags);
		expect(graph).toMatchObject({
			m: 2,
			group: 'kind',
			numeric_attr: 'size',
			directed: { m: 3, outdegree: [1, 2, 0, 0], reciprocity_overall: 2 / 3 }
		});
		expect(graph['directed']).not.toHaveProperty('ei_group_weighted');
	});

	test('says what it left out or merged', async () => {
		const { graph } = await analysed(
			FOUR,
			'source,target,weight\na,a,1\na,b,1\nb,a,2\na,elsewhere,1\nc,d,0\n',
			['--weighted']
		);
		expect(graph).toMatchObject({ m: 1, weighted: { strength: [3, 3, 0, 0] } });
		expect(warnings.trim().split('\n')).toEqual([
			'Left out ties of a node with itself: 1.',
			'Merged ties that were named again, adding up their weights: 1.',
			'Left out ties to a node that is not in the node file: 1.',
			'Left out ties whose weight is not above 0: 1.'
		]);
	});

	test.each([
		{ what: 'one node', nodes: 'id\na\n' },
		{ what: 'nodes without ties', nodes: 'id\na\nb\nc\n' }
	])('measures $what, with null for what cannot be said', async ({ nodes }) => {
		const { graph, brokerage } = await analysed(nodes, 'source,target\n');
		expect(graph).toMatchObject({
			m: 0,
			transitivity: null,
			largest_component_avg_path: null,
			eigenvector_L2: null
		});
		expect(brokerage).toMatchObject({ igraph_reciprocity: null });
	});

	test.each([
		{ what: 'an unknown option', flags: ['--colour', 'red'], message: /Known options: --nodes/ },
		{ what: 'a column that is not there', flags: ['--group', 'colour'], message: /no column "colour"/ },
		{ what: 'strengths without a column', flags: ['--weighted'], message: /no column "weight"/ },
		{
			what: 'words where numbers are needed',
			flags: ['--numeric', 'kind'],
			message: /row 2: kind is "council"/
		}
	])('refuses $what', async ({ flags, message }) => {
		await expect(analysed(FOUR, 'source,target\na,b\n', flags)).rejects.toThrow(message);
	});

	test('refuses an id that stands twice, or none', async () => {
		await expect(analysed('id\na\na\n', 'source,target\n')).rejects.toThrow(
			/row 3: the id "a" is already in row 2/
		);
		await expect(analysed('id,kind\n,x\n', 'source,target\n')).rejects.toThrow(/row 2 has no id/);
		await expect(run([])).rejects.toThrow(/--nodes is needed/);
	});
});
