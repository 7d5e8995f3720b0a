import type { Atlas, LearningLink } from '#lib/domain/atlas.ts';
import { linkDay } from '#lib/domain/link-day.ts';

/** Another link, and what it has in common with the one that is read. */
export interface RelatedLink {
	row: number;
	slug: string;
	title: string;
	kind: string;
	/** What the two share, the weightiest first: "about Family Safeguarding", "by Nesta", "Rochdale had a part in both". */
	reasons: string[];
}

/** A practice says most, then who had a part in it, then a characteristic, which many share; a publisher says least. */
const WEIGHTS = { practice: 4, organisation: 2, characteristic: 1, publisher: 1 };

/**
 * Links that share practices, organisations, characteristics or the publisher with one, each with the reason; those that
 * share most first, then the newest. A publisher alone is no reason: it says who speaks and not about what.
 *
 * @param row of the link that is read
 * @param most how many at most
 */
export function relatedLinks(atlas: Atlas, row: number, most: number): RelatedLink[] {
	const own = atlas.links[row]!;
	return atlas.links
		.flatMap((link, other) => {
			if (other === row || link.isSample !== own.isSample) return [];
			const shared = whatIsShared(atlas, own, link);
			return shared.isAbout ? [{ other, link, ...shared }] : [];
		})
		.sort(
			(a, b) =>
				b.weight - a.weight ||
				(linkDay(b.link) ?? -Infinity) - (linkDay(a.link) ?? -Infinity) ||
				a.link.title.localeCompare(b.link.title, 'en-GB')
		)
		.slice(0, most)
		.map(({ other, link: { slug, title, kind }, reasons }) => ({ row: other, slug, title, kind, reasons }));
}

function whatIsShared(
	{ practices, characteristics, organisations }: Atlas,
	own: LearningLink,
	other: LearningLink
): { weight: number; isAbout: boolean; reasons: string[] } {
	const both = (a: readonly number[], b: readonly number[]): number[] =>
		[...new Set(a)].filter((one) => b.includes(one));
	const rowsOf = (link: LearningLink): number[] => link.organisations.map(({ organisation }) => organisation);
	const shared = {
		practices: both(own.practices, other.practices),
		organisations: both(rowsOf(own), rowsOf(other)),
		characteristics: both(own.characteristics, other.characteristics)
	};
	const isSamePublisher = own.publisher !== null && own.publisher === other.publisher;
	const about = shared.practices.map((at) => practices[at]!.name);
	const who = shared.organisations.map((at) => organisations.name[at]!);
	const labels = shared.characteristics.map((at) => characteristics[at]!.label.toLowerCase());
	return {
		weight:
			WEIGHTS.practice * about.length +
			WEIGHTS.organisation * who.length +
			WEIGHTS.characteristic * labels.length +
			(isSamePublisher ? WEIGHTS.publisher : 0),
		isAbout: about.length + who.length + labels.length > 0,
		reasons: [
			about.length === 0 ? '' : `also about ${LIST.format(about)}`,
			who.length === 0 ? '' : `${LIST.format(who)} had a part in both`,
			labels.length === 0 ? '' : `also shows ${LIST.format(labels)}`,
			isSamePublisher ? `also published by ${own.publisher!}` : ''
		].filter((reason) => reason !== '')
	};
}

const LIST = new Intl.ListFormat('en-GB');
