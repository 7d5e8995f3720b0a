import type { Day } from '#lib/domain/day.ts';
import { rowsOf } from '#lib/domain/row-index.ts';
import { MEMBERSHIP_STATUSES, STAGES } from '#lib/domain/vocabulary.ts';
import type { MembershipStatus } from '#lib/domain/vocabulary.ts';
import { adoptionSpans } from './adoption-spans.ts';
import { union } from './intervals.ts';
import { membershipSpans } from './membership-spans.ts';
import type { Selection } from './selection.ts';

/** Runs of days of nodes, as columns that can be copied to a worker. */
export interface NodeDays {
	node: Int32Array;
	/** First day, and first day no longer. */
	from: Int32Array;
	to: Int32Array;
}

/** A word that holds of a node while a spell lasts. */
export interface NodeStates extends NodeDays {
	/** Position in the list of words. */
	value: Uint8Array;
}

interface State {
	node: number;
	value: number;
	from: number;
	to: number;
}

/**
 * Membership status of each node in the view's network, a position in `MEMBERSHIP_STATUSES`; none without
 * a network.
 *
 * @param organisationOf row of each node's organisation, −1 for what is none
 */
export function statusStates(selection: Selection, organisationOf: readonly number[]): NodeStates {
	const { atlas, view } = selection;
	const { memberships, index } = atlas;
	const network = view.network === null ? undefined : index.networkBySlug.get(view.network);
	if (network === undefined) return columns([]);
	return columns(
		organisationOf.flatMap((organisation, node) =>
			(organisation < 0 ? [] : Array.from(rowsOf(index.membershipsOfOrganisation, organisation)))
				.filter((row) => memberships.network[row] === network && selection.isFact(memberships, row))
				.flatMap((row) =>
					membershipSpans(atlas, row).map(({ status, from, to }) => ({
						node,
						value: MEMBERSHIP_STATUSES.indexOf(status),
						from,
						to
					}))
				)
		)
	);
}

/**
 * Stages of each node's adoptions of the view's practices, positions in `STAGES`.
 *
 * @param organisationOf row of each node's organisation, −1 for what is none
 */
export function stageStates(selection: Selection, organisationOf: readonly number[]): NodeStates {
	const { atlas, view } = selection;
	return columns(
		organisationOf.flatMap((organisation, node) =>
			(organisation < 0 ? [] : selection.adoptionsOf(organisation)).flatMap((row) =>
				STAGES.flatMap((stage, value) =>
					adoptionSpans(atlas, row, { stages: [stage], countFrom: view.countFrom }).map(({ from, to }) => ({
						node,
						value,
						from,
						to
					}))
				)
			)
		)
	);
}

/**
 * When each node does each of the view's practices, from the stage and of the facts that the view counts: one
 * run of days for each unbroken time and practice, however many records say so.
 *
 * @param organisationOf row of each node's organisation, −1 for what is none
 */
export function practiceDays(selection: Selection, organisationOf: readonly number[]): NodeDays {
	const { adoptions } = selection.atlas;
	const rows = organisationOf.flatMap((organisation, node) => {
		const byPractice = new Map<number, [from: number, to: number][]>();
		for (const row of organisation < 0 ? [] : selection.adoptionsOf(organisation)) {
			const practice = adoptions.practice[row]!;
			const spans = selection.spans(row).map(({ from, to }): [number, number] => [from, to]);
			byPractice.set(practice, [...(byPractice.get(practice) ?? []), ...spans]);
		}
		return [...byPractice.values()].flatMap((spans) => {
			const days = union(spans);
			return days.flatMap((from, at) => (at % 2 === 0 ? [{ node, from, to: days[at + 1]! }] : []));
		});
	});
	return {
		node: Int32Array.from(rows, ({ node }) => node),
		from: Int32Array.from(rows, ({ from }) => from),
		to: Int32Array.from(rows, ({ to }) => to)
	};
}

/** How many runs of days of each node a day is in. */
export function runsOnDay({ node, from, to }: NodeDays, count: number, day: Day): Uint32Array {
	const found = new Uint32Array(count);
	for (let at = 0; at < node.length; at += 1) {
		if (from[at]! <= day && to[at]! > day) found[node[at]!]! += 1;
	}
	return found;
}

/**
 * The word of each node on a day; of several the one that ranks highest.
 *
 * @param rankOf how high a word ranks
 * @returns −1 where none holds
 */
export function statesOn(
	{ node, value, from, to }: NodeStates,
	count: number,
	day: Day,
	rankOf: (value: number) => number = (own) => own
): Int8Array {
	const found = new Int8Array(count).fill(-1);
	for (let at = 0; at < node.length; at += 1) {
		if (from[at]! > day || to[at]! <= day) continue;
		const known = found[node[at]!]!;
		if (known < 0 || rankOf(value[at]!) > rankOf(known)) found[node[at]!] = value[at]!;
	}
	return found;
}

const STATUSES_UPWARDS: readonly MembershipStatus[] = [
	'left',
	'lapsed',
	'invited',
	'grace',
	'new',
	'current'
];

/** Being a member ranks above an invitation, and that above having been one: who came back has not left. */
export function statusRank(status: number): number {
	return STATUSES_UPWARDS.indexOf(MEMBERSHIP_STATUSES[status]!);
}

/** What is under way ranks above what has ended. */
export function stageRank(stage: number): number {
	return STAGES[stage] === 'ended' ? -1 : stage;
}

function columns(states: readonly State[]): NodeStates {
	return {
		node: Int32Array.from(states, ({ node }) => node),
		value: Uint8Array.from(states, ({ value }) => value),
		from: Int32Array.from(states, ({ from }) => from),
		to: Int32Array.from(states, ({ to }) => to)
	};
}
