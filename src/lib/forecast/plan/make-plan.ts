import { AnalysisError } from '#lib/analysis/analysis-error.ts';
import type { Progress } from '#lib/analysis/progress.ts';
import { cascadeGraph, type CascadeGraph } from './cascade-graph.ts';
import { actionPlan } from './action-plan.ts';
import type { Found, Plan, PlanChoice, PlanData, PlanKind } from './plan-types.ts';
import { seedPlan } from './seed-plan.ts';

/**
 * Chooses k seeds, introductions or hosts, and says how much they are likely to help against doing nothing, choosing
 * at random and choosing the best connected.
 *
 * The chances are assumptions: intervals are over draws that make all of them up to twice as large or as small.
 *
 * @throws {AnalysisError} if k, a chance or the constraints cannot be used
 */
export function makePlan(data: PlanData, choice: PlanChoice, progress?: Progress): Plan {
	assertChoice(data, choice);
	const graph = cascadeGraph(data.ids.length, data.edges, choice.model);
	const found =
		choice.what === 'seeds'
			? seedPlan(data, graph, choice, progress)
			: actionPlan(data, graph, choice, progress);
	return { ...found, sentence: sentenceOf(found, choice), notes: notesOf(graph, choice, found) };
}

function assertChoice({ ids, hasAdopted }: PlanData, { k, added, atMost, what, draws }: PlanChoice): void {
	if (!Number.isInteger(k) || k < 1) throw new AnalysisError(`k is ${k}; it is a whole number of at least 1`);
	const left = hasAdopted.reduce((sum, one) => sum + 1 - one, 0);
	if (left === 0) throw new AnalysisError('everyone has adopted, so that there is nothing left to plan');
	if (what === 'seeds' && k > left)
		throw new AnalysisError(`k is ${k}, more than the ${left} of ${ids.length} who have not adopted`);
	if (!(added >= 0 && added <= 1))
		throw new AnalysisError(`the chance of what is added is ${added}; a chance is a number from 0 to 1`);
	if (!Number.isInteger(atMost) || atMost < 1)
		throw new AnalysisError(`at most ${atMost} an organisation leaves nothing to choose; allow at least 1`);
	if (!Number.isInteger(draws) || draws < 0)
		throw new AnalysisError(`there are ${draws} draws; it is a whole number of at least 0`);
}

const WORDS: Record<PlanKind, [string, string]> = {
	seeds: ['first member', 'first members'],
	pairs: ['introduction', 'introductions'],
	hosts: ['visit', 'visits']
};

function sentenceOf({ gain, overRandom, comparisons }: Found, { what, k }: PlanChoice): string {
	const things = `${k} ${WORDS[what][k === 1 ? 0 : 1]}`;
	if (overRandom !== null && overRandom.lower <= 0)
		return `No plan found better than chance: ${things} at random do as well.`;
	const chance = comparisons.find(({ key }) => key === 'random')!.gain!;
	return `${things} are expected to bring ${figure(gain.value)} more adopters (${figure(gain.lower)} to ${figure(gain.upper)}), against ${figure(chance)} for as many at random.`;
}

function figure(value: number): string {
	return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function notesOf(
	graph: CascadeGraph,
	{ what, model, atLeastGroups }: PlanChoice,
	{ samples }: Found
): string[] {
	return [
		'The chances are assumed, not fitted: intervals are over draws that make all of them up to twice as large or as small.',
		...(what === 'seeds'
			? []
			: [
					'The bound holds for these worlds and these candidates only: what introductions and visits add has no falling returns.'
				]),
		...(samples.possible !== null && samples.candidates !== null && samples.possible > samples.candidates
			? [`Of ${samples.possible} possible, the ${samples.candidates} most promising were weighed.`]
			: []),
		...(model === 'lt' && graph.scaled > 0
			? [
					`The weights into ${graph.scaled} organisations were scaled down to a sum of 1, as a threshold needs.`
				]
			: []),
		...(what === 'seeds' && atLeastGroups > 0
			? ['The certified share is of the best choice without regions; the choice itself keeps to them.']
			: [])
	];
}
