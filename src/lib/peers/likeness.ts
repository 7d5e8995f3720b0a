import { bisectLeft, bisectRight } from 'd3';
import { figure, type FeatureTable } from './feature-table.ts';
import { quantile } from '#lib/analysis/numeric/quantile.ts';
import type { PeerSpace } from './peer-space.ts';

/** Where a figure stands among those of all areas compared that have one. */
export interface Place {
	/** 1 for the highest and 1 for the lowest; equal figures share the better place. */
	fromTop: number;
	fromBottom: number;
	of: number;
}

/** How alike two areas are in one indicator, and how rare that is. */
export interface Likeness {
	/** Places of both among the areas compared. */
	mine: Place;
	theirs: Place;
	/**
	 * How far apart they are, as a share of the usual spread: of the figures as they are and, where they are compared by
	 * their logarithm, of that too, whichever is more. Limits for extreme figures pull nothing in.
	 */
	apart: number;
	/** Areas compared, other than these two, whose figure is as near to mine as theirs is, or hardly farther. */
	near: number;
	/** Share of the others that are as near, theirs included: above 0, small where the likeness is rare. */
	commonness: number;
}

/** Farther apart than this share of the usual spread, two figures are different. */
export const ALIKE_WITHIN = 0.5;
/** Nearer than this, a smaller gap says nothing more. */
const SAME_WITHIN = 0.25;
/** A likeness that more than this share of the others have too is none worth a word. */
export const RARE_UP_TO = 1 / 3;

/** The usual spread is half of what lies between these shares of all areas: one standard deviation where they lie normally. */
const MIDDLE = [0.1587, 0.8413] as const;

/**
 * Prepares the likeness of pairs of areas in one indicator.
 *
 * Rarity is judged among the areas of the space, spread by its yardstick. A pair is near when it is so in proportion and
 * in plain figures: £188,000 and £459,000 are not, though both lie beyond the limit for extreme figures, nor are 75% and
 * 98%, though the logarithm brings them together.
 *
 * @param column position of the indicator
 * @returns of a pair of rows; null where either figure is missing or the areas hardly differ at all
 */
export function likenessIn(
	{ table, yardstick, options }: PeerSpace,
	column: number
): (mine: number, theirs: number) => Likeness | null {
	const isLog = options.log.includes(table.columns[column] ?? '');
	const plain = usualSpread(risingFigures(yardstick, column, plainly));
	const proportional = isLog ? usualSpread(risingFigures(yardstick, column, Math.log)) : null;
	if (plain === 0 || proportional === 0) return () => null;

	const rising = risingFigures(table, column, plainly);
	const apart = (a: number, b: number) =>
		Math.max(
			Math.abs(a - b) / plain,
			proportional === null ? 0 : Math.abs(Math.log(a) - Math.log(b)) / proportional
		);
	const place = (value: number): Place => ({
		fromTop: 1 + rising.length - upTo(rising, value),
		fromBottom: 1 + below(rising, value),
		of: rising.length
	});
	return (mine, theirs) => {
		const [a, b] = [figure(table, mine, column), figure(table, theirs, column)];
		if (a === null || b === null) return null;
		const gap = apart(a, b);
		// Whoever is as near to mine lies between these two, theirs included whatever rounding does to the bounds.
		const reach = Math.max(gap, SAME_WITHIN);
		const factor = proportional === null ? Infinity : Math.exp(reach * proportional);
		const from = Math.min(b, Math.max(a - reach * plain, a > 0 ? a / factor : -Infinity));
		const to = Math.max(b, Math.min(a + reach * plain, a > 0 ? a * factor : Infinity));
		const near = upTo(rising, to) - below(rising, from) - 2;
		return {
			mine: place(a),
			theirs: place(b),
			apart: gap,
			near,
			commonness: (near + 1) / (rising.length - 1)
		};
	};
}

const plainly = (value: number) => value;

function risingFigures(table: FeatureTable, column: number, scale: (value: number) => number): Float64Array {
	const known = table.codes.flatMap((_, row) => {
		const value = figure(table, row, column);
		return value === null ? [] : [scale(value)];
	});
	return Float64Array.from(known).sort();
}

/** How many of the rising figures are below a value, and how many are up to it. */
const below = (rising: Float64Array, value: number) => bisectLeft(rising, value);
const upTo = (rising: Float64Array, value: number) => bisectRight(rising, value);

function usualSpread(sorted: Float64Array): number {
	const [below, above] = MIDDLE.map((share) => quantile(sorted, share) ?? 0) as [number, number];
	return (above - below) / 2;
}
