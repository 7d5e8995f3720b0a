import { error } from '@sveltejs/kit';
import * as v from 'valibot';

/** What was typed into a form, what is wrong with it field by field, and what it means when nothing is. */
export interface FormInput<Output> {
	/** Typed text of the schema's fields, to show again; never a password. */
	values: Record<string, string>;
	/** First fault of each field. */
	errors: Record<string, string>;
	output: Output | null;
}

/** A schema of an object, which knows its fields. */
type FormSchema = v.GenericSchema & { entries: Record<string, unknown> };

/** For a form that was begun signed in and sent signed out: what was typed stays on the page. */
export const SIGNED_OUT =
	'You are no longer signed in. Sign in again in another tab, then send this once more.';

const MAX_SHOWN = 5000;
/** More than any form of ours has. */
const MOST_FIELDS = 100;

/**
 * Fields of a posted form.
 *
 * @throws the answer 400, where the body is none: another type, broken off, or of more fields than any form
 */
export async function readForm(request: Request): Promise<FormData> {
	let form: FormData;
	try {
		form = await request.formData();
	} catch (cause) {
		// A body that is too large throws its own answer, which stands.
		if (!(cause instanceof TypeError)) throw cause;
		error(400, 'This form could not be read. Go back, load the page again and send it once more.');
	}
	let fields = 0;
	for (const _ of form.keys()) fields += 1;
	if (fields > MOST_FIELDS)
		error(400, 'This has more fields than any form here. Go back and load the page again.');
	return form;
}

/**
 * Reads a posted form by a schema. Files and repeated fields count as faults of their field.
 */
export async function parseForm<Schema extends FormSchema>(
	request: Request,
	schema: Schema
): Promise<FormInput<v.InferOutput<Schema>>> {
	const typed = new Map<string, string | null>();
	for (const [name, value] of await readForm(request))
		typed.set(name, typed.has(name) || typeof value !== 'string' ? null : value);

	const values: Record<string, string> = {};
	for (const name of Object.keys(schema.entries)) {
		const value = typed.get(name);
		if (typeof value === 'string' && !name.includes('password')) values[name] = value.slice(0, MAX_SHOWN);
	}
	const result = v.safeParse(schema, Object.fromEntries(typed));
	if (result.success) return { values, errors: {}, output: result.output };

	const errors: Record<string, string> = {};
	for (const issue of result.issues) errors[String(issue.path?.[0]?.key ?? '')] ??= issue.message;
	return { values, errors, output: null };
}
