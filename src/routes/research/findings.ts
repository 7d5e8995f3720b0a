import type { Robustness } from '#lib/analysis/study/robustness.ts';
import type { NetworkResult } from '#lib/analysis/study/study-network-result.ts';
import type { StudySurvival } from '#lib/analysis/study/study-survival.ts';
import type { StudyCore, StudyResult } from '#lib/analysis/study/study.ts';
import type { Estimate } from '#lib/analysis/survival/estimate.ts';
import { holdsAlone, holdsThroughout } from '#lib/analysis/survival/network-comparison.ts';
import type { NetworkEvidence } from '#lib/analysis/survival/network-comparison.ts';
import type { SurvivalSummary } from '#lib/analysis/survival/survival-summary.ts';
import {
	countOf,
	decimalWords,
	listOf,
	numberWords,
	percentWords,
	pWords
} from '#lib/domain/number-words.ts';
import { bodiesWords, periodWords } from './figure-words.ts';

/** Title of the adoption curve. */
export function curveFinding({ n, adopters, leftCensored, peak, unit, curve }: StudyCore): string {
	const all = bodiesWords(n);
	if (adopters === 0) return `None of ${all} adopted within the period`;
	const ended = curve.reduce((sum, { ending }) => sum + ending, 0);
	const start = `${adopters.toLocaleString('en-GB')} of ${all} adopted`;
	if (peak === null) return `${start}; when is not known`;
	const outOf = leftCensored === 0 ? 'them' : `the ${peak.known} whose date is known`;
	const most = `${percentWords(peak.share)} of ${outOf} in ${periodWords(peak.period, unit)}`;
	return `${start}, ${most}${ended > 0 ? `; ${ended} closed or ended it later` : ''}`;
}

/** First and last period of a study, and their unit. */
export function spanWords({ periods, unit }: Pick<StudyCore, 'periods' | 'unit'>): string {
	return `${periodWords(periods[0]!, unit)} to ${periodWords(periods.at(-1)!, unit)}, by ${unit}`;
}

/** Title of the hazard. */
export function hazardFinding({ curve, periods, unit }: StudyCore): string {
	const known = curve.flatMap(({ hazard, atRisk }, at) => (hazard === null ? [] : [{ hazard, atRisk, at }]));
	const top = known.reduce<(typeof known)[number] | null>(
		(best, one) => (best === null || one.hazard > best.hazard ? one : best),
		null
	);
	if (top === null || top.hazard === 0) return 'Nobody at risk adopted in any period';
	return `Adopting was likeliest in ${periodWords(periods[top.at]!, unit)}: ${percentWords(top.hazard)} of the ${top.atRisk} who could still adopt did`;
}

/** Title of the survival curves: the period itself is named, so that no counting from 0 or 1 comes into it. */
export function survivalFinding({ survival, periods, unit }: StudyCore): string {
	if (survival.value === null) return 'How long bodies went without it cannot be said';
	const { n, atStart, summary, logRank, groupedBy } = survival.value;
	const without =
		n === atStart
			? n === 1
				? 'the one body without it at the start'
				: `the ${n} without it at the start`
			: `those without it (${atStart} at the start, ${n - atStart} founded later)`;
	const median =
		summary?.median == null
			? `Fewer than half of ${without} adopted within the period`
			: `Half of ${without} had adopted by the end of ${timeWords(summary.median, periods, unit)}`;
	if (logRank?.p == null || groupedBy === null) return median;
	return logRank.p < 0.05
		? `${median}; speed differed by ${groupedBy} (${pWords(logRank.p)})`
		: `${median}; no clear difference by ${groupedBy} (${pWords(logRank.p)})`;
}

/** Out of whom the survival curves are: who was there from the start, and who entered later. */
export function survivalCounts({ n, atStart }: Pick<StudySurvival, 'n' | 'atStart'>): string {
	const later = n - atStart;
	if (later === 0) return `n = ${n}, all there without it at the start`;
	return `n = ${n}: ${atStart} there without it at the start, ${later} founded later`;
}

/** When half of a group had adopted. */
export function halfReached(
	summary: SurvivalSummary | null,
	{ periods, unit }: Pick<StudyCore, 'periods' | 'unit'>
): string {
	return summary?.median == null ? 'half not reached' : `half by ${timeWords(summary.median, periods, unit)}`;
}

/** A time of the survival curves, of which period 1 is the first, by the name of its period. */
function timeWords(time: number, periods: readonly string[], unit: string): string {
	return periodWords(periods[Math.ceil(time) - 1] ?? periods.at(-1)!, unit);
}

/** The period of a mean time of adoption, of which 0 is the first period. */
export function meanPeriodWords(
	mean: number | null,
	{ periods, unit }: Pick<StudyCore, 'periods' | 'unit'>
): string {
	return mean === null ? 'not defined' : periodWords(periods[Math.round(mean)] ?? periods.at(-1)!, unit);
}

