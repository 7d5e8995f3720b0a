import type { RequestEvent } from '@sveltejs/kit';
import type { Columns } from '#lib/records/record-field.ts';
import { forgetAtlasVersion } from '../atlas.ts';
import { forgetCaller } from '../caller.ts';
import { refusalOf } from '../database-fault.ts';

/** A record as a form opens it. */
export interface OpenedRecord {
	id: string;
	/** Rises with each change; a form sends the one it showed. */
	revision: number;
	columns: Columns;
}

/** Tables whose rows are edited by a form of their own. */
export type RecordTable =
	| 'organisations'
	| 'practices'
	| 'learning_links'
	| 'adoptions'
	| 'ties'
	| 'associations'
	| 'memberships'
	| 'networks'
	| 'frameworks'
	| 'characteristics';

/** What became of saving a record. */
export type Saved =
	| { outcome: 'saved'; revision: number }
	/** Somebody saved it meanwhile. */
	| { outcome: 'changed meanwhile' }
	/** It is not there any more, or not for the caller to see. */
	| { outcome: 'gone' }
	| { outcome: 'refused'; status: number; message: string; column: string | null };

/**
 * Saves what was changed of a record, if nobody saved it since the form was opened. Rights are the caller's own, and
 * the database decides.
 *
 * @param source where it is written, or why it was changed; kept with the change
 */
export async function saveRecord(
	event: RequestEvent,
	table: RecordTable,
	{ id, revision }: Pick<OpenedRecord, 'id' | 'revision'>,
	patch: Columns,
	source: string | null
): Promise<Saved> {
	const { data, error } = await event.locals.supabase.rpc('save_record', {
		record: table,
		key: id,
		seen: revision,
		patch,
		...(source === null ? {} : { reason: source })
	});
	if (error === null) {
		noteWrite(event);
		return { outcome: 'saved', revision: data };
	}
	const { condition, status, message, field } = refusalOf(
		error,
		'This could not be saved. Check what you entered and try again.'
	);
	if (condition === 'conflict') return { outcome: 'changed meanwhile' };
	if (condition === 'missing') return { outcome: 'gone' };
	return { outcome: 'refused', status, message, column: field === undefined || field === '' ? null : field };
}

/** After a write: the next request asks for the atlas's version, and for the caller's roles. */
export function noteWrite(event: RequestEvent): void {
	forgetAtlasVersion();
	forgetCaller(event);
}
