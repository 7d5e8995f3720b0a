import { AnalysisError } from '#lib/analysis/analysis-error.ts';
import type { Progress } from '#lib/analysis/progress.ts';
import { hostActions, isTied, pairActions } from './actions.ts';
import { withChances, type CascadeGraph } from './cascade-graph.ts';
import { choiceRule, type ChoiceRule, type Constraints } from './choice-rule.ts';
import { chooseActions, gainOfActions, type Action } from './choose-actions.ts';
import {
	byDegree,
	choose,
	drawnChances,
	kneeOf,
	meanOf,
	part,
	RANDOM_CHOICES,
	randomChoices,
	rankOf,
	scaledAction,
	shareReached
} from './plan-measures.ts';
import type { Comparison, Found, PlanChoice, PlanData } from './plan-types.ts';
import { Worlds } from './worlds.ts';

const MOST_WORLDS = 10_000;
/** Cells of a sample of worlds: with more units there are fewer worlds. */
const MOST_CELLS = 24_000_000;

/** Worlds of one draw of the chances: to measure by, and to choose anew by (count). */
const DRAWN_WORLDS = 1000;
const CHOOSING_WORLDS = 300;

/** So many worlds, or fewer where the network is large. */
function within(worlds: number, size: number): number {
	return Math.max(20, Math.min(worlds, Math.floor(1e6 / size)));
}

/** A plan of k introductions or visits, measured and compared; see `makePlan`. */
export function actionPlan(
	data: PlanData,
	graph: CascadeGraph,
	choice: PlanChoice,
	progress?: Progress
): Found {
	const { hasAdopted, groups, mayTakePart } = data;
	const { k, model, seed, draws, atMost, what, added: chance } = choice;
	const ruledOut = new Set(data.ruledOut.map(([a, b]) => Math.min(a, b) * graph.size + Math.max(a, b)));
	const common = { chance, hasAdopted, mayTakePart, seed };
	const { actions, possible } =
		what === 'pairs'
			? pairActions(graph, model, { ...common, isRuledOut: (a, b) => ruledOut.has(a * graph.size + b) })
			: hostActions(graph, model, common);
	const parties = actions.map((action) => action.parties);
	const constraints: Constraints = { atMost, groups, atLeastGroups: choice.atLeastGroups, mayTakePart };
	const rule = (): ChoiceRule => choiceRule(parties, k, constraints);
	const count = Math.max(100, Math.min(MOST_WORLDS, Math.floor(MOST_CELLS / graph.size)));
	const worlds = new Worlds(graph, model, count, seed, hasAdopted);
	const without = shareReached(worlds);
	const plan = chooseActions(worlds, actions, k, rule(), part(progress, 0, 0.6));
	if (plan.chosen.length < k)
		throw new AnalysisError(
			`only ${plan.chosen.length} of the ${k} wanted keep to the constraints together; allow an organisation more than ${atMost}, or choose fewer`
		);
	const reached = { without, with: shareReached(worlds) };
	const ours = plan.chosen.map((item) => actions[item]!);
	const fewer = new Worlds(graph, model, Math.min(count, 2000), seed + 5, hasAdopted);
	const gain = (items: readonly number[], on = fewer): number =>
		gainOfActions(
			on,
			items.map((item) => actions[item]!)
		);
	const random = randomChoices(parties, rule, k, RANDOM_CHOICES, seed).map((items) => gain(items));
	const degree = byDegree(graph);
	const rank = new Int32Array(graph.size);
	degree.forEach((unit, at) => (rank[unit] = at));
	const connected = choose(
		rule(),
		k,
		parties
			.map((_, item) => item)
			.sort((a, b) => rankOf(parties[a]!, rank) - rankOf(parties[b]!, rank) || a - b)
	);
	// Stability is looked for among the most promising: others are not chosen in the whole sample either.
	const pool = [...new Set([...plan.chosen, ...parties.map((_, item) => item).slice(0, 40)])];
	const drawn = drawnChances(graph, choice, draws, progress, (changed, by, factor) => {
		const some = new Worlds(changed, model, within(DRAWN_WORLDS, graph.size), by, hasAdopted);
		const few = new Worlds(changed, model, within(CHOOSING_WORLDS, graph.size), by, hasAdopted);
		const scaled = actions.map((action) => scaledAction(action, factor));
		const measured = (items: readonly number[]): number =>
			gainOfActions(
				some,
				items.map((item) => scaled[item]!)
			);
		const [value, others] = [
			measured(plan.chosen),
			randomChoices(parties, rule, k, 10, by).map((items) => measured(items))
		];
		const again = chooseActions(
			few,
			pool.map((item) => scaled[item]!),
			k,
			choiceRule(
				pool.map((item) => parties[item]!),
				Math.min(k, pool.length),
				{ ...constraints, atLeastGroups: 0 }
			),
			{ withBound: false }
		).chosen.map((at) => pool[at]!);
		return { ours: value, random: meanOf(others), again: plan.chosen.map((item) => again.includes(item)) };
	});
	const scaledGain = (factor: number): number =>
		gainOfActions(
			new Worlds(
				withChances(graph, model, (one) => one * factor),
				model,
				Math.min(count, 2000),
				seed + 6,
				hasAdopted
			),
			ours.map((action) => scaledAction(action, factor))
		);
	return {
		members: ours.map(({ parties: units }, at) => ({
			parties: units,
			adds: plan.curve[at]! - (at === 0 ? 0 : plan.curve[at - 1]!),
			chosenAgain: drawn.again(at)
		})),
		without: without.reduce((sum, share) => sum + share, 0),
		gain: drawn.around(plan.curve.at(-1) ?? 0),
		curve: plan.curve,
		knee: kneeOf(plan.curve),
		certified: null,
		promised: null,
		bound: plan.bound,
		gapPerCent: plan.gapPerCent,
		comparisons: [
			{ key: 'nothing', gain: 0, reason: null, members: [] },
			{ key: 'random', gain: meanOf(random), reason: null, members: [] },
			{
				key: 'best connected',
				gain: gain(connected),
				reason: null,
				members: connected.map((item) => parties[item]!)
			},
			suggestedPairs(data, graph, choice, fewer)
		],
		overRandom: drawn.overRandom(),
		halved: scaledGain(0.5),
		doubled: scaledGain(2),
		reached,
		samples: { worlds: count, sets: null, candidates: actions.length, possible, draws }
	};
}

function suggestedPairs(
	{ suggested, mayTakePart }: PlanData,
	graph: CascadeGraph,
	{ what, k, added: chance }: PlanChoice,
	worlds: Worlds
): Comparison {
	const none = (reason: string): Comparison => ({ key: 'suggested', gain: null, reason, members: [] });
	if (what !== 'pairs') return none('introductions are suggested for pairs only');
	if (suggested === null)
		return none('what organisations share, by which introductions are suggested, is not at hand');
	const pairs = suggested
		.filter(([a, b]) => mayTakePart[a] === 1 && mayTakePart[b] === 1 && !isTied(graph, a, b))
		.slice(0, k);
	const actions = pairs.map(([a, b]): Action => ({
		parties: [a, b],
		edges: [
			{ key: Math.min(a, b) * graph.size + Math.max(a, b), from: Math.min(a, b), to: Math.max(a, b), chance },
			{ key: Math.max(a, b) * graph.size + Math.min(a, b), from: Math.max(a, b), to: Math.min(a, b), chance }
		]
	}));
	return {
		key: 'suggested',
		gain: gainOfActions(worlds, actions),
		reason: pairs.length < k ? `only ${pairs.length} are suggested` : null,
		members: pairs.map((pair) => [...pair])
	};
}