/** Pairs of a network at the end, each once, among the bodies that exist then, and who has none. */
export function tiesFact({ name, pairs, present, withoutTies }: NetworkResult): string {
	const none =
		withoutTies === 0
			? 'none without a contact'
			: `${countOf(withoutTies, 'body', 'bodies')} without a contact, left out and not counted as 0`;
	return `${name}: ${countOf(pairs, 'pair')} tied at the end, among ${countOf(present, 'body', 'bodies')}; ${none}`;
}

/** Title of exposure over time. */
export function exposureFinding(
	networks: readonly NetworkResult[],
	periods: readonly string[],
	unit: string
): string {
	const first = networks[0];
	if (first === undefined) return 'No network was chosen';
	const along = `on average (${first.name.toLowerCase()})`;
	const half = first.exposure.map(({ mean }) => mean !== null && mean >= 0.5);
	const at = half.indexOf(true);
	if (at < 0) return `At no time had half of a body’s contacts adopted, ${along}`;
	const when = periodWords(periods[at]!, unit);
	// Councils that close take their adoption with them, so the mean may fall again.
	return half.slice(at).every(Boolean)
		? `From ${when} on, half of a body’s contacts or more had adopted, ${along}`
		: `In ${when}, for the first time, half of a body’s contacts had adopted, ${along}; later it was less again`;
}

/** Largest Moran's I of a network over the periods; null where it is undefined in all of them. */
export function largestMoran(moran: NetworkResult['moran']): number | null {
	const known = moran.flatMap(({ observed }) => observed ?? []);
	return known.length === 0 ? null : Math.max(...known);
}

/** Title of Moran's I over time: how large it grew, and where. */
export function moranFinding(networks: readonly NetworkResult[]): string {
	const largest = networks
		.map(({ name, moran }) => ({ name, most: largestMoran(moran) }))
		.filter((one): one is { name: string; most: number } => one.most !== null)
		.reduce<{ name: string; most: number } | null>(
			(best, one) => (best === null || one.most > best.most ? one : best),
			null
		);
	if (largest === null) return 'Whether adopters stood near adopters cannot be said';
	const { name, most } = largest;
	const size =
		most < 0.15
			? 'Adopters clustered at most weakly'
			: most < 0.35
				? 'Adopters clustered'
				: 'Adopters clustered strongly';
	return `${size}: Moran’s I was ${decimalWords(most)} at its largest (${name.toLowerCase()})`;
}

/** How often a network's Moran left the band of chance. */
export function moranBeyondChance({ name, moran }: NetworkResult): string {
	const known = moran.filter(({ observed, permutation }) => observed !== null && permutation !== null);
	const beyond = known.filter(({ observed, permutation }) => observed! > permutation!.upper).length;
	return `${name}: above the band in ${beyond} of ${known.length} periods, which follow each other and so count as few`;
}

/** Title of the comparison: what holds under every choice, and how much exposure adds to the time alone. */
export function comparisonFinding({ comparison }: Pick<StudyResult, 'comparison'>): string {
	if (comparison.value === null) return 'The networks cannot be compared on these data';
	const { networks, aicWithoutExposure, choices } = comparison.value;
	const best = networks.reduce((least, one) => (one.aic < least.aic ? one : least));
	const gain = aicWithoutExposure - best.aic;
	if (gain < 2) return 'No network explains the spread better than the calendar alone';
	const holding = networks.filter((network) => holdsThroughout(network, aicWithoutExposure));
	const size = `by ${numberWords(gain, 2)} points of AIC in ${numberWords(aicWithoutExposure, 4)} over the calendar alone: ${gain < 10 ? 'a small gain' : 'a clear gain, not a proof'}`;
	const fits = `${best.name} fits best, ${size}`;
	if (!networks.some((network) => holdsAlone(network, aicWithoutExposure))) {
		return best.exposure.coefficient === null
			? `${best.name} fits best, but no finite estimate of it exists`
			: `${best.name} fits best, but what it adds may be chance`;
	}
	if (choices.length === 0) return fits;
	const added = listOf(choices, 'or');
	if (holding.length === 0) return `${fits}, and none holds with ${added} added`;
	const names = listOf(holding.map(({ name }) => name));
	return holding.length === 1 && holding[0] === best
		? `${fits}; it holds with ${added} added`
		: `${fits}; with ${added} added ${holding.length === 1 ? `only ${names} holds` : `${names} hold`}`;
}

/** How one network fares under each choice, in numbers. */
export function choicesFact({ name, exposure, choices }: NetworkEvidence): string {
	const said = ({ coefficient, p }: Pick<Estimate, 'coefficient' | 'p'>): string =>
		coefficient === null ? 'no finite estimate' : `${numberWords(coefficient, 2)} (${pWords(p)})`;
	const added = choices.map(
		(choice) =>
			`with ${choice.added} added ${choice.exposure === null ? 'no estimate' : said(choice.exposure)}`
	);
	return `${name}: log odds ratio ${[`${said(exposure)} by the calendar alone`, ...added].join(', ')}`;
}

