import { formatDay } from '#lib/domain/day.ts';
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

/** Since when, until when, and whether anybody said so. */
export function linkNote({
	since,
	until,
	isInferred
}: Pick<NodeLink, 'since' | 'until' | 'isInferred'>): string {
	const begun = since === null ? 'since when is not on record' : `since ${formatDay(since)}`;
	const ended = until === null ? '' : `, until ${formatDay(until)}`;
	return `${begun}${ended}, ${isInferred ? 'inferred' : 'stated'}`;
}
