import type { Atlas } from '#lib/domain/atlas.ts';

/** Key of a characteristic in a view: `network-slug.position`. */
export function characteristicKey(atlas: Atlas, row: number): string {
	const { network, position } = atlas.characteristics[row]!;
	return `${atlas.networks[network]!.slug}.${position}`;
}
