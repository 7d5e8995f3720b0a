import type { Atlas, LearningLink } from '#lib/domain/atlas.ts';
import { LINK_KINDS } from '#lib/domain/vocabulary.ts';
import { characteristicKey } from '#lib/view/characteristic-key.ts';
import type { View } from '#lib/view/view.ts';
import { listLibrary } from './library.ts';
import type { LibraryFilter } from './library.ts';

/** One value the library can be narrowed to, and how many links it would leave. */
export interface LibraryFacet {
	value: string;
	label: string;
	count: number;
	checked: boolean;
}

export interface LibraryFacets {
	types: LibraryFacet[];
	practices: LibraryFacet[];
	characteristics: LibraryFacet[];
	publishers: LibraryFacet[];
}

/** Facets of the library, each counted with its own condition lifted; values that lead nowhere are left out. */
export function libraryFacets(atlas: Atlas, view: View, filter: LibraryFilter): LibraryFacets {
	const count = <Key>(
		part: Partial<View & LibraryFilter>,
		keysOf: (link: LearningLink) => readonly Key[]
	) => {
		const counts = new Map<Key, number>();
		for (const row of listLibrary(atlas, { ...view, ...part }, { ...filter, ...part })) {
			for (const key of new Set(keysOf(atlas.links[row]!))) counts.set(key, (counts.get(key) ?? 0) + 1);
		}
		return counts;
	};
	const types = count({ types: [] }, (link) => [link.kind]);
	const practices = count({ practices: [] }, (link) => link.practices);
	const labels = count({ characteristics: [] }, (link) => [
		...link.characteristics,
		...link.practices.flatMap((practice) => atlas.practices[practice]!.characteristics)
	]);
	const publishers = count({ publishers: [] }, ({ publisher }) => (publisher === null ? [] : [publisher]));

	return {
		types: useful(
			LINK_KINDS.map((kind) => facet(kind, kind, types.get(kind) ?? 0, filter.types.includes(kind)))
		),
		practices: byCount(
			atlas.practices.map(({ slug, name }, row) =>
				facet(slug, name, practices.get(row) ?? 0, view.practices.includes(slug))
			)
		),
		characteristics: useful(
			atlas.characteristics.map(({ label }, row) => {
				const key = characteristicKey(atlas, row);
				return facet(key, label, labels.get(row) ?? 0, view.characteristics.includes(key));
			})
		),
		publishers: byCount(
			[...publishers].map(([name, links]) => facet(name, name, links, filter.publishers.includes(name)))
		)
	};
}

function facet(value: string, label: string, count: number, checked: boolean): LibraryFacet {
	return { value, label, count, checked };
}

function useful(facets: LibraryFacet[]): LibraryFacet[] {
	return facets.filter(({ count, checked }) => count > 0 || checked);
}

function byCount(facets: LibraryFacet[]): LibraryFacet[] {
	return useful(facets).sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'en-GB'));
}
