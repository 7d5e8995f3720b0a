import * as v from 'valibot';
import type { ColumnValue, Columns, RecordField } from './record-field.ts';

/** What a form sent, field by field, and what it means for the record when nothing is wrong. */
export interface RecordInput {
	/** Columns that differ from the record, or all of a new one; null while something is wrong. */
	patch: Columns | null;
	/** One sentence by field name; the empty name stands for the form as a whole. */
	errors: Record<string, string>;
	/** Text as typed, to show again. */
	values: Record<string, string>;
}

/** A rule between fields: what is wrong, by field name; nothing when all is well. */
export type RecordRule = (columns: Readonly<Columns>) => Record<string, string>;

/**
 * Reads what was typed into the fields of a record.
 *
 * @param typed text by field name; a field that was sent twice is null and counts as a fault
 * @param record what the record holds now; null for a new one
 * @param rules what must hold between fields, tried only when each is right by itself
 */
export function readRecord(
	fields: readonly RecordField[],
	typed: Readonly<Record<string, string | null>>,
	record: Readonly<Columns> | null,
	rules: readonly RecordRule[] = []
): RecordInput {
	const values: Record<string, string> = {};
	const errors: Record<string, string> = {};
	const columns: Columns = {};
	for (const { name, schema, longest } of fields) {
		const text = Object.hasOwn(typed, name) ? typed[name] : '';
		if (text === null || text === undefined) {
			errors[name] = 'This was sent twice. Load the page again.';
			continue;
		}
		values[name] = text.slice(0, longest + 1000);
		const result = v.safeParse(schema, text);
		if (result.success) Object.assign(columns, result.output);
		else errors[name] = result.issues[0].message;
	}
	if (Object.keys(errors).length === 0) {
		for (const rule of rules) Object.assign(errors, rule({ ...record, ...columns }));
	}
	const isWrong = Object.keys(errors).length > 0;
	return {
		values,
		errors,
		patch: isWrong ? null : record === null ? columns : changedColumns(record, columns)
	};
}

/** What the boxes of a form show of a record. */
export function recordText(
	fields: readonly RecordField[],
	record: Readonly<Columns>
): Record<string, string> {
	return Object.fromEntries(fields.map((field) => [field.name, field.text(record)]));
}

/** The columns of a patch whose value differs from the record's. */
export function changedColumns(record: Readonly<Columns>, patch: Readonly<Columns>): Columns {
	return Object.fromEntries(
		Object.entries(patch).filter(([column, value]) => !isSame(record[column] ?? null, value))
	);
}

/** One field of a record that two people changed at the same time. */
export interface FieldConflict {
	name: string;
	label: string;
	/** What it held when the form was opened, what somebody saved since, and what the form sends, in words. */
	before: string;
	theirs: string;
	yours: string;
	/** The same as a box shows it, to take either. */
	theirText: string;
	yourText: string;
}

/**
 * Fields that somebody else saved otherwise while a form was open, whether or not the form changes them too.
 *
 * @param shown the record when the form was opened
 * @param now the record as it stands
 * @param patch what the form would change
 */
export function conflictingFields(
	fields: readonly RecordField[],
	shown: Readonly<Columns>,
	now: Readonly<Columns>,
	patch: Readonly<Columns>
): FieldConflict[] {
	const yours = { ...shown, ...patch };
	return fields
		.filter((field) => field.text(now) !== field.text(shown) && field.text(now) !== field.text(yours))
		.map((field) => ({
			name: field.name,
			label: field.label,
			before: field.words(shown),
			theirs: field.words(now),
			yours: field.words(yours),
			theirText: field.text(now),
			yourText: field.text(yours)
		}));
}

/** One changed field in words, for lists of changes and reviews. */
export interface FieldChange {
	label: string;
	before: string;
	after: string;
}

/** What a patch changes of a record, in the order of the fields; columns without a field are left out. */
export function fieldChanges(
	fields: readonly RecordField[],
	before: Readonly<Columns>,
	after: Readonly<Columns>
): FieldChange[] {
	return fields.flatMap((field) => {
		const [was, is] = [field.words(before), field.words(after)];
		return was === is ? [] : [{ label: field.label, before: was, after: is }];
	});
}

/** The day an end is recorded must not come before the day of the start, however exactly each is known. */
export function inOrder(start: string, end: string, endField: string, sentence: string): RecordRule {
	return (columns) => {
		const [from, until] = [columns[start], columns[end]];
		if (typeof from !== 'string' || typeof until !== 'string') return {};
		const known = Math.min(knownLength(columns, start), knownLength(columns, end));
		return until.slice(0, known) < from.slice(0, known) ? { [endField]: sentence } : {};
	};
}

/** Letters of an ISO date that are known by its precision: 10 for a day, 7 for a month, 4 for a year. */
function knownLength(columns: Readonly<Columns>, column: string): number {
	const precision = columns[column.replace(/_on$/, '_precision')];
	return precision === 'year' ? 4 : precision === 'month' ? 7 : 10;
}

function isSame(a: ColumnValue, b: ColumnValue): boolean {
	return a === b || (a === null && b === '') || (a === '' && b === null);
}
