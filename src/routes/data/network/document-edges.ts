import { isoDay } from '#lib/domain/day.ts';
import type { DocumentEdge, DocumentField, DocumentSpell } from '#lib/exchange/network-document.ts';
import { ALWAYS_AFTER, ALWAYS_BEFORE, union } from '#lib/view/intervals.ts';
import { EDGE_KINDS } from '#lib/view/network-data.ts';
import type { NetworkPicture } from '#lib/view/network-picture.ts';
import type { DaySpan } from '#lib/view/node-spells.ts';

export const EDGE_FIELDS: DocumentField[] = [
	{ name: 'inferred', title: 'Inferred', type: 'boolean' },
	{ name: 'source_url', title: 'Stated in', type: 'string' },
	// Parted by a bar, as lists are in every download: Gephi Lite makes keywords of them, spaces included.
	{ name: 'shared', title: 'What both share', type: 'string' }
];

/** Links of one kind between one pair, on their way to one edge. */
interface Bundle {
	first: number;
	/** Strength of each thing that both share, once however many spells it has. */
	weightOf: Map<number, number>;
	spells: DaySpan[];
	isInferred: boolean;
	sourceUrl: string | null;
}

/**
 * Links with those of one kind between one pair put together: one edge with all their days. What two share
 * adds up, thing by thing; the records of one tie, one after another, are one tie.
 *
 * @param isKept nodes that the document holds
 */
export function documentEdges(
	{ links, texts }: Pick<NetworkPicture, 'links' | 'texts'>,
	isKept: (node: number) => boolean
): DocumentEdge[] {
	const bundles = new Map<string, Bundle>();
	for (let link = 0; link < links.count; link += 1) {
		const [source, target] = [links.source[link]!, links.target[link]!];
		if (!isKept(source) || !isKept(target)) continue;
		const isDirected = links.directed[link] === 1;
		const [a, b] = isDirected || source < target ? [source, target] : [target, source];
		const name = `${a} ${b} ${links.kind[link]!} ${isDirected}`;
		let bundle = bundles.get(name);
		if (bundle === undefined) {
			bundle = { first: link, weightOf: new Map(), spells: [], isInferred: true, sourceUrl: null };
			bundles.set(name, bundle);
		}
		const thing = links.thing[link]!;
		bundle.weightOf.set(thing, Math.max(bundle.weightOf.get(thing) ?? 0, links.weight[link]!));
		bundle.spells.push([links.from[link]!, links.to[link]!]);
		bundle.isInferred &&= links.inferred[link] === 1;
		bundle.sourceUrl ??= texts.sourceUrl[link] ?? null;
	}
	return Array.from(bundles.values(), ({ first, weightOf, spells, isInferred, sourceUrl }, at) => {
		const things = [...weightOf.keys()].flatMap((thing) => texts.thing[thing] ?? []);
		const weight = [...weightOf.values()].reduce((sum, one) => sum + one, 0);
		return {
			id: String(at),
			source: texts.key[links.source[first]!]!,
			target: texts.key[links.target[first]!]!,
			kind: EDGE_KINDS[links.kind[first]!]!,
			isDirected: links.directed[first] === 1,
			weight: Math.round(weight * 1e6) / 1e6,
			spells: documentSpells(spells),
			values: [isInferred, sourceUrl, things.length === 0 ? null : things.join('|')]
		};
	});
}

/** Days as a document writes them: both ends included, none overlapping; empty where they are all days. */
export function documentSpells(spans: readonly DaySpan[]): DocumentSpell[] {
	const days = union(spans);
	const spells: DocumentSpell[] = [];
	for (let at = 0; at < days.length; at += 2) {
		const [from, to] = [days[at]!, days[at + 1]!];
		spells.push({
			from: from === ALWAYS_BEFORE ? null : isoDay(from),
			to: to === ALWAYS_AFTER ? null : isoDay(to - 1)
		});
	}
	return spells.some(({ from, to }) => from === null && to === null) ? [] : spells;
}
