import { AnalysisError } from '#lib/analysis/analysis-error.ts';
import { parseEdges, type Edges } from '#lib/analysis/input/edge-table.ts';
import { parseNetwork } from '#lib/analysis/input/network-files.ts';
import { labelsOf, numbersOf, panelOf, parseNodes, type Nodes } from '#lib/analysis/input/node-table.ts';
import { isSeries, sparseMatrix, type Network } from '#lib/analysis/sparse/sparse-matrix.ts';
import { figureColumns } from '#lib/tables/figures.ts';
import { columnNamed, hasColumn, type TableSource } from '#lib/tables/table.ts';
import type { ForecastData, ForecastTrait } from './forecast-data.ts';
import { withoutRepeats } from './repeated-traits.ts';

/** Files that somebody brings along. */
export interface OwnFiles {
	nodes: TableSource;
	/** One a network; none: no exposure. */
	edges: readonly TableSource[];
	/** Columns of the nodes to take as traits. */
	covariates: readonly string[];
	/** Last period of the record; `null`: that of the files. */
	until: number | null;
}

/** What was read, with sentences on what was left out. */
export interface OwnData {
	data: ForecastData;
	notes: string[];
}

/** Words of a column beyond this many are names rather than kinds. */
const MOST_WORDS = 20;

/**
 * Reads nodes and edges as `analyse` does. A column `name`, or else `label`, gives names. Numbers are traits as they
 * are (the logarithm for a column `population`); each word of a column of words is a trait of its own.
 *
 * @throws {TableError} naming file and row of all that cannot be used
 * @throws {AnalysisError} if the record ends before it begins, or a column cannot be a trait
 */
export function ownForecastData({ nodes, edges, covariates, until }: OwnFiles): OwnData {
	const { read, ties } = readFiles(nodes, edges);
	const first = Math.min(read.first, ...ties.map((one) => one.first));
	const end = Math.max(read.last, ...ties.map((one) => one.last));
	const last = until ?? end;
	if (!Number.isInteger(last) || last <= first)
		throw new AnalysisError(`the record ends in ${last}, but must end after its first period, ${first}`);
	if (last - first >= MOST_PERIODS)
		throw new AnalysisError(
			`the record has ${last - first + 1} periods, more than ${MOST_PERIODS}; use coarser periods or an earlier end`
		);
	const panel = panelOf(read, read.censored === null ? 'toa' : 'toa_censored', { first, last });
	const naming = ['name', 'label'].find((name) => hasColumn(read.table, name));
	const names = naming === undefined ? [] : labelsOf(read, naming);
	const { traits, notes } = withoutRepeats(
		[...new Set(covariates)].flatMap((column) => traitsOf(read, column))
	);
	return {
		data: {
			names: read.ids.map((id, unit) => names[unit] ?? id),
			panel,
			draws: [],
			networks: ties.map((one, at) => ({
				key: `edges-${at + 1}`,
				name: one.table.file,
				network: fitted(one, read.ids.length, first, last),
				isLikeness: false
			})),
			traits,
			notes
		},
		notes: [...read.table.notes, ...ties.flatMap(({ table }) => table.notes)]
	};
}

/** Beyond this many periods a time is a slip of the pen rather than a long record. */
const MOST_PERIODS = 2000;

function readFiles(nodes: TableSource, edges: readonly TableSource[]): { read: Nodes; ties: Edges[] } {
	const [one, ...others] = edges;
	if (one === undefined) return { read: parseNodes(nodes.file, nodes.content), ties: [] };
	const { nodes: read, edges: ties } = parseNetwork(nodes, one);
	return { read, ties: [ties, ...others.map(({ file, content }) => parseEdges(file, content, read))] };
}

/** The network of each period of the record; after the last one on file it goes on as it was. */
function fitted({ network, first }: Edges, size: number, from: number, until: number): Network {
	if (!isSeries(network)) return network;
	const none = sparseMatrix(size, { row: [], column: [], value: [] });
	return Array.from({ length: until - from + 1 }, (_, period) => {
		const at = from + period - first;
		return at < 0 ? none : network[Math.min(at, network.length - 1)]!;
	});
}

function traitsOf(nodes: Nodes, asked: string): ForecastTrait[] {
	const column = columnNamed(nodes.table, asked);
	const key = column.trim().toLowerCase();
	const isRegion = key === 'region';
	if (!isRegion && figureColumns(nodes.table, [column]).length > 0) {
		const values = numbersOf(nodes, column);
		const isPopulation = key === 'population';
		const isPositive = values.every((value) => value === null || value > 0);
		return [
			{
				name: column,
				part: isPopulation ? 'population' : 'trait',
				values,
				scale: isPopulation && isPositive ? 'log' : 'as it is'
			}
		];
	}
	return wordTraits(column, isRegion, labelsOf(nodes, column));
}

function wordTraits(column: string, isRegion: boolean, labels: readonly (string | null)[]): ForecastTrait[] {
	const words = [...new Set(labels.filter((label) => label !== null))].sort();
	if (words.length > MOST_WORDS)
		throw new AnalysisError(
			`${column} has ${words.length} different words; a trait has at most ${MOST_WORDS}`
		);
	if (words.length < 2)
		throw new AnalysisError(`${column} is the same for everyone, so it can explain nothing`);
	// Of two words that leave no blank, one says what the other does.
	const told = words.length === 2 && !labels.includes(null) ? words.slice(1) : words;
	return told.map((word) => ({
		name: `${column}: ${word}`,
		part: isRegion ? 'region' : 'trait',
		values: labels.map((label) => (label === null ? null : label === word ? 1 : 0)),
		scale: 'yes or no'
	}));
}
