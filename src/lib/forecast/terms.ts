import { AnalysisError } from '#lib/analysis/analysis-error.ts';
import type { ForecastData, ForecastTrait, TraitPart } from './forecast-data.ts';

/** A column of the model beside its course over time. */
export interface Term {
	name: string;
	part: 'exposure' | 'likeness' | TraitPart;
	/** Network it is measured through, by position; `null` for a trait. */
	network: number | null;
	/** Values of a trait as the model takes them, blanks at the average; `null` for exposure. */
	values: Float64Array | null;
}

/** Most traits a model takes: with more, forty adopters can be told apart by chance. */
export const MOST_TRAITS = 40;

/**
 * The columns of a model: exposure through each network, then each trait.
 *
 * @throws {AnalysisError} naming a trait that is no number, does not vary or repeats another, or two networks that are one
 */
export function termsOf({ networks, traits, panel }: ForecastData): Term[] {
	if (traits.length > MOST_TRAITS)
		throw new AnalysisError(
			`there are ${traits.length} columns of traits (a column of words counts once for each word); choose at most ${MOST_TRAITS}`
		);
	const exposures = networks.map(({ name, isLikeness }, network): Term => {
		const part = isLikeness ? 'likeness' : 'exposure';
		return { name: `exposure through ${name}`, part, network, values: null };
	});
	const columns = traits.map((trait): Term => {
		if (trait.values.length !== panel.ids.length)
			throw new AnalysisError(
				`${trait.name} has ${trait.values.length} values for ${panel.ids.length} units`
			);
		return { name: trait.name, part: trait.part, network: null, values: columnOf(trait) };
	});
	assertApart(columns);
	return [...exposures, ...columns];
}

function columnOf({ name, values, scale }: ForecastTrait): Float64Array {
	const known: number[] = [];
	const taken = values.map((value, unit) => {
		if (value === null) return null;
		if (!Number.isFinite(value)) throw new AnalysisError(`${name} has no number for unit ${unit + 1}`);
		if (scale === 'log' && value <= 0)
			throw new AnalysisError(
				`${name} is ${value} for unit ${unit + 1}; its logarithm needs numbers above 0`
			);
		const one = scale === 'log' ? Math.log(value) : value;
		known.push(one);
		return one;
	});
	const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(known.length, 1);
	const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(known.length, 1);
	if (!(variance > 1e-20 * (1 + mean ** 2)))
		throw new AnalysisError(`${name} is the same for everyone, so it can explain nothing`);
	const spread = Math.sqrt(variance);
	return Float64Array.from(taken, (value) => (value === null ? 0 : (value - mean) / spread));
}

function assertApart(columns: readonly Term[]): void {
	columns.forEach((one, at) => {
		const same = columns.slice(0, at).find((other) => {
			const product = one.values!.reduce((sum, value, unit) => sum + value * other.values![unit]!, 0);
			const squares = (term: Term): number => term.values!.reduce((sum, value) => sum + value ** 2, 0);
			return Math.abs(product) > (1 - 1e-10) * Math.sqrt(squares(one) * squares(other));
		});
		if (same !== undefined)
			throw new AnalysisError(
				`${one.name} says the same as ${same.name}, so that their effects cannot be told apart`
			);
	});
}
