import { DomainError } from '#lib/domain/errors.ts';
import { hasColumn } from '#lib/tables/table.ts';
import { WINSOR_1_99, WINSOR_5_95 } from './column-scale.ts';
import { LEAST_OF_A_TYPE } from './comparison-group.ts';
import { PRODUCT_COVERAGE, REFERENCE_COVERAGE, type CoverageRule } from './coverage-rule.ts';
import { passedOverSentence } from '#lib/tables/figures.ts';
import { factsColumn, numericColumns, type Facts } from './facts-csv.ts';
import type { PeerModel, PeerOptions } from './peer-space.ts';
import { presentIndicators } from './default-indicators.ts';
import { presetWeights } from './presets.ts';

/** What a person asks of a peers report; null takes the default that suits the file. */
export interface ReportRequest {
	columns: readonly string[] | null;
	weights: readonly number[] | null;
	log: readonly string[];
	winsorise: boolean | null;
	/** Column whose values part the areas into comparison universes. */
	within: string | null;
	model: PeerModel;
	/**
	 * Universes with fewer areas are compared with the whole file; null takes the product's 30 for the product's
	 * comparison and none otherwise.
	 */
	least: number | null;
	/** One area only, by present or former code. */
	area: string | null;
	/** Peers to list, a whole number of at least 1. */
	k: number;
}

/** A request with every default settled, and what was settled in words. */
export interface ReportSettings {
	columns: string[];
	/** One a column, where all of them count. */
	weights: number[];
	/** The same where only some columns count in a universe; null where all always do. */
	weightsOf: ((isCounted: readonly boolean[]) => number[]) | null;
	/** Whether figures are brought to scale by all areas of the file, whatever universe they are compared in. */
	isScaledByAll: boolean;
	/** Universes with fewer areas are compared with the whole file. */
	least: number;
	options: PeerOptions;
	rule: CoverageRule;
	notes: string[];
}

/**
 * Settles what a report compares by.
 *
 * With default indicators in the file and no columns named, the product's own comparison: those
 * indicators with their logarithms, balanced weights, winsorising and the 60% rule for pairs; figures brought to scale
 * by all areas of the file; what one nation does not publish left out; universes of fewer than 30 areas compared with
 * the whole file. Otherwise the plain comparison that R gives: the columns named (or all numeric ones), weight 1,
 * nothing else done unless asked.
 *
 * @throws {DomainError} if the file has no numeric column, or the weights do not match the columns
 */
export function settle(facts: Facts, request: ReportRequest): ReportSettings {
	const indicators = request.columns === null ? presentIndicators(facts.columns) : [];
	const isProduct = indicators.length > 0;
	const columns = isProduct
		? indicators.map(({ column }) => column)
		: (request.columns?.map((column) => factsColumn(facts, column)) ?? comparedColumns(facts, request));
	if (columns.length === 0) throw new DomainError('The file has no column of numbers to compare by.');
	if (request.weights !== null && request.weights.length !== columns.length) {
		const { length } = request.weights;
		throw new DomainError(
			`There ${length === 1 ? 'is 1 weight' : `are ${length} weights`} for ${columns.length} columns (${columns.join(', ')}).`
		);
	}
	const defaults = isProduct ? presetWeights('balanced', indicators) : columns.map(() => 1);
	const defaultLogs = isProduct ? indicators.filter(({ log }) => log).map(({ column }) => column) : [];
	const winsorise = request.winsorise ?? isProduct;
	return {
		columns,
		weights: [...(request.weights ?? defaults)],
		weightsOf:
			isProduct && request.weights === null
				? (isCounted) => presetWeights('balanced', indicators, isCounted)
				: null,
		isScaledByAll: isProduct,
		least: request.least ?? (isProduct ? LEAST_OF_A_TYPE : 0),
		options: {
			model: request.model,
			log: [...new Set([...defaultLogs, ...request.log.map((name) => asNamed(facts, name))])],
			winsorise: !winsorise ? null : isProduct ? WINSOR_1_99 : WINSOR_5_95
		},
		rule: isProduct ? PRODUCT_COVERAGE : REFERENCE_COVERAGE,
		notes: notes(facts, request, columns, isProduct)
	};
}

/** Every column of figures that says what an area is like; what parts the areas into universes does not. */
function comparedColumns(facts: Facts, request: ReportRequest): string[] {
	return figures(facts, request).flatMap(({ column, passedOver }) => (passedOver === null ? [column] : []));
}

function figures(facts: Facts, { within }: ReportRequest) {
	const parting = within === null ? null : asNamed(facts, within);
	return numericColumns(facts).filter(({ column }) => column !== parting);
}

/** The heading that a name means; the name itself where the file has none, which is told where it is used. */
function asNamed(facts: Facts, name: string): string {
	return hasColumn(facts.table, name) ? factsColumn(facts, name) : name;
}

function notes(facts: Facts, request: ReportRequest, columns: string[], isProduct: boolean): string[] {
	if (isProduct) return [`Compared by the ${columns.length} default indicators that the file has.`];
	if (request.columns !== null) return [];
	const found = figures(facts, request);
	const taken = new Set([...found.map(({ column }) => column), asNamed(facts, request.within ?? '')]);
	const labels = facts.columns.filter((column) => !taken.has(column));
	const passed = passedOverSentence(found, '--columns');
	return [
		`Compared by: ${columns.join(', ')}.`,
		...(passed === null ? [] : [passed]),
		...(labels.length === 0 ? [] : [`Taken as labels, not as figures: ${labels.join(', ')}.`])
	];
}
