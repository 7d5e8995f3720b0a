import type { MembershipStatus } from '#lib/domain/vocabulary.ts';
import { recordOf } from './practices-of.ts';
import { memberSpans } from './reach.ts';
import type { Selection } from './selection.ts';
import type { Span } from './span.ts';

/** The days on which one organisation meets one condition of a view, one span a spell, in any order. */
export type Presence = (organisation: number) => Span[];

/**
 * Days of membership in the view's network, in the statuses the view asks for (without any: every
 * day on which the organisation is a member, that is new, current or in grace); of its whole movement, where the view
 * follows it so far.
 *
 * A public record has no members; the organisations that took up its own practices stand in their place.
 *
 * @returns null when the view names no network: no condition
 */
export function membershipPresence(selection: Selection): Presence | null {
	const { atlas, view } = selection;
	if (view.network === null) return null;
	const network = atlas.index.networkBySlug.get(view.network);
	if (network === undefined) return () => [];
	if (recordOf(atlas, view) !== null) {
		return doing(selection.with({ practices: [], characteristics: [], stages: [] }));
	}
	const { movement } = selection;
	if (movement !== null) return (organisation) => movement.spans(organisation);
	const wanted: readonly MembershipStatus[] =
		view.statuses.length > 0 ? view.statuses : ['new', 'current', 'grace'];
	return (organisation) => memberSpans(selection, network, organisation, wanted);
}

/**
 * Days on which an organisation does one of the view's practices (or any, when the view asks only
 * for stages or characteristics), from the stage the view counts from.
 *
 * @returns null when the view asks for no practice, stage or characteristic: no condition
 */
export function adoptionPresence(selection: Selection): Presence | null {
	const { practices, stages, characteristics } = selection.view;
	const asks = practices.length > 0 || stages.length > 0 || characteristics.length > 0;
	return asks ? doing(selection) : null;
}

function doing(selection: Selection): Presence {
	return (organisation) =>
		selection.adoptionsOf(organisation).flatMap((adoption) => selection.spans(adoption));
}
