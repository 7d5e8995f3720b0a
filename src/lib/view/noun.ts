import type { Atlas } from '#lib/domain/atlas.ts';
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
 * The noun of a view: organisations without a network, members with one. A public record has no members;
 * it has organisations on record.
 */
export function nounOf(atlas: Atlas, { network }: Pick<View, 'network'>): Noun {
	const row = network === null ? undefined : atlas.index.networkBySlug.get(network);
	if (row === undefined) return ORGANISATION;
	return atlas.networks[row]!.isRecord ? ON_RECORD : MEMBER;
}

/** "1 member", "325 organisations on record". */
export function countInWords(count: number, { one, many }: Noun): string {
	return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}
