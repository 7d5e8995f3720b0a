import { MEMBERSHIP_STATUSES, ORGANISATION_KINDS, STAGES } from '#lib/domain/vocabulary.ts';
import { characteristicKey } from './characteristic-key.ts';
import { anyInWindow } from './date-window.ts';
import { recordOf } from './practices-of.ts';
import { hasFramework, reachOf } from './reach.ts';
import type { Selection } from './selection.ts';
import { inAll } from './span.ts';
import type { Span } from './span.ts';
import { REACHES } from './view.ts';
import type { Reach, View } from './view.ts';

/** One value a list can be narrowed to, and how many organisations it would leave. */
export interface FacetValue {
	/** As it stands in the URL. */
	value: string;
	label: string;
	count: number;
	isChosen: boolean;
}

export interface Facets {
	kinds: FacetValue[];
	regions: FacetValue[];
	practices: FacetValue[];
	characteristics: FacetValue[];
	stages: FacetValue[];
	/** Empty without a network that has members, as status is a matter between a network and its member. */
	statuses: FacetValue[];
	/** Its members, or its whole movement; empty but for a network with a framework. */
	reaches: FacetValue[];
}

/**
 * Counts of each facet value among the organisations of a view on its date. Each facet is counted
 * with its own condition lifted, so that a count says what choosing that value would show.
 */
export function countFacets(selection: Selection): Facets {
	const { atlas, view, window } = selection;
	const among = (part: Partial<View>): Int32Array => selection.with(part).organisations;
	const { organisations, areas, practices, characteristics } = atlas;

	const kinds = tally(among({ kinds: [] }), (row) => [organisations.kind[row]!]);
	const regions = tally(among({ regions: [] }), (row) => {
		const area = organisations.area[row]!;
		return area < 0 ? [] : [areas[area]!.region];
	});

	const base = selection.with({ practices: [], characteristics: [], stages: [] });
	/** Organisations by key, as if the key alone were chosen: what they do is met with when they are in view. */
	const doing = (
		part: Partial<View>,
		keysOf: (practice: number) => readonly number[]
	): Map<number, number> => {
		const wanted = selection.with(part);
		const counts = new Map<number, number>();
		for (let row = 0; row < organisations.count; row += 1) {
			const there = base.presence(row);
			if (there.length === 0) continue;
			for (const [key, spans] of spansByKey(wanted, row, keysOf)) {
				if (anyInWindow(inAll([there, spans]), window)) counts.set(key, (counts.get(key) ?? 0) + 1);
			}
		}
		return counts;
	};
	const byPractice = doing({ practices: [] }, (practice) => [practice]);
	const byCharacteristic = doing({ characteristics: [] }, (practice) => practices[practice]!.characteristics);
	const byStage = new Map(STAGES.map((stage, at) => [at, among({ stages: [stage] }).length] as const));

	const network = view.network === null ? undefined : atlas.index.networkBySlug.get(view.network);
	const hasMembers = network !== undefined && recordOf(atlas, view) === null;
	const byStatus = new Map(
		(hasMembers ? MEMBERSHIP_STATUSES : []).map(
			(status, at) => [at, among({ statuses: [status] }).length] as const
		)
	);

	return {
		kinds: wordFacet(ORGANISATION_KINDS, kinds, view.kinds),
		regions: [...new Set(areas.map((area) => area.region))]
			.sort((a, b) => a.localeCompare(b, 'en-GB'))
			.map((region) => facet(region, region, regions.get(region) ?? 0, view.regions)),
		practices: practices
			.map((practice, row) => facet(practice.slug, practice.name, byPractice.get(row) ?? 0, view.practices))
			.sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'en-GB')),
		characteristics: characteristics.map(({ label }, row) =>
			facet(characteristicKey(atlas, row), label, byCharacteristic.get(row) ?? 0, view.characteristics)
		),
		stages: wordFacet(STAGES, byStage, view.stages),
		reaches: reachFacet(selection),
		statuses: !hasMembers ? [] : wordFacet(MEMBERSHIP_STATUSES, byStatus, view.statuses)
	};
}

/** How many each reach would show, with the other conditions as they are. */
function reachFacet(selection: Selection): FacetValue[] {
	const { atlas, view } = selection;
	const network = view.network === null ? undefined : atlas.index.networkBySlug.get(view.network);
	const shown = reachOf(atlas, view);
	if (network === undefined || shown === null || !hasFramework(atlas, network)) return [];
	const words: Record<Reach, string> = { members: 'its members', movement: 'its whole movement' };
	return REACHES.map((reach) => ({
		// What is usual needs no word in the address.
		value: reach === 'movement' ? '' : reach,
		label: words[reach],
		count: selection.with({ reach }).organisations.length,
		isChosen: reach === shown
	}));
}

/** Days on which an organisation does any of the practices of each key. */
function spansByKey(
	selection: Selection,
	organisation: number,
	keysOf: (practice: number) => readonly number[]
): Map<number, Span[]> {
	const found = new Map<number, Span[]>();
	for (const row of selection.adoptionsOf(organisation)) {
		const spans = selection.spans(row);
		for (const key of keysOf(selection.atlas.adoptions.practice[row]!))
			found.set(key, [...(found.get(key) ?? []), ...spans]);
	}
	return found;
}

/** How many organisations have each key; one that has a key twice counts once. */
function tally<Key>(rows: Int32Array, keysOf: (row: number) => Key[]): Map<Key, number> {
	const counts = new Map<Key, number>();
	for (const row of rows) {
		for (const key of new Set(keysOf(row))) counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	return counts;
}

function facet(value: string, label: string, count: number, chosen: readonly string[]): FacetValue {
	return { value, label, count, isChosen: chosen.includes(value) };
}

function wordFacet(
	words: readonly string[],
	counts: Map<number, number>,
	chosen: readonly string[]
): FacetValue[] {
	return words.map((word, at) => facet(word, word, counts.get(at) ?? 0, chosen));
}
