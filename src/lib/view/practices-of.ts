import type { Atlas } from '#lib/domain/atlas.ts';
import { characteristicKey } from './characteristic-key.ts';
import type { View } from './view.ts';

/** Row of the public record that a view asks for by its network; null for any other network, or none. */
export function recordOf(atlas: Atlas, { network }: Pick<View, 'network'>): number | null {
	const row = network === null ? undefined : atlas.index.networkBySlug.get(network);
	return row !== undefined && atlas.networks[row]!.isRecord ? row : null;
}

/** Row of the public record that a practice belongs to; null for any other practice. */
export function recordOfPractice(atlas: Atlas, practice: number): number | null {
	const { network } = atlas.practices[practice]!;
	return network !== null && atlas.networks[network]!.isRecord ? network : null;
}

/** Rows of the public records that a view asks for: by its network, or by one of their practices. */
export function recordsAsked(atlas: Atlas, view: Pick<View, 'network' | 'practices'>): Set<number> {
	const own = recordOf(atlas, view);
	const byPractice = view.practices.flatMap((slug) => {
		const practice = atlas.index.practiceBySlug.get(slug);
		return practice === undefined ? [] : (recordOfPractice(atlas, practice) ?? []);
	});
	return new Set([...byPractice, ...(own === null ? [] : [own])]);
}

/**
 * Rows of the practices that a view means: those it names; else, of a public record, its own; else all but those of
 * public records, which stand apart until they are asked for. The characteristics it asks for narrow any of these.
 *
 * @param asked rows of the public records that are asked for
 */
export function practicesOf(
	atlas: Atlas,
	view: Pick<View, 'practices' | 'characteristics' | 'network'>,
	asked: ReadonlySet<number> = recordsAsked(atlas, view)
): Set<number> {
	const named = new Set(view.practices.map((slug) => atlas.index.practiceBySlug.get(slug) ?? -1));
	const record = recordOf(atlas, view);
	const characteristics = new Set(view.characteristics);
	const isMeant = (row: number): boolean => {
		if (named.size > 0) return named.has(row);
		const owner = recordOfPractice(atlas, row);
		return record === null ? owner === null || asked.has(owner) : owner === record;
	};
	const isLabelled = (row: number): boolean =>
		characteristics.size === 0 ||
		atlas.practices[row]!.characteristics.some((at) => characteristics.has(characteristicKey(atlas, at)));
	return new Set(atlas.practices.flatMap((_, row) => (isMeant(row) && isLabelled(row) ? [row] : [])));
}
