import type { AspectKey } from './aspects.ts';
import type { DenominatorKey } from './denominators.ts';

/**
 * Subjects under which a reader meets the figures, in this order: what is asked of a council (people, need), what a
 * place has (work, homes), and how it lies (place).
 */
export const INDICATOR_THEMES = ['people', 'need', 'work', 'homes', 'place'] as const;
export type IndicatorTheme = (typeof INDICATOR_THEMES)[number];

/** The themes as headings. */
export const THEME_WORDS: Readonly<Record<IndicatorTheme, string>> = {
	people: 'People',
	need: 'Health and hardship',
	work: 'Work and money',
	homes: 'Homes',
	place: 'Place and connections'
};

/** How the figure of a larger area follows from those of the councils within it. */
export type Aggregation =
	/** Added up. */
	| { how: 'sum' }
	/** Averaged, each council weighed by its denominator. */
	| { how: 'mean'; by: DenominatorKey }
	/** Not at all, for the reason given: it stands after the label, as in "Median age is a median, …". */
	| { how: 'none'; why: string };

/** Whether councils are compared by an indicator unless a person chooses others, and the argument. */
export interface Comparison {
	/** What it tells about a place; null where councils are not compared by it. */
	aspect: AspectKey | null;
	/** What it adds to its aspect and why so transformed; or why it is left out. */
	reason: string;
}

/** One published figure on areas: the only place where it is described. */
export interface Indicator {
	/** Key of the column in the compiled facts; its address has hyphens. */
	column: string;
	label: string;
	/** What a reader must know to read it rightly; null where the label says all. */
	description: string | null;
	/** After the number, such as "% of residents"; money begins with a pound sign. */
	unit: string;
	theme: IndicatorTheme;
	/** Brought to the scale of its logarithm wherever areas are compared. */
	log: boolean;
	/** Digits after the point. */
	decimals: number;
	/** Year that the figures are filed under, and what exactly they describe. */
	period: string;
	vintage: string;
	source: string;
	sourceUrl: string;
	licence: string;
	/** What it is a share, rate or average of, in words; null for counts. */
	denominator: string | null;
	aggregation: Aggregation;
	comparison: Comparison;
}

/** Key under which a column of the compiled facts is seeded and served. */
export function indicatorKey(column: string): string {
	return column.replaceAll('_', '-');
}
