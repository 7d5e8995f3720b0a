import { DomainError } from '#lib/domain/errors.ts';
import { standardise, type ColumnScale, type WinsorLimits } from './column-scale.ts';
import { subsetTable, type FeatureTable } from './feature-table.ts';
import { whiten } from './whitening.ts';

export const PEER_MODELS = ['zscore', 'robust', 'mahalanobis'] as const;
export type PeerModel = (typeof PEER_MODELS)[number];

export interface PeerOptions {
	model: PeerModel;
	/** Columns that take a logarithm first. The robust model does not need it: ranks are the same. */
	log: readonly string[];
	/** Limits for extreme figures, or null for none. The robust model does not need them. */
	winsorise: WinsorLimits | null;
}

/** Areas as points, one coordinate an indicator, in which distances are taken. Weights come later. */
export interface PeerSpace {
	table: FeatureTable;
	options: PeerOptions;
	scales: readonly ColumnScale[];
	/** Row-major like the table's figures; `NaN` where the figure is missing. */
	coordinates: Float64Array;
	/** Share of the identity in the correlation matrix; null unless the model is `mahalanobis`. */
	shrinkage: number | null;
	/** The areas by whose spread figures were brought to scale: the table itself, or a larger one around it. */
	yardstick: FeatureTable;
}

/**
 * Places the areas of one comparison universe in the space of one model.
 *
 * - `zscore`: (x - mean) / sample sd, after logs and winsorising where asked;
 * - `robust`: mid-ranks within the universe, then the same; extreme figures cannot pull;
 * - `mahalanobis`: z-scores turned so that what columns share counts once (`whiten`).
 *
 * A constant column is kept, at 0 everywhere, and can be told by its scale.
 *
 * @throws {DomainError} if the table has no rows or columns, `log` names an unknown column, or a
 *   logarithm is asked of a figure that is not above 0
 *
 * Source: design of ONS and CIPFA neighbour models, standardised Euclidean distance.
 */
export function peerSpace(table: FeatureTable, options: PeerOptions): PeerSpace {
	const { codes, columns } = table;
	if (codes.length === 0) throw new DomainError('There are no areas to compare.');
	if (columns.length === 0) throw new DomainError('There are no indicators to compare by.');
	for (const name of options.log) {
		if (!columns.includes(name))
			throw new DomainError(`There is no column "${name}" to take a logarithm of.`);
	}
	const ranks = options.model === 'robust';
	const coordinates = new Float64Array(table.values.length);
	const scales = columns.map((column, at) => {
		const values = Float64Array.from(
			codes,
			(_, row) => table.values[row * columns.length + at] ?? Number.NaN
		);
		const treatment = {
			log: !ranks && options.log.includes(column),
			winsorise: ranks ? null : options.winsorise,
			ranks
		};
		const { z, scale } = standardise(column, values, codes, treatment);
		z.forEach((value, row) => (coordinates[row * columns.length + at] = value));
		return scale;
	});
	const shrinkage = options.model === 'mahalanobis' ? whitenInPlace(coordinates, scales) : null;
	return { table, options, scales, coordinates, shrinkage, yardstick: table };
}

/**
 * Some of the areas of a space, in the order given, left where they are: they are compared among themselves by a
 * yardstick that all areas made, so that what hardly differs among them does not look large.
 *
 * @param rows row numbers of the space's table
 */
export function subspace(space: PeerSpace, rows: readonly number[]): PeerSpace {
	const width = space.table.columns.length;
	const coordinates = new Float64Array(rows.length * width);
	rows.forEach((row, at) =>
		coordinates.set(space.coordinates.subarray(row * width, (row + 1) * width), at * width)
	);
	return { ...space, table: subsetTable(space.table, rows), coordinates };
}

/** Turns the columns that vary and leaves the constant ones at 0. */
function whitenInPlace(coordinates: Float64Array, scales: readonly ColumnScale[]): number | null {
	const varying = Array.from(scales.keys()).filter((column) => scales[column]?.isConstant === false);
	if (varying.length === 0) return null;
	const rows = coordinates.length / scales.length;
	const packed = new Float64Array(rows * varying.length);
	for (let row = 0; row < rows; row += 1) {
		varying.forEach((column, at) => {
			packed[row * varying.length + at] = coordinates[row * scales.length + column] ?? Number.NaN;
		});
	}
	const { coordinates: turned, shrinkage } = whiten(packed, varying.length);
	for (let row = 0; row < rows; row += 1) {
		varying.forEach((column, at) => {
			coordinates[row * scales.length + column] = turned[row * varying.length + at] ?? Number.NaN;
		});
	}
	return shrinkage;
}
