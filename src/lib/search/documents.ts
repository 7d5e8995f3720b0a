/** Kinds of what can be found, in the order in which they are shown where they fit equally well. */
export const SEARCH_GROUPS = [
	'network',
	'framework',
	'characteristic',
	'practice',
	'organisation',
	'link',
	'page'
] as const;
export type SearchGroup = (typeof SEARCH_GROUPS)[number];

/** How a name of a document came to be. */
export type NameSource = 'title' | 'other name' | 'initials' | 'spelling';

export interface DocumentName {
	text: string;
	source: NameSource;
}

/** One thing that can be found. */
export interface SearchDocument {
	group: SearchGroup;
	title: string;
	/** Address within the site. */
	href: string;
	/** What kind of thing it is, in a few words; null where the group says it. */
	note: string | null;
	/** An organisation's kind, for its mark; null for all else. */
	kind: string | null;
	/** All that it goes by, its title first. */
	names: DocumentName[];
	/** What is said about it. */
	text: string;
	isSample: boolean;
}
