import { fail } from '@sveltejs/kit';
import * as v from 'valibot';
import type { RequestEvent } from '@sveltejs/kit';
import type { Columns, RecordField } from '#lib/records/record-field.ts';
import { changedColumns, conflictingFields, readRecord } from '#lib/records/record-form.ts';
import type { FieldConflict, RecordRule } from '#lib/records/record-form.ts';
import { saveRecord } from './saved-record.ts';
import type { OpenedRecord, RecordTable } from './saved-record.ts';

/** What a form of a record shows again after it was sent. */
export interface EditedForm {
	values: Record<string, string>;
	errors: Record<string, string>;
	/** Fields that somebody else saved meanwhile. */
	conflicts: FieldConflict[];
	/** The record that what is typed is compared with, for the form to send along. */
	shown: string;
	revision: number;
	saved: boolean;
}

/** One kind of record, as its edit page names it. */
export interface EditedKind {
	table: RecordTable;
	fields: readonly RecordField[];
	rules: readonly RecordRule[];
	/** What is said when the record is not there any more. */
	gone: string;
}

const SIGNED_OUT = 'You are no longer signed in. Sign in again in another tab, then save once more.';
const DAMAGED =
	'This form is no longer whole. Copy what you typed, load the page again and send it once more.';
const NOTHING = 'Nothing was changed, so nothing was saved.';

const Shown = v.pipe(
	v.string(),
	v.parseJson(),
	v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.null()]))
);

/** The record that a form shows, as the form sends it along. */
export function shownRecord(fields: readonly RecordField[], columns: Readonly<Columns>): string {
	const kept = fields.flatMap(({ columns: own }) => own.map((column) => [column, columns[column] ?? null]));
	return JSON.stringify(Object.fromEntries(kept));
}

/**
 * Saves what a form of a record sent: only what was changed, and only if nobody saved it meanwhile. Whatever goes
 * wrong, what was typed is handed back.
 *
 * @param form as it was sent, with `revision` and `shown`, and `take.<field>` where a conflict was decided
 * @param now the record as it stands; null when it is gone
 */
export async function saveEdited(
	event: RequestEvent,
	kind: EditedKind,
	form: FormData,
	now: OpenedRecord | null
): Promise<EditedForm | ReturnType<typeof fail<EditedForm>>> {
	const typed = typedText(form);
	const revision = Number(typed['revision']);
	const parsed = v.safeParse(Shown, typed['shown']);
	const shown: Columns = parsed.success ? parsed.output : {};
	const { values, errors, patch } = readRecord(kind.fields, typed, shown, kind.rules);
	const again = (status: number, message: string, more: Partial<EditedForm> = {}) =>
		fail(status, {
			values,
			errors: message === '' ? errors : { ...errors, '': message },
			conflicts: [],
			shown: typed['shown'] ?? '{}',
			revision,
			saved: false,
			...more
		});

	if ((await event.locals.session()) === null) return again(401, SIGNED_OUT);
	if (now === null) return again(404, kind.gone);
	if (!parsed.success || !Number.isInteger(revision)) return again(400, DAMAGED);
	if (patch === null) return again(400, '');

	const conflict = () => {
		const conflicts = conflictingFields(kind.fields, shown, now.columns, patch);
		const merged = { ...now.columns, ...patch };
		return again(
			409,
			conflicts.length === 0 ? 'Somebody else saved this record meanwhile. Look at it again, then save.' : '',
			{
				conflicts,
				values: Object.fromEntries(kind.fields.map((field) => [field.name, field.text(merged)])),
				shown: shownRecord(kind.fields, now.columns),
				revision: now.revision
			}
		);
	};
	if (now.revision !== revision) return conflict();
	const changed = changedColumns(now.columns, patch);
	if (Object.keys(changed).length === 0) return again(400, NOTHING);

	const result = await saveRecord(event, kind.table, now, changed, null);
	switch (result.outcome) {
		case 'saved':
			return {
				values,
				errors: {},
				conflicts: [],
				shown: shownRecord(kind.fields, { ...now.columns, ...changed }),
				revision: result.revision,
				saved: true
			};
		case 'changed meanwhile':
			return again(
				409,
				'Somebody else saved this record in the same moment. Save once more to see what they changed.'
			);
		case 'gone':
			return again(404, kind.gone);
		case 'refused':
			return again(result.status, '', {
				errors: { [fieldOf(kind.fields, result.column)]: result.message }
			});
	}
}

/** The field that a column is typed into; the form as a whole where none is. */
function fieldOf(fields: readonly RecordField[], column: string | null): string {
	return fields.find(({ columns }) => column !== null && columns.includes(column))?.name ?? '';
}

/** Text by field name; null for a file or a field that was sent twice. What was taken in a conflict stands. */
function typedText(form: FormData): Record<string, string | null> {
	const typed = new Map<string, string | null>();
	for (const [name, value] of form)
		typed.set(name, typed.has(name) || typeof value !== 'string' ? null : value);
	for (const [name, value] of typed)
		if (name.startsWith('take.')) typed.set(name.slice('take.'.length), value);
	return Object.fromEntries(typed);
}
