import { AnalysisError } from '#lib/analysis/analysis-error.ts';

/** Which units or actions may be chosen, as the choice goes on. */
export interface ChoiceRule {
	/** Whether it could be part of any choice. */
	ever(item: number): boolean;
	/** Whether it may be chosen next. */
	now(item: number): boolean;
	take(item: number): void;
}

/** What a plan must keep to. */
export interface Constraints {
	/** 1 for each unit that may take part; everyone when left out (members only, a region, not excluded by hand). */
	mayTakePart?: Uint8Array;
	/** Most actions one unit takes part in (count). */
	atMost?: number;
	/** Group of each unit, such as its region, and how many groups a plan must reach at least. */
	groups?: readonly (string | null)[];
	atLeastGroups?: number;
}

/**
 * Turns constraints into a rule for choosing k items.
 *
 * @param parties units that take part in each item
 * @throws {AnalysisError} naming the constraint that cannot be met, and which one to loosen
 */
export function choiceRule(
	parties: readonly (readonly number[])[],
	k: number,
	{ mayTakePart, atMost = Infinity, groups = [], atLeastGroups = 0 }: Constraints
): ChoiceRule {
	const times = new Map<number, number>();
	const reached = new Set<string>();
	let left = k;
	const groupsOf = (item: number): string[] =>
		parties[item]!.map((unit) => groups[unit] ?? null).filter((group) => group !== null);
	const ever = (item: number): boolean =>
		parties[item]!.every((unit) => mayTakePart === undefined || mayTakePart[unit] === 1);
	assertPossible(parties, k, ever, groupsOf, atLeastGroups);
	return {
		ever,
		now(item) {
			if (!ever(item)) return false;
			if (parties[item]!.some((unit) => (times.get(unit) ?? 0) >= atMost)) return false;
			// The last choices are kept for groups that are still missing.
			const missing = atLeastGroups - reached.size;
			const most = parties[item]!.length;
			if (missing <= 0 || missing <= (left - 1) * most) return true;
			return groupsOf(item).some((group) => !reached.has(group));
		},
		take(item) {
			left -= 1;
			for (const unit of parties[item]!) times.set(unit, (times.get(unit) ?? 0) + 1);
			for (const group of groupsOf(item)) reached.add(group);
		}
	};
}

function assertPossible(
	parties: readonly (readonly number[])[],
	k: number,
	ever: (item: number) => boolean,
	groupsOf: (item: number) => string[],
	atLeastGroups: number
): void {
	const possible = parties.map((_, item) => item).filter(ever);
	if (possible.length === 0)
		throw new AnalysisError(
			'nobody is left to choose from after the constraints; exclude fewer, or allow more places'
		);
	if (possible.length < k)
		throw new AnalysisError(
			`only ${possible.length} can be chosen after the constraints, fewer than the ${k} wanted; choose fewer, or exclude fewer`
		);
	const groups = new Set(possible.flatMap(groupsOf));
	const most = Math.max(...possible.map((item) => parties[item]!.length));
	if (atLeastGroups > groups.size)
		throw new AnalysisError(
			`a plan cannot reach ${atLeastGroups} regions, since those who may take part lie in ${groups.size}; ask for fewer regions`
		);
	if (atLeastGroups > k * most)
		throw new AnalysisError(
			`${k} cannot reach ${atLeastGroups} regions; choose more, or ask for fewer regions`
		);
}
