import { describe, expect, test } from 'vitest';
import { captured, type Files } from '../../tests/fixtures/captured-command.ts';
import { command as analyse } from './analyse.ts';
import { command as peers } from './peers.ts';

interface Printed {
	result: Record<string, never>;
	error: string;
}

async function printed(words: string, files: Files): Promise<Printed> {
	const options = Object.keys(files).flatMap((name) => [`--${name.split('.')[0]}`, name]);
	const run = (all: string[]) => (all[0] === 'peers' ? peers.run(all.slice(1)) : analyse.run(all));
	const { code, out, error } = await captured(run, files, ...words.split(' '), ...options, '--json');
	expect([code, code === 0 ? '' : error]).toEqual([0, '']);
	expect(out).not.toMatch(/NaN|Infinity/);
	return { result: JSON.parse(out) as Record<string, never>, error };
}

/** Ten bodies; each names two, and adopts some time after them, or not. */
function spread(shift = 0): Files {
	const adopted = [1, 2, 2, 3, 4, 4, 6, null, 5, null];
	const nodes = adopted.map((time, at) => `n${at},${time === null ? '' : time + shift}`);
	const edges = adopted.map((_, at) => `n${at},n${(at + 3) % 10}\nn${at},n${(at * 7 + 1) % 10}`);
	return {
		'nodes.csv': `id,toa\n${nodes.join('\n')}\n`,
		'edges.csv': `source,target\n${edges.join('\n')}\n`
	};
}

describe('what is nothing and what is not known', () => {
	test('a count of adopting contacts is 0 where there are no contacts, a share is not known', async () => {
		const { result } = await printed('diffusion', {
			'nodes.csv': 'id,toa\na,1\nb,2\nc,\n',
			'edges.csv': 'source,target\na,b\n'
		});
		expect(result['exposure']).toMatchObject({
			default: [
				[0, 1],
				[null, null],
				[null, null]
			],
			count: [
				[0, 1],
				[0, 0],
				[0, 0]
			]
		});
	});

	test('an average of clustering needs one pair of contacts', async () => {
		const graph = async (edges: string) =>
			(await printed('graph', { 'nodes.csv': 'id\na\nb\nc\nd\n', 'edges.csv': edges })).result['graph']!;
		expect(await graph('source,target\na,b\nc,d\n')).toMatchObject({ clustering_average: null });
		expect(await graph('source,target\na,b\nb,c\n')).toMatchObject({ clustering_average: 0 });
	});
});

describe('a hazard', () => {
	test('does not change when 45,000 is added to each period', async () => {
		const { result: near } = await printed('hazard', spread());
		const { result: far } = await printed('hazard', spread(45_000));
		for (const model of ['linear_per', 'factor_per']) {
			const [a, b] = [near[model]!, far[model]!] as Record<string, number[]>[];
			// The intercept stands for period 0, which a shift moves; all else is the same.
			const isMoved = (k: number) => model === 'linear_per' && k === 0;
			for (const key of ['coef', 'se', 'p']) {
				a![key]!.forEach((value, k) => {
					if (isMoved(k)) return;
					if (value === null) expect(b![key]![k]).toBeNull();
					else expect(Math.abs(b![key]![k]! / value - 1)).toBeLessThan(1e-9);
				});
			}
			expect(Math.abs(Number(a!['loglik']) - Number(b!['loglik']))).toBeLessThan(1e-9);
		}
		const [slope, start] = [near['linear_per']!['coef'][2]!, near['linear_per']!['coef'][0]!];
		expect(far['linear_per']!['coef'][0]! / (start - 45_000 * slope)).toBeCloseTo(1, 9);
	});

	test('gives no coefficient at all where the outcome is fully predicted', async () => {
		const { result } = await printed('hazard', {
			'nodes.csv': 'id,toa\na,1\nb,2\nc,2\nd,\ne,\n',
			'edges.csv': 'source,target\nb,a\nc,a\nd,e\ne,d\n'
		});
		expect(result['linear_per']).toMatchObject({
			coef: [null, null],
			se: [null, null],
			p: [null, null],
			caution: expect.stringContaining('fully predicted') as string
		});
	});
});

