import type { AreasWire } from '#lib/domain/areas-wire.ts';
import { aggregate, type FigureOf } from '#lib/domain/indicators/aggregate.ts';
import { INDICATORS } from '#lib/domain/indicators/catalogue.ts';
import { DENOMINATORS, type Denominator } from '#lib/domain/indicators/denominators.ts';
import { indicatorKey, type Indicator } from '#lib/domain/indicators/indicator.ts';

/** How a figure of a council that does not exist yet was had from those of its areas. */
export type Making =
	/** Added up: exact. */
	| 'added'
	/** Averaged by its true denominator: exact. */
	| 'averaged'
	/** Averaged by a count that stands in for the true denominator: near. */
	| 'stand-in'
	/** A median, a score or a ratio: the mean by residents, which is not the figure itself. */
	| 'approximate'
	/** Some area has no figure, so neither has the whole. */
	| 'missing';

/** A figure of an area of today. */
export interface PartFigure {
	code: string;
	name: string;
	value: number | null;
}

/** One figure of a proposal. */
export interface ProposalFigure {
	indicator: Indicator;
	/** In the indicator's unit; null where an area has no figure. */
	value: number | null;
	making: Making;
	/** How it was made, in one sentence. */
	made: string;
	/** The areas with the least and the most; null where fewer than two have a figure. */
	range: { least: PartFigure & { value: number }; most: PartFigure & { value: number } } | null;
	parts: PartFigure[];
}

/** The areas' figures by code, as `/data/areas` serves them. */
export function figuresByCode(wire: AreasWire): (code: string) => FigureOf {
	const columns = new Map(wire.indicators.map(({ key, values }) => [key, values]));
	const rows = new Map(wire.codes.map((code, row) => [code, row]));
	return (code) => {
		const row = rows.get(code);
		return (column) => (row === undefined ? null : (columns.get(indicatorKey(column))?.[row] ?? null));
	};
}

/**
 * The mean by residents of a figure that cannot be put together from its parts: Σ p_c x_c / Σ p_c, with p the
 * residents of mid-2024.
 *
 * @returns null where there are no councils, or one has no figure or no residents on record
 */
export function residentMean(column: string, councils: readonly FigureOf[]): number | null {
	return aggregate({ column, aggregation: { how: 'mean', by: 'residents' } }, councils);
}

/** The figure of one indicator for some whole areas, and how it was had. */
export function figureOfParts(
	indicator: Indicator,
	councils: readonly FigureOf[]
): { value: number | null; making: Making } {
	const { aggregation, column } = indicator;
	const [only] = councils;
	// Of one area nothing has to be put together, whatever kind of figure it is.
	if (only !== undefined && councils.length === 1) {
		const value = only(column);
		return { value, making: value === null ? 'missing' : 'added' };
	}
	if (aggregation.how === 'none') {
		const value = residentMean(column, councils);
		return { value, making: value === null ? 'missing' : 'approximate' };
	}
	const value = aggregate(indicator, councils);
	if (value === null) return { value, making: 'missing' };
	if (aggregation.how === 'sum') return { value, making: 'added' };
	return { value, making: DENOMINATORS[aggregation.by].standIn === null ? 'averaged' : 'stand-in' };
}

/**
 * Every published figure of some whole areas taken together.
 *
 * @param parts the areas, each once
 */
export function proposalFigures(
	parts: readonly { code: string; name: string }[],
	wire: AreasWire
): ProposalFigure[] {
	const figureOf = figuresByCode(wire);
	const councils = parts.map(({ code }) => figureOf(code));
	const served = new Set(wire.indicators.map(({ key }) => key));
	return INDICATORS.filter(({ column }) => served.has(indicatorKey(column))).map((indicator) => {
		const { value, making } = figureOfParts(indicator, councils);
		const values = parts.map(({ code, name }, at) => ({
			code,
			name,
			value: councils[at]!(indicator.column)
		}));
		return {
			indicator,
			value,
			making,
			made: madeInWords(indicator, making, values),
			range: rangeOf(values),
			parts: values
		};
	});
}

function rangeOf(parts: readonly PartFigure[]): ProposalFigure['range'] {
	const known = parts
		.flatMap((part) => (part.value === null ? [] : [{ ...part, value: part.value }]))
		.sort((a, b) => a.value - b.value);
	const [least, most] = [known[0], known.at(-1)];
	return least === undefined || most === undefined || known.length < 2 ? null : { least, most };
}

const NAMES = new Intl.ListFormat('en-GB');

function madeInWords(
	{ aggregation, label }: Indicator,
	making: Making,
	parts: readonly PartFigure[]
): string {
	if (making === 'missing') {
		const silent = parts.filter(({ value }) => value === null).map(({ name }) => name);
		return silent.length === 0
			? 'What it is weighed by is not published for every area.'
			: silent.length === parts.length
				? 'Not published for any of the areas.'
				: `Not published for ${NAMES.format(silent)}.`;
	}
	if (parts.length === 1) return 'As published for the one area.';
	switch (aggregation.how) {
		case 'sum':
			return 'Added up.';
		case 'mean': {
			const { label: by, standIn }: Denominator = DENOMINATORS[aggregation.by];
			return standIn === null ? `Averaged, weighed by ${by}.` : `Averaged, weighed by ${by}: ${standIn}.`;
		}
		case 'none':
			return `${label} ${aggregation.why}: the mean weighed by residents stands here, and the range of the areas.`;
	}
}
