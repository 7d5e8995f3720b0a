import type { Atlas } from '#lib/domain/atlas.ts';
import type { MembershipKind } from '#lib/domain/vocabulary.ts';

/** What a network is where the record has little to count of it. */
export interface NetworkIdentity {
	slug: string;
	name: string;
	summary: string | null;
	/** Who joins it, a sentence. */
	belongs: string;
	/** Members who are people; null below five, or where none are recorded. */
	people: number | null;
	/** What it stands for and looks for, in its own order; empty without a framework. */
	standsFor: string[];
	url: string | null;
	/** Nobody joins a public record. */
	canJoin: boolean;
}

/** Who joins a network of each kind, in words. */
export const BELONGING_SENTENCES: Record<MembershipKind, string> = {
	organisations: 'Organisations join it.',
	people: 'People join it, not organisations.',
	programme: 'It is joined by taking part in its programmes.'
};

/** What a network is; null where there is no such network. */
export function networkIdentity(atlas: Atlas, slug: string | null): NetworkIdentity | null {
	const row = slug === null ? undefined : atlas.index.networkBySlug.get(slug);
	if (row === undefined) return null;
	const { name, summary, url, people, membershipKind, isRecord } = atlas.networks[row]!;
	return {
		slug: slug!,
		name,
		summary,
		belongs: isRecord
			? 'A public record tells who did something and when; nobody joins it.'
			: BELONGING_SENTENCES[membershipKind],
		people,
		standsFor: atlas.characteristics
			.filter(({ network }) => network === row)
			.sort((a, b) => a.position - b.position)
			.map(({ label }) => label),
		url,
		canJoin: !isRecord
	};
}
