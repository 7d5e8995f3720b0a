import type { WithInterval } from '../verdict.ts';
import type { CascadeEdges, CascadeModel } from './cascade-graph.ts';

/** What is planned: first members, introductions, or hosts of a visit. */
export const PLAN_KINDS = ['seeds', 'pairs', 'hosts'] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

/** Who could bring whom to adopt; plain data for a worker. */
export interface PlanData {
	ids: readonly string[];
	names: readonly string[];
	/** From who has it to who takes it up. */
	edges: CascadeEdges;
	/** 1 for each unit that has adopted. */
	hasAdopted: Uint8Array;
	/** Region of each unit, and 1 for each that may take part. */
	groups: readonly (string | null)[];
	mayTakePart: Uint8Array;
	/** Pairs never to be proposed, such as those that are settled. */
	ruledOut: readonly (readonly [number, number])[];
	/** Pairs that `introductions()` suggests, best first; `null` where what organisations share is not at hand. */
	suggested: readonly (readonly [number, number])[] | null;
}

/** What a reader chooses about a plan. */
export interface PlanChoice {
	what: PlanKind;
	model: CascadeModel;
	k: number;
	/** Chance that what one action adds carries (0–1): an assumption. */
	added: number;
	atMost: number;
	atLeastGroups: number;
	seed: number;
	/** Draws of the chances behind intervals and stability (count). */
	draws: number;
}

/** How a plan does. */
export interface PlanMember {
	/** Units that take part, by position. */
	parties: number[];
	/** Expected adopters that it adds to those chosen before it (count). */
	adds: number;
	/** Share of draws of the chances in which it is chosen again (0–1); under one half it could as well be another. */
	chosenAgain: number | null;
}

export interface Comparison {
	key: 'nothing' | 'random' | 'best connected' | 'suggested';
	/** Expected adopters more than without; `null` where it cannot be had, and why. */
	gain: number | null;
	reason: string | null;
	members: number[][];
}

export interface Plan {
	members: PlanMember[];
	/** Expected adopters without a plan (count); those who have adopted are among them. */
	without: number;
	/** Expected adopters more than without, with the middle 90 % over draws of the chances. */
	gain: WithInterval;
	curve: number[];
	/** Number of actions after which a further one adds noticeably less; `null` below three. */
	knee: number | null;
	/** Seeds: certified share of the best gain; pairs and hosts: `null`. */
	certified: number | null;
	promised: number | null;
	/** Pairs and hosts: nothing among the candidates gains more in these worlds (count), and how far below it we may be. */
	bound: number | null;
	gapPerCent: number | null;
	comparisons: Comparison[];
	/** Gain less that of as many at random, over draws of the chances. */
	overRandom: WithInterval | null;
	/** The gain with every chance halved, and doubled. */
	halved: number;
	doubled: number;
	/** Chance of each unit to have adopted without and with the plan (0–1). */
	reached: { without: Float64Array; with: Float64Array };
	samples: {
		worlds: number | null;
		sets: number | null;
		candidates: number | null;
		possible: number | null;
		draws: number;
	};
	sentence: string;
	notes: string[];
}

/** A plan before it is put into words. */
export type Found = Omit<Plan, 'sentence' | 'notes'>;
