import type { Atlas } from '#lib/domain/atlas.ts';
import { rowsOf } from '#lib/domain/row-index.ts';
import type { MembershipStatus } from '#lib/domain/vocabulary.ts';
import { adoptionSpans } from './adoption-spans.ts';
import { membershipSpans } from './membership-spans.ts';
import { countsAsFact, wantedPractices } from './row-filters.ts';
import type { Span } from './span.ts';
import type { View } from './view.ts';

/** The days on which one organisation meets one condition of a view, one span a spell, in any order. */
export type Presence = (organisation: number) => Span[];

/**
 * Days of membership in the view's network, in the statuses the view asks for (without any: every
 * day on which the organisation is a member, that is new, current or in grace).
 *
 * A network that is a public record has no members; the organisations that took up its own
 * practices stand in their place.
 *
 * @returns null when the view names no network: no condition
 */
export function membershipPresence(atlas: Atlas, view: View): Presence | null {
	if (view.network === null) return null;
	const network = atlas.index.networkBySlug.get(view.network);
	if (network === undefined) return () => [];
	const own = recordPractices(atlas, network);
	if (own !== null) return doing(atlas, { ...view, stages: [] }, own);

	const wanted: readonly MembershipStatus[] =
		view.statuses.length > 0 ? view.statuses : ['new', 'current', 'grace'];
	return (organisation) =>
		Array.from(rowsOf(atlas.index.membershipsOfOrganisation, organisation))
			.filter((row) => atlas.memberships.network[row] === network)
			.filter((row) => countsAsFact(atlas.memberships, row, view))
			.flatMap((row) => membershipSpans(atlas, row).filter(({ status }) => wanted.includes(status)));
}

/**
 * Rows of the practices that a public record is about: those of a network that has no members.
 *
 * @returns null for a network with members
 */
export function recordPractices(atlas: Atlas, network: number): Set<number> | null {
	if (rowsOf(atlas.index.membershipsOfNetwork, network).length > 0) return null;
	return new Set(atlas.practices.flatMap((practice, row) => (practice.network === network ? [row] : [])));
}

/**
 * Days on which an organisation does one of the view's practices (or any, when the view asks only
 * for stages or characteristics), from the stage the view counts from.
 *
 * @returns null when the view asks for no practice, stage or characteristic: no condition
 */
export function adoptionPresence(atlas: Atlas, view: View): Presence | null {
	const { practices, stages, characteristics } = view;
	if (practices.length === 0 && stages.length === 0 && characteristics.length === 0) return null;
	return doing(atlas, view, wantedPractices(atlas, view));
}

function doing(atlas: Atlas, view: View, practices: ReadonlySet<number>): Presence {
	return (organisation) => {
		const days: Span[] = [];
		for (const row of rowsOf(atlas.index.adoptionsOfOrganisation, organisation)) {
			if (!practices.has(atlas.adoptions.practice[row]!)) continue;
			if (!countsAsFact(atlas.adoptions, row, view)) continue;
			days.push(...adoptionSpans(atlas, row, view));
		}
		return days;
	};
}
