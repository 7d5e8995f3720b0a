import type { Atlas } from '#lib/domain/atlas.ts';
import { countAdopters } from '#lib/view/adopters.ts';
import { select } from '#lib/view/selection.ts';
import type { Selection } from '#lib/view/selection.ts';
import { recordOf } from '#lib/view/practices-of.ts';
import { DEFAULT_VIEW } from '#lib/view/view.ts';
import type { View } from '#lib/view/view.ts';
import type { PracticeChoice } from './practice-words.ts';

/**
 * Every practice that can be studied, those that most ever had first; those of public records that were not asked
 * for stand last, without counts.
 */
export function practiceChoices(selection: Selection): PracticeChoice[] {
	const { atlas } = selection;
	const all = select(atlas, DEFAULT_VIEW);
	const sample = atlas.networks.find(({ isSample }) => isSample);
	const invented = sample === undefined ? all : all.with({ network: sample.slug });
	return atlas.practices
		.map(({ slug, name, isSample }, row) => ({
			...{ slug, name, isSample },
			counts: selection.isApart(row) ? null : countAdopters(isSample ? invented : all, row)
		}))
		.sort((a, b) => (b.counts?.ever ?? -1) - (a.counts?.ever ?? -1) || a.name.localeCompare(b.name, 'en-GB'));
}

/**
 * The practice that a view studies until one is chosen: of those that it means, the one that most of its
 * organisations ever had. Invented ones are studied only in their own network.
 *
 * @returns its slug; empty where there is none to study
 */
export function usualPractice(atlas: Atlas, network: string | null): string {
	const selection = select(atlas, { ...DEFAULT_VIEW, network });
	const isSample = atlas.networks.some((one) => one.slug === network && one.isSample);
	const [first] = [...selection.practices]
		.filter((row) => atlas.practices[row]!.isSample === isSample)
		.map((row) => ({ ...atlas.practices[row]!, ever: countAdopters(selection, row).ever }))
		.sort((a, b) => b.ever - a.ever || a.name.localeCompare(b.name, 'en-GB'));
	return first?.slug ?? '';
}

/** What is studied of a view: a public record has no members to study, but a practice that anybody may have. */
export function studiedView(atlas: Atlas, view: View): View {
	if (recordOf(atlas, view) === null) return view;
	const practices = view.practices.length > 0 ? view.practices : [usualPractice(atlas, view.network)];
	return { ...view, network: null, practices };
}
