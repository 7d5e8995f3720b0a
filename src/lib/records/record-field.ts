import * as v from 'valibot';
import { formatDay, isoDay, parseDay } from '../domain/day.ts';
import { DATE_EXAMPLES, parseTypedDate, typedDateText } from '../domain/typed-date.ts';
import { DATE_PRECISIONS } from '../domain/vocabulary.ts';
import type { DatePrecision } from '../domain/vocabulary.ts';

/** A value as a column of the database takes and gives it, in JSON. */
export type ColumnValue = string | number | boolean | null;
/** Columns of a record by name; what is absent is left as it is. */
export type Columns = Record<string, ColumnValue>;

/** How a field is asked for. */
export type Control =
	'line' | 'paragraph' | 'web address' | 'date' | 'choice' | 'radios' | 'tick' | 'area' | 'organisation';

/**
 * One question about a record: how it is asked, what it fills, and how its text becomes columns and columns become
 * text. Forms, review, import and the API read the same list of fields, so that a record is checked by one rule.
 */
export interface RecordField {
	/** Of the box in the form. */
	name: string;
	label: string;
	hint?: string | undefined;
	control: Control;
	optional: boolean;
	/** Longest text, letters. */
	longest: number;
	options: readonly { value: string; label: string }[];
	/** Columns that it fills. */
	columns: readonly string[];
	/** Text as typed to columns; says what is wrong in one sentence. */
	schema: v.GenericSchema<string, Columns>;
	/** What the box shows of a record. */
	text(record: Readonly<Columns>): string;
	/** The same for reading, outside a box. */
	words(record: Readonly<Columns>): string;
}

/** What every field is given. */
interface Asked {
	name: string;
	label: string;
	hint?: string;
	/** Where it differs from the name. */
	column?: string;
}

const NOTHING = 'nothing';

/** One line of text. */
export function lineField({
	longest = 200,
	missing,
	...asked
}: Asked & { longest?: number; missing?: string }): RecordField {
	return textField('line', longest, missing, asked);
}

/** Several lines of text. */
export function paragraphField({
	longest = 2000,
	missing,
	...asked
}: Asked & { longest?: number; missing?: string }): RecordField {
	return textField('paragraph', longest, missing, asked);
}

/** An address of a page, whole. */
export function webAddressField(asked: Asked & { missing?: string }): RecordField {
	const field = textField('web address', 2000, asked.missing, asked);
	const column = asked.column ?? asked.name;
	return {
		...field,
		schema: v.pipe(
			field.schema,
			v.check(
				(columns) => columns[column] === null || isWebAddress(String(columns[column])),
				'Enter a whole address that begins with https://'
			)
		)
	};
}

/**
 * A date as exact as it is known, with the column of its precision.
 *
 * @param precision column of the precision; absent where only whole days are kept
 */
export function dateField({ precision, ...asked }: Asked & { precision?: string }): RecordField {
	const column = asked.column ?? asked.name;
	const text = (record: Readonly<Columns>): string => {
		const day = parseDay(String(record[column] ?? ''));
		return typedDateText(day, precision === undefined ? 'day' : precisionOf(record[precision]));
	};
	const read = (typed: string): Columns | null => {
		if (typed === '') return { [column]: null };
		const date = parseTypedDate(typed);
		if (date === null || (precision === undefined && date.precision !== 'day')) return null;
		return {
			[column]: isoDay(date.day),
			...(precision === undefined ? {} : { [precision]: date.precision })
		};
	};
	return {
		...basis('date', asked, 40, precision === undefined ? [column] : [column, precision]),
		hint:
			asked.hint ??
			(precision === undefined ? 'For example 3 May 2016' : 'For example 2016, May 2016 or 3 May 2016'),
		optional: true,
		schema: v.pipe(
			v.string(),
			v.trim(),
			v.check(
				(typed) => read(typed) !== null,
				precision === undefined ? 'Enter a whole date like 3 May 2016.' : DATE_EXAMPLES
			),
			v.transform((typed) => read(typed) ?? {})
		),
		text,
		words: (record) => text(record) || NOTHING
	};
}

