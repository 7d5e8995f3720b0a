import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { command } from './plan.ts';

let folder = '';

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'plan-'));
});

afterEach(() => rm(folder, { recursive: true }));

/** A hub whom eight name, a chain of four, and two alone; the hub's neighbour has adopted. */
const NODES =
	'id,toa,place\nhub,,north\na,1,north\nb,,north\nc,,north\nd,,north\ne,,north\nf,,north\ng,,south\nh,,south\ni,,south\nj,,south\nk,,west\nl,,west\n';
const EDGES =
	'source,target,p\na,hub,0.5\nb,hub,0.5\nc,hub,0.5\nd,hub,0.5\ne,hub,0.5\nf,hub,0.5\nh,g,0.5\ni,h,0.5\nj,i,0.5\nhub,hub,0.5\n';

async function plan(
	words: string[],
	files: { nodes?: string; edges?: string; exclude?: string } = {}
): Promise<{ code: number; out: string; error: string }> {
	const given: string[] = [];
	for (const [name, content] of Object.entries({ nodes: NODES, edges: EDGES, ...files })) {
		const path = join(folder, `${name}.csv`);
		await writeFile(path, content);
		given.push(`--${name}`, path);
	}
	const printed = { out: '', error: '' };
	const spies = (['out', 'error'] as const).map((to) =>
		vi
			.spyOn(to === 'out' ? process.stdout : process.stderr, 'write')
			.mockImplementation((text) => Boolean((printed[to] += String(text))))
	);
	try {
		return { code: await command.run([...given, ...words]), ...printed };
	} finally {
		for (const spy of spies) spy.mockRestore();
	}
}

const SEEDS = ['--what', 'seeds', '--model', 'ic', '--k', '2', '--probability', 'p', '--draws', '20'];
const idsOf = (out: string): string[][] =>
	(JSON.parse(out) as { set: { ids: string[] }[] }).set.map(({ ids }) => ids);

describe('goodways plan', () => {
	test.each(['ic', 'lt'])(
		'chooses the hub first under %s, certified, and the same under a seed',
		async (model) => {
			const words = SEEDS.with(3, model);
			const { code, out } = await plan([...words, '--json']);
			expect(code).toBe(0);
			expect(out).not.toMatch(/NaN|Infinity/);
			const report = JSON.parse(out);
			expect(report.set[0].ids).toEqual(['hub']);
			expect(report.certified_ratio).toBeGreaterThan(0.9);
			expect(report.promised_ratio).toBeCloseTo(1 - 1 / Math.E - 0.1, 12);
			// The hub brings itself and half of five who have not adopted.
			expect(Math.abs(report.curve[0] - 3.5)).toBeLessThan(0.15);
			expect(report.title).toBe(
				`First members, ${model === 'ic' ? 'independent cascade' : 'linear threshold'}, chances set by hand`
			);
			expect(report.comparisons.map(({ key }: { key: string }) => key)).toEqual([
				'nothing',
				'random',
				'best connected',
				'suggested'
			]);
			expect((await plan([...words, '--json'])).out).toBe(out);
		}
	);

	test('introduces who has adopted to the hub, never two who are tied, and stays near its bound', async () => {
		const { code, out } = await plan([
			...['--what', 'pairs', '--model', 'ic', '--k', '2', '--probability', '0.5', '--added', '0.5'],
			...['--at-most', '1', '--draws', '20', '--json']
		]);
		expect(code).toBe(0);
		const report = JSON.parse(out);
		// The adopter names the hub, and so is tied to it: it is introduced to the start of the chain.
		expect(report.set[0].ids).toEqual(['a', 'g']);
		expect(new Set(idsOf(out).flat()).size).toBe(4);
		expect(report.gap_per_cent).toBeGreaterThanOrEqual(0);
		expect(report.upper_bound).toBeGreaterThanOrEqual(report.curve[1]);
		expect(report.comparisons[3]).toMatchObject({ key: 'suggested', gain: null });
	});

	test('hosts are those with contacts to convince', async () => {
		const edges = `${EDGES}l,a,0.5\nk,a,0.5\n`;
		const { out } = await plan(
			['--what', 'hosts', '--model', 'lt', '--k', '1', '--probability', '0.2', '--draws', '5', '--json'],
			{ edges }
		);
		expect(idsOf(out)).toEqual([['a']]);
	});

	test('leaves out whom it is told to, and reaches as many regions as asked', async () => {
		const { out } = await plan([...SEEDS, '--json'], { exclude: 'id\nhub\n' });
		expect(idsOf(out).flat()).not.toContain('hub');
		const spread = await plan([...SEEDS.with(5, '3'), '--region', 'place', '--regions', '3', '--json']);
		const ids = idsOf(spread.out).flat();
		expect(ids.some((id) => ['k', 'l'].includes(id))).toBe(true);
		expect(ids.some((id) => ['g', 'h', 'i', 'j'].includes(id))).toBe(true);
	});

	test('prints a readable form, and says what it left out', async () => {
		const { code, out, error } = await plan(SEEDS);
		expect(code).toBe(0);
		expect(out).toContain('what  seeds');
		expect(out).not.toContain('[object');
		expect(error).toContain('Left out ties of a node with itself: 1.');
	});

	test.each([
		[SEEDS.with(5, '0'), {}, 'K is 0; it is a whole number of at least 1.'],
		[SEEDS.with(5, '13'), {}, 'K is 13, more than the 12 of 13 who have not adopted.'],
		[SEEDS.with(7, '1.5'), {}, '--probability is "1.5"; a chance is a number from 0 to 1.'],
		[SEEDS.with(7, 'NaN'), {}, '--probability is "NaN"; a chance is a number from 0 to 1.'],
		[SEEDS.with(7, 'nothing'), {}, 'has no column "nothing"'],
		[SEEDS.with(1, 'gifts'), {}, '--what is "gifts"; it must be one of: seeds, pairs, hosts.'],
		[SEEDS.with(3, 'sir'), {}, '--model is "sir"; it must be one of: ic, lt.'],
		[SEEDS, { edges: 'source,target,p\na,b,1.5\n' }, 'edges.csv row 2: the chance is 1.5'],
		[SEEDS, { edges: 'source,target,p\na,b,NaN\n' }, 'edges.csv row 2'],
		[SEEDS, { edges: 'source,target,p\na,z,0.5\n' }, 'the target "z" is not in nodes.csv'],
		[SEEDS, { exclude: 'nobody\n' }, '"nobody" is to be excluded, but is not in nodes.csv.'],
		[
			SEEDS,
			{ exclude: 'hub\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\n' },
			'Nobody is left to choose from after the constraints'
		],
		[[...SEEDS, '--regions', '3'], {}, '--regions needs --region'],
		[[...SEEDS, '--region', 'place', '--regions', '9'], {}, 'cannot reach 9 regions'],
		[
			['--what', 'pairs', '--model', 'ic', '--k', '2'],
			{ nodes: NODES.replace('a,1', 'a,') },
			'Nobody has adopted yet, so that there is nothing to pass on; plan seeds instead.'
		],
		[SEEDS, { nodes: 'id,toa\na,1\n', edges: 'source,target,p\na,a,0.5\n' }, 'Everyone has adopted']
	])('%j is told in one sentence', async (words, files, sentence) => {
		const { code, out, error } = await plan(words, files);
		expect([code, out]).toEqual([2, '']);
		expect(error).toContain(sentence);
	});
});