describe('a study window', () => {
	const inside = 'a,2003,2001,2006\nb,2005,2001,2006\nc,,2001,2006\n';
	const head = 'id,toa,observed_from,observed_until\n';

	test('censors what comes after it and leaves out who adopted before it, and adds no period', async () => {
		const { result, error } = await printed('survival', {
			'nodes.csv': `${head}${inside}late,2009,2001,2006\nearly,1995,2001,2006\n`
		});
		expect(result).toMatchObject({
			km_overall: { time: [3, 5, 6], n_risk: [4, 3, 2], n_event: [1, 1, 0], n_censor: [0, 0, 2] },
			left_out: { adopted_before: 1, not_observed: 0 }
		});
		expect(error.trim().split('\n')).toEqual([
			'Adopted before 2001, the start of the study in nodes.csv, so at no time at risk in it: 1.',
			'Adopted after 2006, the end of the study in nodes.csv, so counted as not adopted (censored): 1.'
		]);
	});

	test('leaves out ties outside it', async () => {
		const { result, error } = await printed('diffusion', {
			'nodes.csv': head + inside,
			'edges.csv': 'source,target,time\na,b,2002\nb,c,1990\nc,a,2010\n'
		});
		expect(result['periods']).toEqual([2001, 2002, 2003, 2004, 2005, 2006]);
		expect(error).toBe('Left out ties at a time outside the study: 2.\n');
	});

	test('does not follow who was last seen before it', async () => {
		const { result } = await printed('survival', {
			'nodes.csv': 'id,toa,event,observed_from,observed_until\na,3,1,2,6\nb,1,0,2,6\nc,5,0,2,6\n'
		});
		expect(result).toMatchObject({
			km_overall: { n_risk: [2, 1] },
			left_out: { not_observed: 1 }
		});
	});
});

describe('what is passed over is said, in the same words in every command', () => {
	const ties: Files = {
		'nodes.csv': 'id,toa\na,1\nb,2\nc,2\nd,3\ne,\n',
		'edges.csv': 'source,target,weight\na,a,1\na,b,1\na,b,2\nb,c,0\nc,d,1\nd,a,1\nb,a,1\ne,c,1\n'
	};

	test.each(['diffusion', 'hazard', 'survival --covariates indegree', 'graph --directed --weighted'])(
		'%s',
		async (words) => {
			const { error } = await printed(words, ties);
			expect(error.trim().split('\n')).toEqual([
				'Left out ties of a node with itself: 1.',
				'Merged ties that were named again, adding up their weights: 1.',
				'Left out ties whose weight is not above 0: 1.'
			]);
		}
	);

	test('times of ties that are not used', async () => {
		const files = {
			'nodes.csv': 'id,toa\na,1\nb,2\nc,\n',
			'edges.csv': 'source,target,time\na,b,1\nc,b,1\nb,c,2\n'
		};
		expect((await printed('graph --directed', files)).error).toBe(
			'Not used: the column time of edges.csv; the ties of all periods are taken together.\n'
		);
		expect((await printed('survival --covariates outdegree', files)).error).toBe(
			'Counted outdegree from the ties at 1, the first period: edges.csv has times.\n'
		);
	});

	test('places without neighbours, and which convention counts them', async () => {
		const { result, error } = await printed('moran', {
			'data.csv': 'id,v\na,1\nb,2\nc,4\nd,3\ne,9\n',
			'neighbours.json': '[[2], [1, 3], [2, 4], [3], 0]'
		});
		expect(result['results']!['v']!['W']!['randomisation_greater']).toMatchObject({
			I: expect.closeTo(0.2242, 4) as number,
			expectation: -1 / 4
		});
		expect(error).toContain('Places without a neighbour: 1. They stay in n, as in esda');
	});
});