/** One of a closed list. */
export function choiceField<Value extends string>({
	options,
	control = 'choice',
	missing = 'Choose one of the list.',
	none,
	...asked
}: Asked & {
	options: readonly { value: Value; label: string }[];
	control?: 'choice' | 'radios';
	missing?: string;
	/** Label of "none of them", where the column may be empty. */
	none?: string;
}): RecordField {
	const column = asked.column ?? asked.name;
	const all = none === undefined ? options : [{ value: '', label: none }, ...options];
	return {
		...basis(control, asked, 100, [column]),
		optional: none !== undefined,
		options: all,
		schema: v.pipe(
			v.string(missing),
			v.check((value) => all.some((option) => option.value === value), missing),
			v.transform((value) => ({ [column]: value === '' ? null : value }))
		),
		text: (record) => String(record[column] ?? ''),
		words: (record) => all.find(({ value }) => value === String(record[column] ?? ''))?.label ?? NOTHING
	};
}

/** Yes or no, as a box to tick. An unticked box sends nothing at all. */
export function tickField(asked: Asked): RecordField {
	const column = asked.column ?? asked.name;
	return {
		...basis('tick', asked, 10, [column]),
		optional: true,
		schema: v.pipe(
			v.string(),
			v.transform((value) => ({ [column]: value === 'yes' }))
		),
		text: (record) => (record[column] === true ? 'yes' : ''),
		words: (record) => (record[column] === true ? 'yes' : 'no')
	};
}

/**
 * Something on record that is found by typing its name: the form sends the text, and whoever reads the form
 * finds the record, because only there are the records at hand.
 *
 * @param control which records are searched
 */
export function referenceField({
	control,
	missing,
	...asked
}: Asked & { control: 'area' | 'organisation'; missing?: string }): RecordField {
	return { ...textField('line', 200, missing, asked), control };
}

/** Whether a text is an address of a page: http or https, with a host, and no sign that has no place in one. */
export function isWebAddress(text: string): boolean {
	return text.length <= 2000 && /^https?:\/\/[^\s<>"]+$/i.test(text) && URL.canParse(text);
}

function textField(
	control: Control,
	longest: number,
	missing: string | undefined,
	asked: Asked
): RecordField {
	const column = asked.column ?? asked.name;
	const tooLong = `Use at most ${longest.toLocaleString('en-GB')} letters.`;
	return {
		...basis(control, asked, longest, [column]),
		optional: missing === undefined,
		schema: v.pipe(
			v.string(missing ?? 'Enter this once.'),
			v.transform(plainText),
			v.check((text) => missing === undefined || text !== '', missing ?? ''),
			v.maxLength(longest, tooLong),
			v.transform((text) => ({ [column]: text === '' ? null : text }))
		),
		text: (record) => String(record[column] ?? ''),
		words: (record) => String(record[column] ?? NOTHING)
	};
}

function basis(
	control: Control,
	{ name, label, hint }: Asked,
	longest: number,
	columns: readonly string[]
): Pick<RecordField, 'name' | 'label' | 'hint' | 'control' | 'longest' | 'columns' | 'options'> {
	return { name, label, hint, control, longest, columns, options: [] };
}

/** Text as it is kept: composed letters, no control characters but line ends, none at its ends. */
function plainText(text: string): string {
	return (
		text
			.normalize('NFC')
			.replace(/\r\n?/g, '\n')
			// eslint-disable-next-line no-control-regex -- control characters are what is taken out
			.replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
			.trim()
	);
}

function precisionOf(value: ColumnValue | undefined): DatePrecision {
	return DATE_PRECISIONS.find((known) => known === value) ?? 'day';
}

/** A day column in words, for lists of changes; the text itself where it is none. */
export function dayColumnInWords(value: ColumnValue | undefined, precision: ColumnValue | undefined): string {
	const day = parseDay(String(value ?? ''));
	return day === null ? String(value ?? NOTHING) : formatDay(day, precisionOf(precision));
}
