import { anyInWindow } from '#lib/view/date-window.ts';
import { areaAdoptions, countAreas } from '#lib/view/area-adoption.ts';
import type { AreaCount } from '#lib/view/area-adoption.ts';
import { characteristicKey } from '#lib/view/characteristic-key.ts';
import { practicesShowing } from '#lib/view/reach.ts';
import type { Selection } from '#lib/view/selection.ts';

/** How much of what is on record shows a network's framework. */
export interface FrameworkFigures {
	/** Practices on record that show a characteristic of it, whether anybody has them in place or not. */
	practices: number;
	/** Organisations of the selection with at least one of them in place. */
	organisations: number;
	/** Areas in which somebody has, by the rule of *where*. */
	areas: AreaCount;
	/** Organisations that say how they know that one which they have in place works. */
	telling: number;
}

/**
 * What shows the framework of a selection's network on its date.
 *
 * @returns null without a network, where it has no framework, or where no practice on record shows it
 */
export function frameworkFigures(selection: Selection): FrameworkFigures | null {
	const { atlas, view, window } = selection;
	const network = view.network === null ? undefined : atlas.index.networkBySlug.get(view.network);
	if (network === undefined) return null;
	const showing = practicesShowing(selection, network);
	if (showing.size === 0) return null;
	const characteristics = atlas.characteristics.flatMap((one, row) =>
		one.network === network ? [characteristicKey(atlas, row)] : []
	);
	const doing = selection.with({ characteristics });
	const tells = (organisation: number): boolean =>
		doing
			.adoptionsOf(organisation)
			.some(
				(row) => (atlas.adoptions.evidenceUrl[row] ?? null) !== null && anyInWindow(doing.spans(row), window)
			);
	return {
		practices: showing.size,
		organisations: doing.organisations.length,
		areas: countAreas(areaAdoptions(doing)),
		telling: doing.organisations.filter(tells).length
	};
}
