import type { Atlas } from '#lib/domain/atlas.ts';
import type { Day } from '#lib/domain/day.ts';
import { rowsOf } from '#lib/domain/row-index.ts';
import { MEMBERSHIP_STATUSES, STAGES } from '#lib/domain/vocabulary.ts';
import type { MembershipStatus } from '#lib/domain/vocabulary.ts';
import { adoptionSpans } from './adoption-spans.ts';
import { membershipSpans } from './membership-spans.ts';
import { countsAsFact, wantedPractices } from './row-filters.ts';
import type { View } from './view.ts';

/** A word that holds of a node while a spell lasts, as columns that can be copied to a worker. */
export interface NodeStates {
	node: Int32Array;
	/** Position in the list of words. */
	value: Uint8Array;
	/** First day, and first day no longer. */
	from: Int32Array;
	to: Int32Array;
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
export function statusStates(atlas: Atlas, view: View, organisationOf: readonly number[]): NodeStates {
	const { memberships, index } = atlas;
	const network = view.network === null ? undefined : index.networkBySlug.get(view.network);
	if (network === undefined) return columns([]);
	return columns(
		organisationOf.flatMap((organisation, node) =>
			(organisation < 0 ? [] : Array.from(rowsOf(index.membershipsOfOrganisation, organisation)))
				.filter((row) => memberships.network[row] === network && countsAsFact(memberships, row, view))
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
export function stageStates(atlas: Atlas, view: View, organisationOf: readonly number[]): NodeStates {
	const { adoptions, index } = atlas;
	const wanted = wantedPractices(atlas, view);
	return columns(
		organisationOf.flatMap((organisation, node) =>
			(organisation < 0 ? [] : Array.from(rowsOf(index.adoptionsOfOrganisation, organisation)))
				.filter((row) => wanted.has(adoptions.practice[row]!) && countsAsFact(adoptions, row, view))
				.flatMap((row) =>
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

const STATUSES_UPWARDS: readonly MembershipStatus[] = ['left', 'lapsed', 'invited', 'grace', 'new', 'current'];

/** Being a member ranks above an invitation, and that above having been one: who came back has not left. */
export function statusRank(status: number): number {
	return STATUSES_UPWARDS.indexOf(MEMBERSHIP_STATUSES[status]!);
}

/** What is under way ranks above what was stopped. */
export function stageRank(stage: number): number {
	return STAGES[stage] === 'stopped' ? -1 : stage;
}

function columns(states: readonly State[]): NodeStates {
	return {
		node: Int32Array.from(states, ({ node }) => node),
		value: Uint8Array.from(states, ({ value }) => value),
		from: Int32Array.from(states, ({ from }) => from),
		to: Int32Array.from(states, ({ to }) => to)
	};
}
