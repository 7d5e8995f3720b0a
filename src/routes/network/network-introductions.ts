import { communities } from '#lib/analysis/graph/communities.ts';
import { introductions } from '#lib/analysis/graph/introductions.ts';
import type { SharedKind } from '#lib/analysis/graph/introduction-candidates.ts';
import type { Introduction, IntroductionReason } from '#lib/analysis/graph/introductions.ts';
import type { Atlas } from '#lib/domain/atlas.ts';
import { TIE_KINDS } from '#lib/domain/vocabulary.ts';
import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { SlugPair } from '#lib/server/introductions.ts';
import { characteristicKey } from '#lib/view/characteristic-key.ts';
import { USUAL_CHOICE } from '#lib/view/network-choice.ts';
import { networkPicture } from '#lib/view/network-picture.ts';
import { shownIn } from '#lib/view/shown-in.ts';
import type { Selection } from '#lib/view/selection.ts';
import type { View } from '#lib/view/view.ts';
import { COMMUNITY_SEARCH, organisationGraph } from '#lib/network/picture-graph.ts';
import { alikeCouncils } from './council-likeness.ts';
import type { NamedNode } from './network-table.ts';
import { countOf } from './network-words.ts';

/** Two who should meet, with the reasons written out. */
export interface Proposal {
	a: NamedNode & { slug: string };
	b: NamedNode & { slug: string };
	reasons: string[];
	effect: string;
}

export interface Proposals {
	pairs: Proposal[];
	/** Things too common to bring two together. */
	tooCommon: TooCommon[];
}

export interface TooCommon {
	kind: SharedKind;
	label: string;
	holders: number;
	/** The same as a sentence. */
	text: string;
}

const MOST_PROPOSED = 10;
/** Larger networks would keep a page waiting. */
const MOST_FOR_PROPOSALS = 5000;
const CONTACTS = TIE_KINDS.filter((kind) => kind !== 'lies within');

/**
 * Pairs of organisations in a view who have no link and should meet, best first; null where the view
 * is too large. Links are direct ones: sharing a practice is a reason to meet, not having met.
 *
 * @param settled pairs never to be proposed
 */
export function proposeIntroductions(
	selection: Selection,
	figures: AreasWire,
	settled: readonly SlugPair[]
): Proposals | null {
	const { atlas, view } = selection;
	const picture = networkPicture(selection, { ...USUAL_CHOICE, links: [...CONTACTS] });
	if (picture.nodes.count > MOST_FOR_PROPOSALS) return null;
	const { window } = selection.on({ ...view, mode: 'as-of' });
	const { graph, nodeOf } = organisationGraph(picture, shownIn(picture, window), picture.links.weight);
	const slugOf = (at: number): string => picture.texts.key[nodeOf[at]!]!;
	const numberOf = new Map(Array.from(nodeOf, (_, at) => [slugOf(at), at]));
	const rows = Array.from(nodeOf, (_, at) => atlas.index.organisationBySlug.get(slugOf(at))!);
	const practices = rows.map((row) => practicesOn(selection, row, window.day));
	const atOfArea = new Map(rows.map((row, at) => [codeOf(atlas, row), at]));
	const found = introductions({
		graph,
		holdings: {
			practice: practices.map((list) => list.map((practice) => atlas.practices[practice]!.slug)),
			characteristic: practices.map((list) =>
				list.flatMap((practice) =>
					atlas.practices[practice]!.characteristics.map((at) => characteristicKey(atlas, at))
				)
			),
			interest: rows.map((row) => atlas.organisations.interests.get(row) ?? [])
		},
		likeness: alikeCouncils(figures, atlas).flatMap(({ a, b, score }) => {
			const [first, second] = [atOfArea.get(a), atOfArea.get(b)];
			return first === undefined || second === undefined ? [] : [{ a: first, b: second, score }];
		}),
		communityOf: communities(graph, COMMUNITY_SEARCH).partOf,
		declined: settled.flatMap(([a, b]) => {
			const [first, second] = [numberOf.get(a), numberOf.get(b)];
			return first === undefined || second === undefined ? [] : [[first, second] as const];
		}),
		limit: MOST_PROPOSED,
		perNode: 2
	});
	const named = (at: number): Proposal['a'] => ({
		slug: slugOf(at),
		label: picture.texts.label[nodeOf[at]!]!,
		href: picture.texts.href[nodeOf[at]!]!
	});
	return {
		pairs: found.introductions.map((pair) => ({
			a: named(pair.a),
			b: named(pair.b),
			reasons: pair.reasons.map((reason) => reasonText(atlas, view, reason, (at) => named(at).label)),
			effect: effectText(pair)
		})),
		tooCommon: found.tooCommon.map(({ kind, key, holders }) => {
			const label = keyText(atlas, kind, key);
			return { kind, label, holders, text: tooCommonText(view, { kind, label, holders }) };
		})
	};
}

