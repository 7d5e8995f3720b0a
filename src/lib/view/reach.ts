import type { Association, Atlas } from '#lib/domain/atlas.ts';
import { rowsOf } from '#lib/domain/row-index.ts';
import { DATE_PRECISIONS } from '#lib/domain/vocabulary.ts';
import type { MembershipStatus } from '#lib/domain/vocabulary.ts';
import { adoptionSpans } from './adoption-spans.ts';
import { anyInWindow } from './date-window.ts';
import type { DateWindow } from './date-window.ts';
import { ALWAYS_AFTER, ALWAYS_BEFORE } from './intervals.ts';
import { NO_EVENT } from './known-event.ts';
import { membershipSpans } from './membership-spans.ts';
import { recordOf } from './practices-of.ts';
import type { Selection } from './selection.ts';
import type { Span } from './span.ts';
import type { Reach, View } from './view.ts';

/** How an organisation is part of a movement, the closest first; each counts once, as the closest. */
export const BELONGINGS = ['member', 'associate', 'practice'] as const;
export type Belonging = (typeof BELONGINGS)[number];

/** How many organisations are part of a movement in each way, each once; together they are all of it. */
export type ReachCounts = Record<Belonging, number>;

/**
 * How far a view's network reaches: to its members, or to all of its movement. A network with a framework is shown as
 * a movement unless its members are asked for; one without has members only.
 *
 * @returns null without a network, and for a public record, which has neither
 */
export function reachOf(atlas: Atlas, view: Pick<View, 'network' | 'reach'>): Reach | null {
	const network = view.network === null ? undefined : atlas.index.networkBySlug.get(view.network);
	if (network === undefined || recordOf(atlas, view) !== null) return null;
	if (!hasFramework(atlas, network)) return 'members';
	return view.reach ?? 'movement';
}

/** Whether a network has a framework of its own. */
export function hasFramework({ characteristics }: Pick<Atlas, 'characteristics'>, network: number): boolean {
	return characteristics.some((one) => one.network === network);
}

/** Rows of the practices that show a characteristic of a network's framework, without those that stand apart. */
export function practicesShowing(selection: Selection, network: number): Set<number> {
	const { practices, characteristics } = selection.atlas;
	return new Set(
		practices.flatMap((practice, row) =>
			!selection.isApart(row) &&
			practice.characteristics.some((at) => characteristics[at]!.network === network)
				? [row]
				: []
		)
	);
}

/** Days on which an organisation belongs to a network in some statuses. */
export function memberSpans(
	selection: Selection,
	network: number,
	organisation: number,
	statuses: readonly MembershipStatus[]
): Span[] {
	const { atlas } = selection;
	return Array.from(rowsOf(atlas.index.membershipsOfOrganisation, organisation))
		.filter((row) => atlas.memberships.network[row] === network && selection.isFact(atlas.memberships, row))
		.flatMap((row) => membershipSpans(atlas, row).filter(({ status }) => statuses.includes(status)));
}

/**
 * The days on which an organisation is part of a network's movement, by way: as a member, connected with it in another
 * way, or doing a practice that shows a characteristic of its framework, from the stage that the view counts from.
 * What is invented is in no movement of real ones.
 */
export class Movement {
	readonly #selection: Selection;
	readonly #network: number;
	readonly #showing: ReadonlySet<number>;
	readonly #associations = new Map<number, Association[]>();

	constructor(selection: Selection, network: number) {
		this.#selection = selection;
		this.#network = network;
		this.#showing = practicesShowing(selection, network);
		for (const association of selection.atlas.associations) {
			const { organisation } = association;
			if (association.network !== network || (association.isInferred && selection.view.statedOnly)) continue;
			this.#associations.set(organisation, [...(this.#associations.get(organisation) ?? []), association]);
		}
	}

	/** @param way null: in whatever way */
	spans(organisation: number, way: Belonging | null = null): Span[] {
		switch (way) {
			case 'member':
				return memberSpans(this.#selection, this.#network, organisation, ['new', 'current', 'grace']);
			case 'associate':
				return this.#associated(organisation);
			case 'practice':
				return this.#doing(organisation);
			case null:
				return BELONGINGS.flatMap((each) => this.spans(organisation, each));
		}
	}

	/** The closest way in which an organisation of the movement is part of it in a window. */
	wayOf(organisation: number, window: DateWindow): Belonging | null {
		return BELONGINGS.find((way) => anyInWindow(this.spans(organisation, way), window)) ?? null;
	}

	#associated(organisation: number): Span[] {
		return (this.#associations.get(organisation) ?? []).map(({ startedOn, endedOn, startedPrecision }) => ({
			from: startedOn ?? ALWAYS_BEFORE,
			to: endedOn ?? ALWAYS_AFTER,
			begun: startedOn === null ? NO_EVENT : DATE_PRECISIONS.indexOf(startedPrecision),
			ended: NO_EVENT
		}));
	}

	#doing(organisation: number): Span[] {
		const { atlas, view } = this.#selection;
		const { adoptions, organisations, networks, index } = atlas;
		if ((organisations.isSample[organisation] === 1) !== networks[this.#network]!.isSample) return [];
		return Array.from(rowsOf(index.adoptionsOfOrganisation, organisation))
			.filter((row) => this.#showing.has(adoptions.practice[row]!) && this.#selection.isFact(adoptions, row))
			.flatMap((row) => adoptionSpans(atlas, row, { stages: [], countFrom: view.countFrom }));
	}
}

/** The organisations of a selection on its date by the way in which they are part of its movement; null where it shows none. */
export function countReach(selection: Selection): ReachCounts | null {
	const { movement, window } = selection;
	if (movement === null) return null;
	const counts: ReachCounts = { member: 0, associate: 0, practice: 0 };
	for (const organisation of selection.organisations) {
		const way = movement.wayOf(organisation, window);
		if (way !== null) counts[way] += 1;
	}
	return counts;
}

/** What each way is called, of one organisation. */
export const BELONGING_WORDS: Record<Belonging, string> = {
	member: 'member',
	associate: 'connected in another way',
	practice: 'does a practice that shows it'
};

const LIST = new Intl.ListFormat('en-GB');

/** "5 members, 27 connected in other ways and 110 only by a practice that shows its characteristics". */
export function reachInWords({ member, associate, practice }: ReachCounts): string {
	const number = (count: number): string => count.toLocaleString('en-GB');
	const parts = [
		`${number(member)} ${member === 1 ? 'member' : 'members'}`,
		associate === 0
			? ''
			: `${number(associate)} connected in ${associate === 1 ? 'another way' : 'other ways'}`,
		practice === 0 ? '' : `${number(practice)} only by a practice that shows its characteristics`
	];
	return LIST.format(parts.filter((part) => part !== ''));
}
