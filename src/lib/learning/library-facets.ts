import type { Atlas, LearningLink } from '#lib/domain/atlas.ts';
import { LINK_KINDS } from '#lib/domain/vocabulary.ts';
import { characteristicKey } from '#lib/view/characteristic-key.ts';
import type { View } from '#lib/view/view.ts';
import { languageOf, LINK_ROLES, listLibrary } from './library.ts';
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
	organisations: LibraryFacet[];
	roles: LibraryFacet[];
	languages: LibraryFacet[];
	/** Events to come, and what asks a question: how many each would leave. */
	upcoming: number;
	asking: number;
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

	const organisations = count({ organisations: [] }, (link) =>
		link.organisations
			.filter(({ role }) => filter.roles.length === 0 || filter.roles.some((one) => one === role))
			.map(({ organisation }) => organisation)
	);
	const roles = count({ roles: [] }, (link) => {
		const named = new Set(filter.organisations);
		return link.organisations
			.filter(({ organisation }) => named.size === 0 || named.has(atlas.organisations.slug[organisation]!))
			.map(({ role }) => role);
	});
	const languages = count({ languages: [] }, (link) => [languageOf(link)]);
	const leaving = (part: Partial<LibraryFilter>): number =>
		listLibrary(atlas, view, { ...filter, ...part }).length;

	return {
		organisations: byCount(
			[...organisations].map(([row, links]) => {
				const slug = atlas.organisations.slug[row]!;
				return facet(slug, atlas.organisations.name[row]!, links, filter.organisations.includes(slug));
			})
		),
		roles: useful(
			LINK_ROLES.map((role) => facet(role, role, roles.get(role) ?? 0, filter.roles.includes(role)))
		),
		languages: byCount(
			[...new Set([...languages.keys(), ...filter.languages])].map((language) =>
				facet(
					language,
					languageName(language),
					languages.get(language) ?? 0,
					filter.languages.includes(language)
				)
			)
		),
		upcoming: leaving({ isUpcoming: true }),
		asking: leaving({ isAsking: true }),
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

const LANGUAGES = new Intl.DisplayNames('en-GB', { type: 'language' });

/** Name of a language in English; its code where it has none. */
export function languageName(code: string): string {
	return LANGUAGES.of(code) ?? code;
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