/** Code of the area that an organisation is the council of; null for everyone else. */
function codeOf(atlas: Atlas, row: number): string | null {
	const area = atlas.areas[atlas.organisations.area[row]!];
	return area !== undefined && area.council === row ? area.code : null;
}

/** Practices of a selection that an organisation does on a day, by the stages and facts that count. */
function practicesOn(selection: Selection, row: number, day: number): number[] {
	return selection
		.adoptionsOf(row)
		.filter((adoption) => selection.spans(adoption).some(({ from, to }) => from <= day && to > day))
		.map((adoption) => selection.atlas.adoptions.practice[adoption]!);
}

function keyText(atlas: Atlas, kind: SharedKind, key: string): string {
	if (kind === 'practice') return atlas.practices[atlas.index.practiceBySlug.get(key) ?? -1]?.name ?? key;
	if (kind === 'interest') return key;
	return atlas.characteristics.find((_, at) => characteristicKey(atlas, at) === key)?.label ?? key;
}

/** What counts as doing a practice in a view, as a verb of several. */
function doingWords({ stages, countFrom }: Pick<View, 'stages' | 'countFrom'>): string {
	if (stages.length > 0) return `are at the stage ${listText(stages, 'or')} with`;
	return countFrom === 'piloting' ? 'do or pilot' : 'do';
}

/** Why a thing brings nobody together, as a sentence. */
export function tooCommonText(
	view: Pick<View, 'stages' | 'countFrom'>,
	{ kind, label, holders }: Omit<TooCommon, 'text'>
): string {
	const many = holders.toLocaleString('en-GB');
	const why = {
		practice: `${many} ${doingWords(view)} it`,
		characteristic: `${many} ${doingWords(view)} a practice that has it`,
		interest: `${many} want to learn about it`
	}[kind];
	return `“${label}” brings nobody together here: ${why}.`;
}

/** How a sentence on what two share begins. */
function sharedWords(what: SharedKind, view: Pick<View, 'stages' | 'countFrom'>): string {
	if (what === 'interest') return 'Both want to learn about';
	const doing = doingWords(view);
	return what === 'practice' ? `Both ${doing}` : `What both ${doing} has in common:`;
}

/** A reason as a sentence. */
export function reasonText(
	atlas: Atlas,
	view: Pick<View, 'stages' | 'countFrom'>,
	reason: IntroductionReason,
	nameOf: (at: number) => string
): string {
	switch (reason.kind) {
		case 'shares':
			return `${sharedWords(reason.what, view)} ${listText(reason.keys.map((key) => `“${keyText(atlas, reason.what, key)}”`))}.`;
		case 'alike':
			return `Their figures are alike: nearer to each other than ${Math.floor(reason.score * 100)}% of councils of the type.`;
		case 'common-contacts':
			return `Both are in contact with ${listText(reason.contacts.map(nameOf))}.`;
		case 'chain':
			return `Three steps apart: through ${nameOf(reason.path[1]!)} and ${nameOf(reason.path[2]!)}.`;
		case 'bridges-components': {
			const [small, large] = [...reason.sizes].sort((a, b) => a - b) as [number, number];
			if (large === 1) return 'Neither of them has a link on record.';
			if (small === 1)
				return `One of them has no link on record; the other’s part holds ${large} organisations.`;
			return `Nobody links their two parts of the network, of ${small} and ${large} organisations.`;
		}
		case 'bridges-communities':
			return 'They belong to different communities of the network.';
	}
}

/** What the new link would do, as a sentence. */
export function effectText({ effect }: Pick<Introduction, 'effect'>): string {
	if (effect.componentsBridged !== null) {
		if (effect.newlyJoinedPairs === 1) return 'It would be the first link on record of both.';
		const pairs = countOf(effect.newlyJoinedPairs, 'pair');
		return `It would join two parts, and ${pairs} could reach each other for the first time.`;
	}
	const [before, after] = [effect.averagePathBefore, effect.averagePathAfter];
	if (before === null || after === null || before - after < 0.0005) {
		return 'It would hardly change how far others are from each other.';
	}
	const digits = before - after < 0.005 ? 4 : 2;
	const about = effect.estimatedFrom === null ? '' : 'about ';
	return `The average way between two would fall from ${before.toFixed(digits)} to ${about}${after.toFixed(digits)} steps.`;
}

function listText(words: readonly string[], last = 'and'): string {
	const shown = words.slice(0, 3);
	const rest = words.length - shown.length;
	const all = rest > 0 ? [...shown, `${rest} more`] : shown;
	return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} ${last} ${all.at(-1)!}`;
}
