import type { Atlas, LearningLink } from '#lib/domain/atlas.ts';
import { dayOrNull, isoDay } from '#lib/domain/day.ts';
import { ORGANISATION_KINDS } from '#lib/domain/vocabulary.ts';
import { characteristicKey } from '#lib/view/characteristic-key.ts';
import { councilNames } from './council-names.ts';
import type { DocumentName, SearchDocument, SearchGroup } from './documents.ts';
import { initialsOf, joinHyphens, wordsOf } from './words.ts';

/** What is searched beside the atlas, and too long for it. */
export interface SearchWords {
	/** What each organisation says of itself, by slug. */
	summaries: ReadonlyMap<string, string>;
	/** Frameworks whose characteristics the atlas has, with the slug of their network. */
	frameworks: readonly { network: string; name: string }[];
}

/**
 * Everything of an atlas that can be found, one by one, as there may be many: what the viewer may not see is in
 * neither.
 */
export function* atlasDocuments(
	atlas: Atlas,
	{ summaries, frameworks }: SearchWords
): Generator<SearchDocument, void> {
	yield* networkDocuments(atlas);
	yield* frameworkDocuments(atlas, frameworks);
	yield* characteristicDocuments(atlas);
	yield* practiceDocuments(atlas);
	const { count, slug, otherNames } = atlas.organisations;
	const councils = councilNames(atlas);
	for (let row = 0; row < count; row += 1) {
		const names = [...(otherNames.get(row) ?? []), ...(councils.get(slug[row]!) ?? [])];
		yield organisationDocument(atlas, row, names, summaries.get(slug[row]!) ?? null);
	}
	for (const link of atlas.links) yield linkDocument(atlas, link);
}

function networkDocuments({ networks }: Atlas): SearchDocument[] {
	return networks.map(({ slug, name, summary, isRecord, isSample }) =>
		documentOf('network', name, slug, [], {
			href: `/networks/${slug}`,
			note: isRecord ? 'public record' : null,
			text: summary ?? '',
			isSample
		})
	);
}

function frameworkDocuments(atlas: Atlas, frameworks: SearchWords['frameworks']): SearchDocument[] {
	return frameworks.flatMap(({ network, name }) => {
		const row = atlas.index.networkBySlug.get(network);
		const own = atlas.characteristics.flatMap((one, at) => (one.network === row ? [at] : []));
		if (row === undefined || own.length === 0) return [];
		return [
			documentOf('framework', name, null, [], {
				href: `/networks/${network}#framework`,
				note: `of ${atlas.networks[row]!.name}`,
				text: own.map((at) => atlas.characteristics[at]!.label).join(' '),
				isSample: atlas.networks[row]!.isSample
			})
		];
	});
}

function characteristicDocuments(atlas: Atlas): SearchDocument[] {
	return atlas.characteristics.map(({ network, label, description }, at) => {
		const { name, isSample } = atlas.networks[network]!;
		return documentOf('characteristic', label, null, [], {
			href: `/practices?characteristic=${encodeURIComponent(characteristicKey(atlas, at))}`,
			note: name,
			text: description ?? '',
			isSample
		});
	});
}

function practiceDocuments({ practices, characteristics, networks }: Atlas): SearchDocument[] {
	return practices.map(({ slug, name, summary, originator, evidenceLevel, network, isSample, ...practice }) =>
		documentOf('practice', name, slug, [], {
			href: `/practices/${slug}`,
			note: evidenceLevel,
			text: textOf([
				summary,
				originator,
				network === null ? null : networks[network]!.name,
				...practice.characteristics.map((at) => characteristics[at]!.label)
			]),
			isSample
		})
	);
}

function organisationDocument(
	{ organisations, areas }: Atlas,
	row: number,
	names: readonly string[],
	summary: string | null
): SearchDocument {
	const kind = ORGANISATION_KINDS[organisations.kind[row]!]!;
	const area = areas[organisations.area[row]!];
	const slug = organisations.slug[row]!;
	const closed = dayOrNull(organisations.closedOn[row]);
	return documentOf('organisation', organisations.name[row]!, slug, names, {
		href: `/organisations/${slug}`,
		note: [kind, area?.region, closed === null ? undefined : `closed in ${isoDay(closed).slice(0, 4)}`]
			.filter((part) => part !== undefined)
			.join(', '),
		kind,
		text: textOf([area?.name, area?.county, summary]),
		isSample: organisations.isSample[row] === 1
	});
}

function linkDocument({ practices, organisations }: Atlas, link: LearningLink): SearchDocument {
	const { slug, title, kind, publisher, summary, isSample } = link;
	return documentOf('link', title, null, [], {
		href: `/learning/${slug}`,
		note: publisher === null ? kind : `${kind}, ${publisher}`,
		text: textOf([
			publisher,
			summary,
			...link.practices.map((at) => practices[at]!.name),
			...link.organisations.map(({ organisation }) => organisations.name[organisation]!)
		]),
		isSample
	});
}

function textOf(parts: readonly (string | null | undefined)[]): string {
	return parts.filter((part) => part !== null && part !== undefined).join(' ');
}

type Rest = Pick<SearchDocument, 'href' | 'note' | 'text' | 'isSample'> & { kind?: string };

/** A document by its title, its other names, what these are shortened to, and the words of its address. */
export function documentOf(
	group: SearchGroup,
	title: string,
	slug: string | null,
	others: readonly string[],
	{ kind, ...rest }: Rest
): SearchDocument {
	const names: DocumentName[] = [
		{ text: title, source: 'title' },
		...others.map((text): DocumentName => ({ text, source: 'other name' }))
	];
	const spellings = [
		...(slug === null ? [] : [slug.replaceAll('-', ' ')]),
		...[title, ...others].map(joinHyphens)
	];
	// "goodhelp" for "good help", "login" for "log in".
	for (const words of group === 'link' ? [] : [title, ...others].map(wordsOf))
		if (words.length > 1 && words.length < 5) spellings.push(words.join(''));
	for (const text of spellings) names.push({ text, source: 'spelling' });
	for (const text of group === 'link' ? [] : shortened(group, title))
		names.push({ text, source: 'initials' });
	return { group, title, kind: kind ?? null, names: distinct(names), ...rest };
}

/** What a name is shortened to; that it is a network or a practice is often said in full ("LAC network"). */
function shortened(group: SearchGroup, title: string): string[] {
	const isLong = wordsOf(title).length > 3 && (group === 'network' || group === 'practice');
	return [...initialsOf(title), ...(isLong ? initialsOf(title.replace(/\s\S+$/, '')) : [])];
}

function distinct(names: readonly DocumentName[]): DocumentName[] {
	const seen = new Set<string>();
	return names.filter(({ text }) => {
		const key = wordsOf(text).join(' ');
		return key !== '' && !seen.has(key) && seen.add(key);
	});
}