describe('groups', () => {
	const nodes =
		'id,toa,group,type\na,2001,x,1\nb,2002,NA,1\nc,2002,y,1\nd,2003,y,2\ne,,,2\nf,,x,2\ng,2003,x,1\nh,2004,y,1\n';

	test('that are blank are left out and counted', async () => {
		const files = { 'nodes.csv': nodes.replace('h,2004,y,1\n', '') };
		const { result, error } = await printed('survival --group GROUP', files);
		expect(error).toBe('Left out of the comparison, since GROUP is blank: 2.\n');
		expect(result).toMatchObject({ group_left_out: 2, logrank_rho0: { n: [3, 2], df: 1 } });
		expect(result['logrank_rho0']!['p']).toBeCloseTo(0.6, 1);
		expect(Object.keys(result['km_by_group']!)).toEqual(['group=x', 'group=y']);
	});

	test('are compared within strata, whose expectations add up', async () => {
		const files = { 'nodes.csv': nodes };
		const { result } = await printed('survival --group group --strata type', files);
		const only = async (type: string) =>
			(
				await printed('survival --group group', {
					'nodes.csv': nodes
						.split('\n')
						.filter((line, at) => at === 0 || line.endsWith(`,${type}`))
						.join('\n')
				})
			).result['logrank_rho0']! as { expected: number[]; observed: number[] };
		const [first, second] = [await only('1'), await only('2')];
		const within = result['logrank_rho0_strata'] as unknown as typeof first & { p: number };
		within.expected.forEach((value, k) =>
			expect(value).toBeCloseTo(first.expected[k]! + second.expected[k]!, 12)
		);
		expect(result['strata']).toEqual(['1', '2']);
		expect(within.p).not.toBeCloseTo(result['logrank_rho0']!['p'], 3);
	});

	test('of one stratum are compared as without', async () => {
		const one = nodes.replace(/,\d\n/g, ',1\n');
		const { result } = await printed('survival --group group --strata type', { 'nodes.csv': one });
		expect(result['logrank_rho0_strata']).toEqual(result['logrank_rho0']);
		expect(result['peto_rho1_strata']).toEqual(result['peto_rho1']);
	});
});

describe('growth', () => {
	test.each([
		['doubles', [1, 2, 4, 8, 16, 32, 64, 128]],
		['rises by a half', Array.from({ length: 12 }, (_, t) => 1.5 ** t)],
		[
			'rises by two fifths, in whole numbers',
			Array.from({ length: 12 }, (_, t) => Math.round(10 * 1.4 ** t))
		],
		['is the same each year', Array.from({ length: 10 }, () => 5)]
	])('that %s has no ceiling in any estimator', async (_name, counts) => {
		const series = `year,count\n${counts.map((count, t) => `${2001 + t},${count}`).join('\n')}\n`;
		const { result } = await printed('bass', { 'series.csv': series });
		for (const name of ['ols_bass1969', 'nls_increments', 'nls_density', 'nls_cumulative']) {
			expect(result[name]).toMatchObject({
				m: null,
				p: null,
				q: null,
				refused: expect.any(String) as string
			});
		}
	});
});

describe('measures of the library that the command line prints too', () => {
	test('join counts of what is yes or no: 2 of 2 joins between those that have it on a line of four', async () => {
		const { result } = await printed('moran', {
			'data.csv': 'id,has\na,1\nb,1\nc,1\nd,0\n',
			'neighbours.json': '[[2],[1,3],[2,4],[3]]'
		});
		expect(result['results']!['has']!['B']!['join_counts']).toMatchObject({
			'1:1': { count: 2, expectation: 1.5 },
			'0:0': { count: 0, expectation: 0 },
			'1:0': { count: 1, expectation: 1.5 }
		});
	});

	test('the shrinkage of the Mahalanobis model', async () => {
		const facts = 'code,a,b\nE1,1,2\nE2,2,1\nE3,4,9\nE4,5,6\nE5,7,3\n';
		const { result, error } = await printed('peers --model mahalanobis', { 'facts.csv': facts });
		const [universe] = result['universes'] as unknown as { shrinkage: number }[];
		expect(universe!.shrinkage).toBeGreaterThanOrEqual(0.1);
		expect(error).toContain(
			`Correlations shrunk towards none by ${(100 * universe!.shrinkage).toPrecision(3)}%`
		);
		const plain = await printed('peers', { 'facts.csv': facts });
		expect(plain.result['universes']![0]).toMatchObject({ shrinkage: null });
	});
});

describe('peers that are exactly as far', () => {
	test('keep the order of the rows, whatever rounding says', async () => {
		// Values about their mean by 0.1, 0.2 …: mirrored pairs are equally far, and differ in their last digits.
		const steps = [0, 0.1, -0.1, 0.3, -0.3, 0.7, -0.7, 1.1, -1.1];
		const facts = `code,a,b\n${steps.map((step, at) => `E${at},${(5 + step).toFixed(1)},${(3 - 2 * step).toFixed(1)}`).join('\n')}\n`;
		for (const model of ['zscore', 'mahalanobis']) {
			const { result } = await printed(`peers --model ${model} --area E0 -k 8`, { 'facts.csv': facts });
			const [area] = result['areas'] as unknown as { neighbours: { code: string }[] }[];
			expect(area!.neighbours.map(({ code }) => code)).toEqual(steps.slice(1).map((_, at) => `E${at + 1}`));
		}
	});
});
