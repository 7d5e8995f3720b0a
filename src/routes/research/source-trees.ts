import type { TreeBody, TreeLink } from '#lib/charts/spread-tree.ts';
import type { StudyResult } from '#lib/analysis/study/study.ts';

interface Tree {
	bodies: TreeBody[];
	links: TreeLink[];
}

/**
 * The statements and the inferences of a study as two trees.
 *
 * @param adopted period of each unit's adoption; null where it has none
 */
export function treesOf(
	{ declared, networks }: Pick<StudyResult, 'declared' | 'networks'>,
	ids: readonly string[],
	names: readonly string[],
	adopted: readonly (number | null)[]
): { declared: Tree; inferred: Tree } {
	const row = new Map(ids.map((id, at) => [id, at]));
	const periodOf = (id: string): number | null => adopted[row.get(id) ?? -1] ?? null;
	const bodies = new Map<string, TreeBody>();
	for (const { learner, source, learnerName, sourceName } of declared) {
		bodies.set(learner, { id: learner, name: learnerName, period: periodOf(learner) });
		bodies.set(source, { id: source, name: sourceName, period: periodOf(source) });
	}
	const plausible = networks[0]?.plausible ?? [];
	return {
		declared: {
			bodies: [...bodies.values()],
			links: declared.map(({ learner, source, isInferred }) => ({ learner, source, isInferred }))
		},
		inferred: {
			bodies: ids.map((id, at) => ({ id, name: names[at]!, period: adopted[at] ?? null })),
			links: plausible.map(({ learner, source }) => ({
				learner: ids[learner]!,
				source: ids[source]!,
				isInferred: true
			}))
		}
	};
}