/** The one careful sentence under the comparison, with a common wave named where there is one. */
export function comparisonCaution({ comparison, core }: Pick<StudyResult, 'comparison' | 'core'>): string {
	const wave =
		core.peak !== null && core.peak.share >= 0.2
			? ` ${percentWords(core.peak.share)} of the ${core.peak.known} whose date is known adopted in ${periodWords(core.peak.period, core.unit)} alone: a common cause reached everyone, and the model lets each ${core.unit} have a level of its own for that reason.`
			: '';
	return `${comparison.value?.sentence ?? ''}${wave} From one spread nobody can tell influence from likeness.`.trim();
}

/** Title of the table of choices. */
export function robustnessFinding(table: Robustness): string {
	const { rows, most, least, below, tried, belowCorrected, permutations } = table;
	if (most === null || least === null) return `Asked in ${rows.length} ways, Moran’s I is not defined in any`;
	const corrected =
		belowCorrected === null
			? `how many would after allowing for ${tried} tries cannot be told with ${permutations} shuffles`
			: `${belowCorrected} after allowing for ${tried} tries`;
	return `Asked in ${rows.length} ways, I runs from ${numberWords(least, 2)} to ${numberWords(most, 2)}; ${below} have a one-sided p below .05, ${corrected}`;
}

/** Which dates the table of choices is of. */
export function robustnessPeriod({ period: { from, until } }: Robustness): string {
	const unit = from.length > 4 ? 'month' : 'year';
	return `Dates from ${periodWords(from, unit)} to ${periodWords(until, unit)}`;
}

/** The careful sentences under the table of choices. */
export function choicesCaution({ most, least, wave, below, tried }: Robustness): string {
	const largest = Math.max(Math.abs(most ?? 0), Math.abs(least ?? 0));
	const size =
		most === null
			? 'The measure is not defined in any of these ways.'
			: largest < 0.15
				? 'Every value is small, whichever way one asks.'
				: `The values differ with the choice, up to ${numberWords(largest, 2)}.`;
	const small =
		most !== null && largest < 0.15 && below > 0
			? ` Where p is small the value is not large: with this many places a trace is enough, and ${tried} tries find some.`
			: '';
	const common =
		wave.share >= 0.2
			? ` One wave dominates: ${percentWords(wave.share)} of the dates fall in ${periodWords(wave.month, 'month')} alone, across the whole country, which no network between neighbours explains.`
			: '';
	return `${size}${small}${common} From this table it cannot be concluded that neighbours learnt from each other, nor that they did not; whoever picks one row after seeing all of them can show either.`;
}

/** Title of the classes. */
export function classFinding({ classes }: Pick<StudyResult, 'classes'>): string {
	if (classes.value === null) return 'No classes of adopters are given';
	const { five, n, threshold, network } = classes.value;
	const early = (five.counts[1] ?? 0) + (five.counts[2] ?? 0);
	const mean = threshold?.mean ?? null;
	return `${early === 0 ? 'None' : early} of the ${n} who adopted so far ${early === 1 ? 'was' : 'were'} early by Rogers’ cuts${mean === null ? '' : `; on average ${percentWords(mean)} of their contacts had adopted just before them${network === null ? '' : ` (${network.toLowerCase()})`}`}`;
}

/** Title of the sources. */
export function sourcesFinding({ declared, networks }: Pick<StudyResult, 'declared' | 'networks'>): string {
	const said =
		declared.length === 0
			? 'Nobody has said who they learnt it from'
			: `${countOf(declared.length, 'statement')} of who learnt it from whom`;
	const inferred = networks[0]?.plausible.length ?? 0;
	return inferred === 0
		? said
		: `${said}; for ${inferred} a plausible source is inferred from times and ties`;
}

/** Title of Bass's model. */
export function bassFinding({ bass }: Pick<StudyResult, 'bass'>): string {
	const fits = bass.filter(({ outcome }) => outcome.fit !== null).length;
	if (fits === 0) return 'Bass’s growth curve is not given: the data cannot identify it';
	return fits < bass.length
		? `Bass’s growth curve: ${fits} of ${bass.length} estimators give an answer, so it is not to be leaned on`
		: 'Bass’s growth curve, by four estimators that need not agree';
}

/** A line of a network's Moran figure for the chosen period. */
export function moranReading({ moran }: NetworkResult, period: number): string {
	const row = moran[period];
	if (row === undefined || row.observed === null)
		return 'not defined here: all or none had adopted, or there are no ties';
	return `I = ${numberWords(row.observed)}, ${pWords(row.permutation?.pGreater ?? null)} one-sided`;
}

/** How far figures move with dates known only to the month or year; one sentence where none is. */
export function dateFacts({ sensitivity }: Pick<StudyResult, 'sensitivity'>): string[] {
	const first = sensitivity[0];
	if (first === undefined) return [];
	if (first.result.imprecise === 0) return [first.result.sentence];
	return sensitivity.map(({ figure, result: { imprecise, sentence } }) => {
		const moved = sentence.replace(/^.*?imprecise[;,] ?/, '');
		return `${figure}: ${countOf(imprecise, 'date')} ${imprecise === 1 ? 'is' : 'are'} imprecise; ${moved}`;
	});
}
