import type { Atlas } from '#lib/domain/atlas.ts';
import { rowsOf } from '#lib/domain/row-index.ts';
import { MEMBERSHIP_STATUSES, ORGANISATION_KINDS, STAGES } from '#lib/domain/vocabulary.ts';
import { dateWindow, isInWindow, listPresences, organisationsIn } from './presence.ts';
import {
	adoptionSpans,
	characteristicKey,
	countsAsFact,
	statusSpans,
	wantedPractices
} from './spell-presence.ts';
import type { View } from './view.ts';

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
	/** Empty without a network, as status is a matter between a network and its member. */
	statuses: FacetValue[];
}

/**
 * Counts of each facet value among the organisations of a view on its date. Each facet is counted
 * with its own condition lifted, so that a count says what choosing that value would show.
 */
export function countFacets(atlas: Atlas, view: View): Facets {
	const window = dateWindow(view, atlas.asOf);
	const among = (part: Partial<View>): Int32Array =>
		organisationsIn(listPresences(atlas, { ...view, ...part }), window);
	const { organisations, areas, practices, characteristics } = atlas;

	const kinds = tally(among({ kinds: [] }), (row) => [organisations.kind[row]!]);
	const regions = tally(among({ regions: [] }), (row) => {
		const area = organisations.area[row]!;
		return area < 0 ? [] : [areas[area]!.region];
	});

	/** Practices that an organisation does in the window, among those that the other conditions leave. */
	const doing = (part: Partial<View>): ((row: number) => number[]) => {
		const wanted = wantedPractices(atlas, { ...view, ...part });
		return (row) =>
			Array.from(rowsOf(atlas.index.adoptionsOfOrganisation, row)).flatMap((adoption) => {
				const practice = atlas.adoptions.practice[adoption]!;
				if (!wanted.has(practice) || !countsAsFact(atlas.adoptions, adoption, view)) return [];
				const spans = adoptionSpans(atlas, adoption, view);
				return spans.some(([from, to]) => isInWindow(from, to, window)) ? [practice] : [];
			});
	};
	const byPractice = tally(among({ practices: [] }), doing({ practices: [] }));
	const doneWithout = doing({ characteristics: [] });
	const byCharacteristic = tally(among({ characteristics: [] }), (row) =>
		doneWithout(row).flatMap((practice) => practices[practice]!.characteristics)
	);
	const byStage = new Map(STAGES.map((stage, at) => [at, among({ stages: [stage] }).length] as const));

	const network = view.network === null ? undefined : atlas.index.networkBySlug.get(view.network);
	const byStatus =
		network === undefined
			? new Map<number, number>()
			: tally(among({ statuses: [...MEMBERSHIP_STATUSES] }), (row) =>
					Array.from(rowsOf(atlas.index.membershipsOfOrganisation, row))
						.filter((membership) => atlas.memberships.network[membership] === network)
						.flatMap((membership) => statusSpans(atlas, membership))
						.filter(({ from, to }) => isInWindow(from, to, window))
						.map(({ status }) => MEMBERSHIP_STATUSES.indexOf(status))
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
		statuses: network === undefined ? [] : wordFacet(MEMBERSHIP_STATUSES, byStatus, view.statuses)
	};
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
