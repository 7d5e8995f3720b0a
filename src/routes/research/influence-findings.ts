import type { NetworkInfluence } from '#lib/analysis/study/study-influence.ts';
import type { NetworkResult } from '#lib/analysis/study/study-network-result.ts';
import type { IntervalRow } from '#lib/charts/interval-plot.ts';
import { numberWords, percentWords, pWords } from '#lib/domain/number-words.ts';

type Named = Pick<NetworkResult, 'name' | 'influence'>;

/** Title of the joins: how many pairs of the first network hold two adopters, against chance. */
export function joinsFinding(networks: readonly Named[]): string {
	const first = networks[0];
	if (first === undefined) return 'No network was chosen';
	const { count, expectation, test } = first.influence.joins.bothHave;
	const tie = first.name.toLowerCase();
	if (expectation === null || test === null) return `Pairs of adopters cannot be set against chance (${tie})`;
	const side =
		test.pTwoSided >= 0.05
			? 'about as many as chance gives'
			: count > expectation
				? 'more than chance gives'
				: 'fewer than chance gives';
	const pairs =
		count === 0
			? 'No tied pair holds'
			: count === 1
				? '1 tied pair holds'
				: `${numberWords(count)} tied pairs hold`;
	return `${pairs} two adopters, ${side}: ${expectedWords(expectation)} (${tie})`;
}

/** One line a network: pairs of adopters, of which n, and the test. */
export function joinsFact({ name, influence: { joins } }: Named): string {
	const { bothHave, oneHas, neitherHas } = joins;
	const pairs = bothHave.count + oneHas.count + neitherHas.count;
	const expected = bothHave.expectation === null ? 'not defined' : expectedWords(bothHave.expectation);
	return `${name}: ${wholeWords(bothHave.count)} of ${wholeWords(pairs)} pairs hold two adopters, by chance ${expected}; ${pWords(bothHave.test?.pGreater ?? null)} one-sided; ${joins.having} adopters among ${joins.n} bodies at the end`;
}

/** How far pairs of adopters are from chance, as a share of the expected number, with what chance alone allows. */
export function joinsRow({ name, influence: { joins } }: Named): IntervalRow {
	const { count, expectation, test } = joins.bothHave;
	if (expectation === null || expectation === 0 || test === null) {
		return { name, value: null, lower: null, upper: null };
	}
	const value = count / expectation - 1;
	const reach = (1.96 * Math.sqrt(test.variance)) / expectation;
	return { name, value, lower: value - reach, upper: value + reach };
}

/** How fast contacts followed, in words. */
export function followingFact({ name, influence }: Named, unit: string): string {
	const said = ({ mean, n }: NetworkInfluence['infectiousness']): string =>
		mean === null ? 'not defined' : `${percentWords(mean)} (mean over ${n})`;
	return `${name}: of contacts that adopted later, those that did in the very next ${unit}: ${said(influence.infectiousness)}; of contacts that had adopted earlier, those that had in the ${unit} before: ${said(influence.susceptibility)}`;
}

/** Whether contacts or like positions fit better, or why that cannot be said. */
export function positionsFact({ name, influence: { positions } }: Named): string {
	if (positions.value === null)
		return `${name}: contacts and like positions are not compared. ${positions.refused}`;
	const [contacts, alike] = positions.value.networks;
	const gap = alike!.aic - contacts!.aic;
	const said =
		Math.abs(gap) < 2
			? 'contacts and like positions fit equally well'
			: gap > 0
				? `contacts fit better than like positions, by ${numberWords(gap, 2)} points of AIC`
				: `like positions fit better than contacts, by ${numberWords(-gap, 2)} points of AIC`;
	return `${name}: ${said}, on ${positions.value.events} of ${positions.value.eventsTotal} adoptions`;
}

/** An expected number: whole where the digits after the point say nothing, else with one of them. */
function expectedWords(value: number): string {
	return value.toLocaleString('en-GB', { maximumFractionDigits: value < 100 ? 1 : 0 });
}

function wholeWords(value: number): string {
	return Math.round(value).toLocaleString('en-GB');
}
