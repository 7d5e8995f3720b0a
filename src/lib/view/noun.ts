import type { Atlas } from '#lib/domain/atlas.ts';
import { reachOf } from './reach.ts';
import type { View } from './view.ts';

/** What the organisations of a view are called, one and several. */
export interface Noun {
	one: string;
	many: string;
}

const ORGANISATION: Noun = { one: 'organisation', many: 'organisations' };
const MEMBER: Noun = { one: 'member', many: 'members' };
const ON_RECORD: Noun = { one: 'organisation on record', many: 'organisations on record' };

/**
 * The noun of a view: organisations without a network, members with one, and organisations
 * again of a movement, most of whom are no members. A public record has no members;
 * it has organisations on record.
 */
export function nounOf(atlas: Atlas, view: Pick<View, 'network' | 'reach' | 'statuses'>): Noun {
	const { network } = view;
	const row = network === null ? undefined : atlas.index.networkBySlug.get(network);
	if (row === undefined) return ORGANISATION;
	if (atlas.networks[row]!.isRecord) return ON_RECORD;
	return reachOf(atlas, view) === 'movement' && view.statuses.length === 0 ? ORGANISATION : MEMBER;
}

/** "1 member", "325 organisations on record". */
export function countInWords(count: number, { one, many }: Noun): string {
	return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}
