import type { Atlas } from '#lib/domain/atlas.ts';
import { countAdopters } from '#lib/view/adopters.ts';
import { select } from '#lib/view/selection.ts';
import { DEFAULT_VIEW } from '#lib/view/view.ts';
import type { PracticeChoice } from './practice-words.ts';

/** Every practice, those that most ever had first. */
export function practiceChoices(atlas: Atlas): PracticeChoice[] {
	const all = select(atlas, DEFAULT_VIEW);
	const sample = atlas.networks.find(({ isSample }) => isSample);
	const invented = sample === undefined ? all : all.with({ network: sample.slug });
	return atlas.practices
		.map(({ slug, name, isSample }, row) => ({
			...{ slug, name, isSample },
			...countAdopters(isSample ? invented : all, row)
		}))
		.sort((a, b) => b.ever - a.ever || a.name.localeCompare(b.name, 'en-GB'));
}
