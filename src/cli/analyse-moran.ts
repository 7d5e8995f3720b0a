import { basename } from 'node:path';
import { assertColumn, numberIn, type Table } from '#lib/analysis/input/table.ts';
import { sparseMatrix, type SparseMatrix } from '#lib/analysis/sparse/sparse-matrix.ts';
import { rowStandardised } from '#lib/analysis/sparse/sparse-operations.ts';
import { geary } from '#lib/analysis/spatial/geary.ts';
import { localMoran } from '#lib/analysis/spatial/local-moran.ts';
import { moran, type NormalTest } from '#lib/analysis/spatial/moran.ts';
import { InputError } from './analyse-input.ts';
import { readTable, readText } from './tables.ts';
import { optionsFrom, requiredOption } from './options.ts';
import { printResult } from './print-result.ts';

/** Shuffles and seed of the printed permutation p-value; the seed may be chosen. */
const PERMUTATIONS = 999;
const SEED = 1;

/** Columns that say where a place is, not what it is like. */
const COORDINATES = ['x', 'y', 'longitude', 'latitude', 'lon', 'lat', 'easting', 'northing'];

/** `analyse moran`: Moran's I, Geary's C and local Moran of columns over neighbouring places. */
export async function run(words: string[]): Promise<number> {
	const options = optionsFrom(words, ['data', 'neighbours', 'column', 'seed']);
	const table = await readTable(requiredOption(options, 'data'), []);
	const binary = await readNeighbours(requiredOption(options, 'neighbours'), table);
	const columns = options.values['column'] === undefined ? numericColumns(table) : [options.values['column']];
	const seed = Number(options.values['seed'] ?? SEED);
	if (!Number.isInteger(seed))
		throw new InputError(`--seed is "${options.values['seed']}"; it must be a whole number.`);
	const standardised = rowStandardised(binary);
	const results = columns.map((column) => {
		const values = valuesOf(table, column);
		return [
			column,
			{ W: columnResult(values, standardised, seed), B: columnResult(values, binary, seed) }
		] as const;
	});
	printResult({ results: Object.fromEntries(results) }, options.json);
	return 0;
}

/** Every column of numbers but the first, which names the places, and coordinates. */
function numericColumns(table: Table): string[] {
	const columns = table.columns.slice(1).filter((column) => {
		if (COORDINATES.includes(column.toLowerCase())) return false;
		return table.rows.every((row) => row.cells[column] !== '' && Number.isFinite(Number(row.cells[column])));
	});
	if (columns.length === 0) throw new InputError(`${table.file} has no column of numbers to measure.`);
	return columns;
}

function valuesOf(table: Table, column: string): number[] {
	assertColumn(table, column);
	return table.rows.map((row) => {
		const value = numberIn(table, row, column);
		if (value === null) throw new InputError(`${table.file} row ${row.number} has no ${column}.`);
		return value;
	});
}

/** The file's list, or its key `neighbours`: for each row of the data, the rows it borders, counted from 1. */
async function readNeighbours(path: string, table: Table): Promise<SparseMatrix> {
	const file = basename(path);
	const text = await readText(path);
	const lists = neighbourLists(file, text);
	const size = table.rows.length;
	if (lists.length !== size) {
		throw new InputError(
			`${file} lists the neighbours of ${lists.length} places, but ${table.file} has ${size} rows.`
		);
	}
	const entries = { row: [] as number[], column: [] as number[], value: [] as number[] };
	lists.forEach((entry, row) => {
		const seen = new Set<unknown>();
		for (const neighbour of neighboursOf(entry)) {
			if (
				typeof neighbour !== 'number' ||
				!Number.isInteger(neighbour) ||
				neighbour < 1 ||
				neighbour > size
			) {
				throw new InputError(
					`${file}: entry ${row + 1} names the neighbour ${JSON.stringify(neighbour)}, but rows go from 1 to ${size}.`
				);
			}
			if (seen.has(neighbour))
				throw new InputError(`${file}: entry ${row + 1} names the neighbour ${neighbour} twice.`);
			seen.add(neighbour);
			entries.row.push(row);
			entries.column.push(neighbour - 1);
			entries.value.push(1);
		}
	});
	return sparseMatrix(size, entries);
}

/** R writes a single neighbour without its list, and no neighbours as 0. */
function neighboursOf(entry: unknown): unknown[] {
	const list: unknown[] = Array.isArray(entry) ? entry : [entry];
	return list.length === 1 && list[0] === 0 ? [] : list;
}

function neighbourLists(file: string, text: string): unknown[] {
	let content: unknown;
	try {
		content = JSON.parse(text);
	} catch {
		throw new InputError(`${file} is not valid JSON.`);
	}
	const lists =
		content !== null && typeof content === 'object' && 'neighbours' in content ? content.neighbours : content;
	if (!Array.isArray(lists)) throw new InputError(`${file} holds no list of neighbours.`);
	return lists;
}

function columnResult(
	values: readonly number[],
	weights: SparseMatrix,
	seed: number
): Record<string, unknown> {
	const global = moran(values, weights, { permutations: PERMUTATIONS, seed });
	const contrast = geary(values, weights);
	const local = localMoran(values, weights);
	const turned = contrast.randomisation;
	return {
		S0: global.s0,
		randomisation_greater: testColumns(global.I, global.randomisation, 'greater'),
		randomisation_two_sided: testColumns(global.I, global.randomisation, 'two.sided'),
		normality_greater: testColumns(global.I, global.normality, 'greater'),
		permutation_999_p_greater: global.permutation?.pGreater ?? null,
		geary_C: {
			I: contrast.C,
			expectation: contrast.C === null ? null : 1,
			variance: turned?.variance ?? null,
			z: turned?.z ?? null,
			p: turned?.pGreater ?? null,
			alternative: 'Expectation greater than statistic'
		},
		local_Ii: local.map((place) => place.I),
		local_EIi: local.map((place) => place.expectation),
		local_VarIi: local.map((place) => place.variance),
		permutation_seed: seed
	};
}

function testColumns(
	statistic: number | null,
	test: NormalTest | null,
	alternative: 'greater' | 'two.sided'
): Record<string, unknown> {
	return {
		I: statistic,
		expectation: test?.expectation ?? null,
		variance: test?.variance ?? null,
		z: test?.z ?? null,
		p: (alternative === 'greater' ? test?.pGreater : test?.pTwoSided) ?? null,
		alternative
	};
}
