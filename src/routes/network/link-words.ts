import { formatDay } from '#lib/domain/day.ts';
import type { Day } from '#lib/domain/day.ts';
import { DATE_PRECISIONS } from '#lib/domain/vocabulary.ts';
import { NO_EVENT } from '#lib/view/known-event.ts';
import type { Known } from '#lib/view/known-event.ts';
import type { EdgeKind } from '#lib/view/network-data.ts';
import type { NodeLink } from '#lib/view/node-links.ts';

/** What a link says of a node, “it”, and its neighbour, by which of the two the link starts from. */
const SAYS: Record<EdgeKind, { from: string; to: string }> = {
	'learnt from': { from: 'it learnt from them', to: 'they learnt from it' },
	'works with': { from: 'they work together', to: 'they work together' },
	visited: { from: 'it visited them', to: 'they visited it' },
	mentors: { from: 'it mentors them', to: 'they mentor it' },
	funds: { from: 'it funds them', to: 'they fund it' },
	'member of': { from: 'it is a member of them', to: 'they are a member of it' },
	'lies within': { from: 'it lies within them', to: 'they lie within it' },
	does: { from: 'it does this', to: 'they do it' },
	'belongs to': { from: 'it belongs to this', to: 'they belong to it' },
	attended: { from: 'it attended this', to: 'they attended it' },
	'made or hosted': { from: 'it made or hosted this', to: 'they made or hosted it' },
	'is about': { from: 'this is about it', to: 'it is about this' }
};

/** What a link of a node says: “it learnt from them”, or what both share where two are tied by that. */
export function linkText({ kind, isFrom, thing }: Pick<NodeLink, 'kind' | 'isFrom' | 'thing'>): string {
	if (thing !== null) return kind === 'does' ? `both do “${thing}”` : `both were at “${thing}”`;
	return SAYS[kind][isFrom ? 'from' : 'to'];
}

/** Since when, as exactly as that is known, until when, and whether anybody said so. */
export function linkNote({
	since,
	begun,
	until,
	isInferred
}: Pick<NodeLink, 'since' | 'begun' | 'until' | 'isInferred'>): string {
	const ended = until === null ? '' : `, until ${formatDay(until)}`;
	return `${startText(since, begun)}${ended}, ${isInferred ? 'inferred' : 'stated'}`;
}

function startText(since: Day | null, begun: Known): string {
	if (since === null) return 'since when is not on record';
	if (begun === NO_EVENT) return `there by ${formatDay(since)}`;
	return `since ${formatDay(since, DATE_PRECISIONS[begun])}`;
}
