import type { Plan, PlanChoice, PlanData } from './plan-types.ts';

/** Where the chances of a plan come from, said in the title of every figure. */
export type ChanceSource = 'flat' | 'by hand' | 'fitted';

/** Gains in expected adopters below this are not listed one by one. */
const LEAST_CHANGE = 0.01;
const MOST_REACHED = 200;
/** A member chosen in fewer draws than this could as well be another. */
export const FEW_DRAWS = 0.5;

/** A plan as the command line and downloads give it; every key is told in the README of the forecast. */
export function planReport(
	plan: Plan,
	data: PlanData,
	choice: PlanChoice,
	source: ChanceSource
): Record<string, unknown> {
	const id = (unit: number): string => data.ids[unit]!;
	return {
		what: choice.what,
		model: choice.model,
		k: choice.k,
		seed: choice.seed,
		chances: source,
		title: titleOf(choice, source),
		added_chance: choice.what === 'seeds' ? null : choice.added,
		sentence: plan.sentence,
		n: data.ids.length,
		adopters: data.hasAdopted.reduce((sum, one) => sum + one, 0),
		expected_without: plan.without,
		gain: plan.gain,
		gain_over_random: plan.overRandom,
		gain_with_half_the_chances: plan.halved,
		gain_with_double_the_chances: plan.doubled,
		set: plan.members.map(({ parties, adds, chosenAgain }) => ({
			ids: parties.map(id),
			names: parties.map((unit) => data.names[unit]!),
			adds,
			chosen_again: chosenAgain,
			could_be_another: chosenAgain === null ? null : chosenAgain < FEW_DRAWS,
			because: reasonOf(parties, data, choice)
		})),
		curve: plan.curve,
		knee: plan.knee,
		certified_ratio: plan.certified,
		promised_ratio: plan.promised,
		delta: plan.certified === null && plan.promised === null ? null : 0.01,
		upper_bound: plan.bound,
		gap_per_cent: plan.gapPerCent,
		comparisons: plan.comparisons.map(({ key, gain, reason, members }) => ({
			key,
			gain,
			reason,
			ids: members.map((units) => units.map(id))
		})),
		reached: reachedOf(plan, data),
		samples: plan.samples,
		notes: plan.notes
	};
}

const WHAT = { seeds: 'First members', pairs: 'Introductions', hosts: 'Visits' } as const;
const MODELS = { ic: 'independent cascade', lt: 'linear threshold' } as const;
const SOURCES = {
	flat: 'one chance assumed for all ties',
	'by hand': 'chances set by hand',
	fitted: 'chances from the fitted model'
} as const;

/** "Introductions, independent cascade, one chance assumed for all ties". */
export function titleOf({ what, model }: Pick<PlanChoice, 'what' | 'model'>, source: ChanceSource): string {
	return `${WHAT[what]}, ${MODELS[model]}, ${SOURCES[source]}`;
}

function reasonOf(
	parties: readonly number[],
	{ names, hasAdopted, edges }: PlanData,
	{ what }: PlanChoice
): string {
	const reaches = (unit: number): number => {
		const found = new Set<number>();
		for (let at = 0; at < edges.from.length; at += 1)
			if (edges.from[at] === unit && edges.to[at] !== unit && hasAdopted[edges.to[at]!] === 0)
				found.add(edges.to[at]!);
		return found.size;
	};
	const contacts = (unit: number): string => {
		const count = reaches(unit);
		return count === 1 ? '1 contact that has not adopted' : `${count} contacts that have not adopted`;
	};
	if (what !== 'pairs') return `${names[parties[0]!]} has ${contacts(parties[0]!)}`;
	const [giver, taker] = [...parties].sort((a, b) => hasAdopted[b]! - hasAdopted[a]!) as [number, number];
	const start =
		hasAdopted[giver] === 1 ? `${names[giver]} has adopted` : `${names[giver]} may adopt on the way`;
	return `${start}; ${names[taker]} has not, and has ${contacts(taker)}`;
}

function reachedOf({ reached }: Plan, { ids, hasAdopted }: PlanData): Record<string, unknown>[] {
	return ids
		.map((id, unit) => ({ id, without: reached.without[unit]!, with: reached.with[unit]!, unit }))
		.filter((one) => hasAdopted[one.unit] === 0 && one.with - one.without >= LEAST_CHANGE)
		.sort((a, b) => b.with - b.without - (a.with - a.without) || a.unit - b.unit)
		.slice(0, MOST_REACHED)
		.map(({ id, without, with: after }) => ({ id, without, with: after }));
}
