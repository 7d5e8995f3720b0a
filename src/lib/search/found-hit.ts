import type { OrganisationKind } from '#lib/domain/vocabulary.ts';
import { ORGANISATION_KINDS } from '#lib/domain/vocabulary.ts';
import type { SearchHit } from './search-ranking.ts';

/** One thing that was found, as a page shows it. */
export interface FoundHit {
	title: string;
	href: string;
	/** What it is, and by which other name it was found. */
	note: string;
	/** For an organisation's mark; null for all else. */
	kind: OrganisationKind | null;
	isSample: boolean;
	isMention: boolean;
}

export function foundHit({ document, alias, isMention }: SearchHit): FoundHit {
	const { title, href, note, kind, isSample } = document;
	return {
		title,
		href,
		note: [alias === null ? null : `also called ${alias}`, note].filter((part) => part !== null).join(' · '),
		kind: ORGANISATION_KINDS.find((known) => known === kind) ?? null,
		isSample,
		isMention
	};
}
