import { sparseMatrix, type SparseMatrix } from '#lib/analysis/sparse/sparse-matrix.ts';
import { rowStandardised } from '#lib/analysis/sparse/sparse-operations.ts';
import { geary } from '#lib/analysis/spatial/geary.ts';
import { joinCounts, type JoinCount } from '#lib/analysis/spatial/join-counts.ts';
import { localMoran } from '#lib/analysis/spatial/local-moran.ts';
import { moran, unitsWithoutNeighbours, type NormalTest } from '#lib/analysis/spatial/moran.ts';
import { figureColumns, passedOverSentence, readNumbers } from '#lib/tables/figures.ts';
import { columnNamed, type Table } from '#lib/tables/table.ts';
import { Faults } from '#lib/tables/table-error.ts';
import { InputError } from './analyse-input.ts';
import { readSource, readTable, say } from './tables.ts';
import { optionsFrom, requiredOption } from './options.ts';
import { printResult } from './print-result.ts';

/** Shuffles and seed of the printed permutation p-value; the seed may be chosen. */
const PERMUTATIONS = 999;
const SEED = 1;

/** `analyse moran`: Moran's I, Geary's C, local Moran and join counts of columns over neighbouring places. */
export async function run(words: string[]): Promise<number> {
	const options = optionsFrom(words, ['data', 'neighbours', 'column', 'seed']);
	const table = await readTable(requiredOption(options, 'data'), {});
	const binary = await readNeighbours(requiredOption(options, 'neighbours'), table);
	const { column: asked } = options.values;
	const columns = asked === undefined ? measuredColumns(table) : [columnNamed(table, asked)];
	const seed = Number(options.values['seed'] ?? SEED);
	if (!Number.isInteger(seed))
		throw new InputError(`--seed is "${options.values['seed']}"; it must be a whole number.`);
	const values = valuesOf(table, columns);
	const islands = unitsWithoutNeighbours(binary);
	if (islands > 0) {
		say([
			`Places without a neighbour: ${islands}. They stay in n, as in esda and in spdep with adjust.n = FALSE; spdep's own default leaves them out of n.`
		]);
	}
	const standardised = rowStandardised(binary);
	const results = columns.map((column, at) => [
		column,
		{ W: columnResult(values[at]!, standardised, seed), B: columnResult(values[at]!, binary, seed) }
	]);
	printResult({ results: Object.fromEntries(results), without_neighbours: islands }, options.json);
	return 0;
}

/** Every column of figures but the first, which names the places, coordinates, and numbers of the rows. */
function measuredColumns(table: Table): string[] {
	const found = figureColumns(table, table.columns.slice(1));
	// Coordinates go without saying in a file of places; the numbers of rows do not.
	const passed = passedOverSentence(
		found.filter(({ passedOver }) => passedOver === 'running number'),
		'--column'
	);
	if (passed !== null) say([passed]);
	const columns = found.filter(({ passedOver }) => passedOver === null).map(({ column }) => column);
	if (columns.length === 0) throw new InputError(`${table.file} has no column of numbers to measure.`);
	return columns;
}

/** Figures of each column, none of them missing: neighbours are given for every row. */
function valuesOf(table: Table, columns: readonly string[]): number[][] {
	const faults = new Faults();
	const values = columns.map((column) => readNumbers(table, column, { isNeeded: true }, faults));
	faults.throwIfAny();
	return values.map((column) => column.map((value) => value!));
}

/** The file's list, or its key `neighbours`: for each row of the data, the rows it borders, counted from 1. */
async function readNeighbours(path: string, table: Table): Promise<SparseMatrix> {
	const { file, content } = await readSource(path);
	const lists = neighbourLists(file, new TextDecoder().decode(content));
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
			if (neighbour === row + 1) {
				throw new InputError(
					`${file}: entry ${row + 1} names itself as its own neighbour; rows are counted from 1.`
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
		permutation_seed: seed,
		...(values.every((value) => value === 0 || value === 1)
			? { join_counts: joinColumns(values, weights) }
			: {})
	};
}

/** Joins of places that have it (1) and have not (0), under non-free sampling, as spdep's `joincount.test` names them. */
function joinColumns(values: readonly number[], weights: SparseMatrix): Record<string, unknown> {
	const { bothHave, neitherHas, oneHas } = joinCounts(values, weights);
	const columns = ({ count, expectation, test }: JoinCount): Record<string, number | null> => ({
		count,
		expectation,
		variance: test?.variance ?? null,
		z: test?.z ?? null,
		p: test?.pGreater ?? null
	});
	return { '1:1': columns(bothHave), '0:0': columns(neitherHas), '1:0': columns(oneHas) };
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
