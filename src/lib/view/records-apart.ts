import type { Selection } from './selection.ts';

/** A public record that a page leaves out, and can be asked for. */
export interface RecordApart {
	slug: string;
	name: string;
}

/** The public records that a selection leaves out although organisations of it are on them. */
export function listRecordsApart({ atlas, recordsApart }: Selection): RecordApart[] {
	return recordsApart.map((row) => {
		const { slug, name } = atlas.networks[row]!;
		return { slug, name };
	});
}
