import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { command } from './analyse.ts';

/** Every reference set is run through the command line and compared number by number. */
const root = fileURLToPath(new URL('../../tests/reference/', import.meta.url));
const sets = readdirSync(root, { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.map((entry) => entry.name)
	.filter((name) => readdirSync(join(root, name)).some((file) => file.endsWith('_expected.json')));

/** Files whose commands have tests of their own. */
const ELSEWHERE = ['graph_expected.json', 'brokerage_expected.json', 'peers_expected.json'];

type Json = null | number | string | boolean | Json[] | { [key: string]: Json };

/** How the numbers of one expected file are compared. */
interface Rule {
	/** Absolute tolerance, or relative where the reference says so. */
	tolerance: number;
	relative?: boolean;
	/** Keys that are commentary, or that cannot be compared. */
	skipped?: string[];
	/** Where the reference prints 0 by convention and ours is null. */
	undefinedAt?: RegExp;
}

const DIFFUSION: Rule = {
	tolerance: 1e-9,
	// Susceptibility is checked against the definition below: the reference counts non-adopters wrongly.
	skipped: ['susceptibility'],
	undefinedAt:
		/^(cumulative\.rate|hazard|summary\.hazard)\[0\]$|^(exposure|threshold|infection)\.|^(summary\.moran_obs|moran_adjacency\.observed)\[/
};

describe('the comparison itself', () => {
	test('sees a wrong number, a missing key, a wrong length and a null that is not allowed', () => {
		const rule: Rule = { tolerance: 1e-9, undefinedAt: /^a$/ };
		expect(differences({ a: 0, b: [1, null] }, { a: null, b: [1, null] }, rule)).toEqual([]);
		expect(differences({ b: 1 }, { b: 1 + 1e-8 }, rule)).toHaveLength(1);
		expect(differences({ b: 0 }, { b: null }, rule)).toHaveLength(1);
		expect(differences({ a: 0.5 }, { a: null }, rule)).toHaveLength(1);
		expect(differences({ b: [1] }, { b: [1, 2] }, rule)).toHaveLength(1);
		expect(differences({ b: 'x' }, {}, rule)).toHaveLength(1);
	});
});

describe.each(sets)('reference set %s', (set) => {
	const folder = join(root, set);
	const file = (name: string): string => join(folder, name);
	const found = readdirSync(folder).filter((name) => name.endsWith('_expected.json'));
	const ties = ['--nodes', file('nodes.csv'), '--edges', file('edges.csv')];
	const cases: Record<string, () => Promise<void>> = {
		'diffusion_expected.json': async () => {
			const result = await run(['diffusion', ...ties, '--toa', 'toa']);
			expectSame(read(file('diffusion_expected.json')), result, DIFFUSION);
			expectUndefinedWhereUntied(result);
			expectSusceptibility(result, file('edges.csv'));
		},
		'diffusion_censored_expected.json': async () => {
			const result = await run(['diffusion', ...ties, '--toa', 'toa_censored']);
			expectSame(read(file('diffusion_censored_expected.json')), result, DIFFUSION);
			expectSusceptibility(result, file('edges.csv'));
			expectRightSusceptibility(read(file('diffusion_expected.json')), result);
		},
		'structural_equivalence_expected.json': async () => {
			const expected = read(file('structural_equivalence_expected.json'));
			const result = await run([
				'diffusion',
				...ties,
				'--equivalence-group',
				String(at(expected, 'groupvar'))
			]);
			const skipped = ['package_maxabs_difference', 'exposure_1_over_SE_package'];
			expectSame(expected, at(result, 'structural_equivalence'), { tolerance: 1e-9, skipped });
		},
		'survival_expected.json': async () => {
			const expected = read(file('survival_expected.json'));
			const covariates = (at(expected, 'cox', 'efron', 'terms') as string[]).join(',');
			const words = ['--group', String(at(expected, 'group')), '--covariates', covariates];
			const result = await run(['survival', ...ties, ...words]);
			const commentary = ['time_rule', 'group'];
			expectSame(expected, result, { tolerance: 1e-9, skipped: [...commentary, 'cox'] });
			expectSame(at(expected, 'cox'), at(result, 'cox'), { tolerance: 1e-6 });
		},
		'hazard_logit_expected.json': async () => {
			const expected = read(file('hazard_logit_expected.json'));
			const result = await run(['hazard', ...ties]);
			expectSame(at(expected, 'linear_per'), at(result, 'linear_per'), {
				tolerance: 1e-6,
				skipped: ['call']
			});
			expectFactorTerms(at(expected, 'factor_per'), at(result, 'factor_per'));
		},
		'bass_expected.json': async () => {
			const expected = read(file('bass_expected.json'));
			const commentary = ['note', 'published', 'stats_nls_agrees_rel'];
			const rule: Rule = { tolerance: 1e-5, relative: true, skipped: commentary };
			if (existsSync(file('nodes.csv'))) {
				expectSame(expected, await run(['bass', '--nodes', file('nodes.csv')]), rule);
				return;
			}
			for (const [name, series] of Object.entries(expected as Record<string, Json>)) {
				const csv = readdirSync(folder).find(
					(entry) => entry.endsWith('.csv') && name.startsWith(entry.slice(0, -4))
				)!;
				expectSame(series, await run(['bass', '--series', file(csv)]), rule);
			}
		},
		'moran_expected.json': async () => {
			const expected = read(file('moran_expected.json'));
			const neighbours = await temporary('neighbours.json', JSON.stringify(at(expected, 'neighbours')));
			const result = await run(['moran', '--data', file('data.csv'), '--neighbours', neighbours]);
			const guide = 'permutation_999_p_greater';
			expectSame(at(expected, 'results'), at(result, 'results'), { tolerance: 1e-9, skipped: [guide] });
			for (const [column, styles] of Object.entries(at(expected, 'results') as Record<string, Json>)) {
				for (const style of ['W', 'B']) {
					const shuffled = at(result, 'results', column, style, guide) as number;
					expect(Math.abs(shuffled - (at(styles, style, guide) as number))).toBeLessThan(0.01);
				}
			}
		}
	};

	test('has no expected file that nobody compares', () => {
		expect(found.filter((name) => !(name in cases) && !ELSEWHERE.includes(name))).toEqual([]);
	});

	test.each(found.filter((name) => name in cases))('%s agrees', async (name) => {
		await cases[name]!();
	});
});

let temporaryFolder = '';

beforeAll(async () => {
	temporaryFolder = await mkdtemp(join(tmpdir(), 'analyse-'));
});

afterAll(() => rm(temporaryFolder, { recursive: true }));

async function temporary(name: string, content: string): Promise<string> {
	const path = join(temporaryFolder, name);
	await writeFile(path, content);
	return path;
}

async function run(words: string[]): Promise<Json> {
	const printed: string[] = [];
	const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
	const code = await command.run([...words, '--json']).finally(() => out.mockRestore());
	expect(code).toBe(0);
	return JSON.parse(printed.join('')) as Json;
}

function read(path: string): Json {
	return JSON.parse(readFileSync(path, 'utf8')) as Json;
}

function at(value: Json, ...keys: string[]): Json {
	return keys.reduce<Json>((part, key) => (part as Record<string, Json>)[key] ?? null, value);
}

function expectSame(expected: Json, result: Json, rule: Rule): void {
	expect(differences(expected, result, rule).slice(0, 20)).toEqual([]);
}

/** Every place where a result differs from what is expected. Keys that only the result has are not compared. */
function differences(expected: Json | undefined, result: Json | undefined, rule: Rule, path = ''): string[] {
	if (Array.isArray(expected)) {
		if (!Array.isArray(result) || result.length !== expected.length)
			return [`${path} is not a list of ${expected.length}`];
		return expected.flatMap((value, k) => differences(value, result[k], rule, `${path}[${k}]`));
	}
	if (expected !== null && typeof expected === 'object') {
		return Object.entries(expected).flatMap(([key, value]) => {
			if (rule.skipped?.includes(key)) return [];
			return differences(
				value,
				(result as Record<string, Json> | undefined)?.[key],
				rule,
				path === '' ? key : `${path}.${key}`
			);
		});
	}
	if (result === null && expected === 0 && rule.undefinedAt?.test(path)) return [];
	const same =
		typeof expected === 'number' && typeof result === 'number'
			? Math.abs(result - expected) <= rule.tolerance * (rule.relative ? Math.abs(expected) : 1)
			: result === expected;
	return same ? [] : [`${path}: expected ${String(expected)}, found ${String(result)}`];
}

/** Undefined is null exactly where it should be: units without ties, and the first period. */
function expectUndefinedWhereUntied(result: Json): void {
	const slice = at(result, 'degree_first_slice', 'outdegree') as number[];
	const densities = at(result, 'summary', 'density') as number[];
	const rows = at(result, 'exposure', 'default') as (number | null)[][];
	if (densities.every((density) => density === densities[0])) {
		rows.forEach((row, unit) => expect(row.every((value) => value === null)).toBe(slice[unit] === 0));
	}
	expect([at(result, 'hazard'), at(result, 'cumulative', 'rate')].map((list) => (list as Json[])[0])).toEqual(
		[null, null]
	);
}

/** A level of the period in which nobody adopts has no estimate; the other terms do and agree. */
function expectFactorTerms(expected: Json, result: Json): void {
	expect(at(result, 'terms')).toEqual(at(expected, 'terms'));
	const errors = at(expected, 'se') as number[];
	for (const key of ['coef', 'se', 'p']) {
		(at(expected, key) as number[]).forEach((value, k) => {
			const own = (at(result, key) as (number | null)[])[k]!;
			if (errors[k]! > 10) expect(own).toBeNull();
			else expect(Math.abs(own! - value)).toBeLessThan(1e-4);
		});
	}
}

/** Adopters' right values are those with non-adopters coded as adopting last. */
function expectRightSusceptibility(coded: Json, result: Json): void {
	const toa = at(result, 'toa') as (number | null)[];
	for (const [variant, values] of Object.entries(at(coded, 'susceptibility') as Record<string, number[]>)) {
		const own = at(result, 'susceptibility', variant) as (number | null)[];
		toa.forEach((time, unit) => {
			if (time !== null) expect(Math.abs((own[unit] ?? 0) - values[unit]!)).toBeLessThan(1e-9);
		});
	}
}

/** Susceptibility once more, straight from the definition, non-adopters left out of both sums. */
function expectSusceptibility(result: Json, edgesFile: string): void {
	const toa = at(result, 'toa') as (number | null)[];
	const periods = at(result, 'periods') as number[];
	const ids = readFileSync(edgesFile.replace('edges.csv', 'nodes.csv'), 'utf8')
		.trim()
		.split(/\r?\n/)
		.slice(1);
	const place = new Map(ids.map((line, unit) => [line.split(',')[0]!, unit]));
	const edges = readFileSync(edgesFile, 'utf8').trim().split(/\r?\n/).slice(1);
	const named = new Set(
		edges.flatMap((line) => {
			const [source, target, , time] = line.split(',');
			const when = time === undefined ? periods : [Number(time)];
			return when.map((period) => `${place.get(source!)}>${place.get(target!)}@${period}`);
		})
	);
	const variants: Record<
		string,
		{ window: number; divisor: (k: number) => number; normalised: boolean; incoming?: boolean }
	> = {
		default: { window: 1, divisor: () => 1, normalised: true },
		K1_raw: { window: 1, divisor: () => 1, normalised: false },
		K5_linear: { window: 5, divisor: (k) => k, normalised: true },
		'K5_exp_r0.5': { window: 5, divisor: (k) => 1.5 ** (k - 1), normalised: true },
		K1_incoming: { window: 1, divisor: () => 1, normalised: true, incoming: true }
	};
	for (const [variant, { window, divisor, normalised, incoming }] of Object.entries(variants)) {
		const own = at(result, 'susceptibility', variant) as (number | null)[];
		toa.forEach((time, i) => {
			if (time === null) return expect(own[i]).toBeNull();
			let [followed, possible, anywhere] = [0, 0, 0];
			for (let k = 1; k <= Math.min(window, periods.length - 1) && time - k >= periods[0]!; k++) {
				toa.forEach((other, j) => {
					if (other === null || j === i) return;
					if (other === time - k) anywhere += 1 / divisor(k);
					if (!named.has(incoming ? `${j}>${i}@${time - k + 1}` : `${i}>${j}@${time - k + 1}`)) return;
					if (other === time - k) followed += 1 / divisor(k);
					if (other <= time - k) possible += 1 / divisor(k);
				});
			}
			if (possible === 0 || (normalised && anywhere === 0)) return expect(own[i]).toBeNull();
			return expect(own[i]).toBeCloseTo(followed / possible / (normalised ? anywhere : 1), 9);
		});
	}
}
