import { seededRandom } from '#lib/analysis/numeric/random.ts';
import type { Progress } from '#lib/analysis/progress.ts';
import { withChances, type CascadeGraph, type CascadeModel } from './cascade-graph.ts';
import { choiceRule, type ChoiceRule } from './choice-rule.ts';
import { coverGreedily, setsMet } from './cover-greedily.ts';
import {
	byDegree,
	choose,
	drawnChances,
	kneeOf,
	meanOf,
	part,
	RANDOM_CHOICES,
	randomChoices,
	shareReached
} from './plan-measures.ts';
import { planSeeds } from './plan-seeds.ts';
import type { Found, PlanChoice, PlanData } from './plan-types.ts';
import { ReverseSets } from './reverse-sets.ts';
import { Worlds } from './worlds.ts';

/** Reverse-reachable sets of one draw of the chances (count). */
const DRAWN_SETS = 12_000;

/** A plan of k first members, measured and compared; see `makePlan`. */
export function seedPlan(
	data: PlanData,
	graph: CascadeGraph,
	choice: PlanChoice,
	progress?: Progress
): Found {
	const { hasAdopted, groups } = data;
	const { k, model, seed, draws } = choice;
	const size = graph.size;
	const mayTakePart = data.mayTakePart.map((may, unit) => (may === 1 && hasAdopted[unit] === 0 ? 1 : 0));
	const parties = Array.from({ length: size }, (_, unit) => [unit]);
	const rule = (): ChoiceRule =>
		choiceRule(parties, k, { mayTakePart, groups, atLeastGroups: choice.atLeastGroups });
	const plan = planSeeds(graph, model, { k, hasAdopted, rule, seed, ...part(progress, 0, 0.5) });
	const measure = (of: CascadeGraph, count: number, by: number): ReverseSets => {
		const sets = new ReverseSets(of, model, hasAdopted, seededRandom(by));
		sets.drawUntil(count);
		return sets;
	};
	const sets = measure(graph, 40_000, seed + 3);
	const gain = (seeds: readonly number[], on = sets): number => (size * setsMet(on, size, seeds)) / on.count;
	const random = randomChoices(parties, rule, k, RANDOM_CHOICES, seed).map((items) => gain(items));
	const connected = choose(rule(), k, byDegree(graph));
	const drawn = drawnChances(graph, choice, draws, progress, (changed, by) => {
		const some = measure(changed, DRAWN_SETS, by);
		const [ours, again] = [gain(plan.seeds, some), coverGreedily(some, size, k, rule()).seeds];
		const others = randomChoices(parties, rule, k, 10, by).map((items) => gain(items, some));
		return { ours, random: meanOf(others), again: plan.seeds.map((one) => again.includes(one)) };
	});
	const scaled = (factor: number): number =>
		gain(
			plan.seeds,
			measure(
				withChances(graph, model, (chance) => chance * factor),
				20_000,
				seed + 4
			)
		);
	return {
		members: plan.seeds.map((unit, at) => ({
			parties: [unit],
			adds: plan.curve[at]! - (at === 0 ? 0 : plan.curve[at - 1]!),
			chosenAgain: drawn.again(at)
		})),
		without: plan.without,
		gain: drawn.around(plan.curve.at(-1) ?? 0),
		curve: plan.curve,
		knee: kneeOf(plan.curve),
		certified: plan.certified,
		promised: plan.promised,
		bound: null,
		gapPerCent: null,
		comparisons: [
			{ key: 'nothing', gain: 0, reason: null, members: [] },
			{ key: 'random', gain: meanOf(random), reason: null, members: [] },
			{
				key: 'best connected',
				gain: gain(connected),
				reason: null,
				members: connected.map((unit) => [unit])
			},
			{ key: 'suggested', gain: null, reason: 'introductions are suggested for pairs only', members: [] }
		],
		overRandom: drawn.overRandom(),
		halved: scaled(0.5),
		doubled: scaled(2),
		reached: reachedBySeeds(graph, model, hasAdopted, plan.seeds, seed),
		samples: { worlds: null, sets: plan.sets, candidates: null, possible: null, draws }
	};
}

function reachedBySeeds(
	graph: CascadeGraph,
	model: CascadeModel,
	hasAdopted: Uint8Array,
	seeds: readonly number[],
	seed: number
): { without: Float64Array; with: Float64Array } {
	const count = Math.max(50, Math.min(2000, Math.floor(4_000_000 / graph.size)));
	const started = hasAdopted.slice();
	for (const unit of seeds) started[unit] = 1;
	const share = (from: Uint8Array): Float64Array =>
		shareReached(new Worlds(graph, model, count, seed + 2, from));
	return { without: share(hasAdopted), with: share(started) };
}
