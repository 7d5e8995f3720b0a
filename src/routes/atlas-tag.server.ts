import { version } from '$app/environment';
import type { Snapshot } from '#lib/server/atlas.ts';
import { entityTag } from '#lib/server/entity-tag.ts';

/**
 * By which an open page knows whether the atlas it holds is still the one it would be given: changes with the
 * data, the day, what the caller may see, and the site's build.
 */
export function atlasTag({ state }: Pick<Snapshot, 'state'>): string {
	return entityTag(version, state);
}
