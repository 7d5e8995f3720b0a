import type { SearchGroup } from './documents.ts';

/** What the groups of a search are called. */
export const GROUP_WORDS: Record<SearchGroup, string> = {
	network: 'Networks',
	framework: 'Frameworks',
	characteristic: 'Characteristics',
	practice: 'Practices',
	organisation: 'Organisations',
	link: 'Learning',
	page: 'Pages'
};

/** Where a group is listed whole, with words to find in it; the others are short. */
export const GROUP_LISTS: Partial<Record<SearchGroup, string>> = {
	organisation: '/organisations',
	link: '/learning'
};
