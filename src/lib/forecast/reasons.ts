import type { ForecastData, ForecastTrait } from './forecast-data.ts';
import type { HazardModel } from './hazard-model.ts';
import { contributionsAtEnd, type Standing } from './run-ahead.ts';
import type { Term } from './terms.ts';

/** Why a chance is above or below that of the others at risk. */
export interface Reason {
	term: string;
	/** Added to the log odds, from the average of those at risk. */
	contribution: number;
	words: string;
}

/** Below this sum of contributions (log odds), a chance is what anybody's is. */
const SMALL = 0.1;
const SHOWN = 3;

/** Said where nothing in the data sets a unit apart. */
export const NO_REASON = 'for no reason in the data';

/**
 * The three largest contributions of each unit at risk against the average of those at risk, in the units that the
 * data came in. Empty where they are small together.
 */
export function reasonsAtEnd(
	data: ForecastData,
	terms: readonly Term[],
	model: HazardModel,
	standing: Standing
): Reason[][] {
	const all = Array.from(standing.atRisk, (unit) => contributionsAtEnd(model, terms, standing, unit));
	const means = terms.map((_, k) => all.reduce((sum, one) => sum + one[k]!, 0) / Math.max(all.length, 1));
	return all.map((contributions, at) => {
		const unit = standing.atRisk[at]!;
		const apart = contributions
			.map((value, k) => ({ k, contribution: value - means[k]! }))
			.filter(({ k, contribution }) => contribution !== 0 && !isOtherKind(terms[k]!, data, unit))
			.sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution) || a.k - b.k);
		if (apart.reduce((sum, one) => sum + Math.abs(one.contribution), 0) < SMALL) return [];
		return apart.slice(0, SHOWN).map(({ k, contribution }) => ({
			term: terms[k]!.name,
			contribution,
			words: `${wordsOf(data, terms[k]!, standing, unit)} (${contribution > 0 ? 'raises' : 'lowers'} it)`
		}));
	});
}

function traitOf(term: Term, { traits }: ForecastData): ForecastTrait | null {
	return traits.find(({ name }) => name === term.name) ?? null;
}

/** What kind a body is not is no reason that anybody would give. */
function isOtherKind(term: Term, data: ForecastData, unit: number): boolean {
	const trait = traitOf(term, data);
	return trait !== null && trait.scale === 'yes or no' && trait.values[unit] !== 1;
}

function wordsOf(data: ForecastData, term: Term, standing: Standing, unit: number): string {
	if (term.network !== null) {
		const { contacts, adopting } = standing.networks[term.network]!;
		const name = data.networks[term.network]!.name;
		if (contacts[unit] === 0) return `it has no contacts in ${name}`;
		if (contacts[unit] === 1)
			return `its one contact in ${name} ${adopting[unit] === 1 ? 'had' : 'had not'} adopted by the end of the record`;
		return `${adopting[unit] === 0 ? 'none' : adopting[unit]} of its ${contacts[unit]} contacts in ${name} had adopted by the end of the record`;
	}
	const trait = traitOf(term, data)!;
	if (trait.scale === 'yes or no') return trait.name;
	const value = trait.values[unit] ?? null;
	if (value === null) return `${trait.name} is not known and counts as the average`;
	const known = Array.from(standing.atRisk, (one) => trait.values[one] ?? null).filter((one) => one !== null);
	const mean = known.reduce((sum, one) => sum + one, 0) / known.length;
	return `${trait.name} is ${figure(value)}, against an average of ${figure(mean)}`;
}

function figure(value: number): string {
	const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 1 ? 1 : 3;
	return value.toLocaleString('en-GB', { maximumFractionDigits: digits });
}
