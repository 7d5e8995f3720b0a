import type { Atlas } from '#lib/domain/atlas.ts';
import { characteristicKey } from './characteristic-key.ts';
import type { View } from './view.ts';

/** Row of the public record that a view asks for by its network; null for any other network, or none. */
export function recordOf(atlas: Atlas, { network }: Pick<View, 'network'>): number | null {
	const row = network === null ? undefined : atlas.index.networkBySlug.get(network);
	return row !== undefined && atlas.networks[row]!.isRecord ? row : null;
}

/**
 * Rows of the practices that a view means: those it names; else, of a public record, its own; else all. The
 * characteristics it asks for narrow any of these.
 */
export function practicesOf(
	atlas: Atlas,
	view: Pick<View, 'practices' | 'characteristics' | 'network'>
): Set<number> {
	const named = new Set(view.practices.map((slug) => atlas.index.practiceBySlug.get(slug) ?? -1));
	const record = recordOf(atlas, view);
	const characteristics = new Set(view.characteristics);
	const isMeant = (row: number): boolean =>
		named.size > 0 ? named.has(row) : record === null || atlas.practices[row]!.network === record;
	const isLabelled = (row: number): boolean =>
		characteristics.size === 0 ||
		atlas.practices[row]!.characteristics.some((at) => characteristics.has(characteristicKey(atlas, at)));
	return new Set(atlas.practices.flatMap((_, row) => (isMeant(row) && isLabelled(row) ? [row] : [])));
}
