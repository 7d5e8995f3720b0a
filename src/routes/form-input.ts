import { error } from '@sveltejs/kit';
import * as v from 'valibot';

/** What was typed into a form, what is wrong with it field by field, and what it means when nothing is. */
export interface FormInput<Output> {
	/** Typed text, to show again; never a password. */
	values: Record<string, string>;
	/** First fault of each field. */
	errors: Record<string, string>;
	output: Output | null;
}

/** For a form that was begun signed in and sent signed out: what was typed stays on the page. */
export const SIGNED_OUT =
	'You are no longer signed in. Sign in again in another tab, then send this once more.';

const MAX_SHOWN = 5000;
const MAX_NAME = 60;

/**
 * Fields of a posted form.
 *
 * @throws the answer 400, where the body is none: another type, or broken off
 */
export async function readForm(request: Request): Promise<FormData> {
	try {
		return await request.formData();
	} catch (cause) {
		// A body that is too large throws its own answer, which stands.
		if (!(cause instanceof TypeError)) throw cause;
		error(400, 'This form could not be read. Go back, load the page again and send it once more.');
	}
}

/**
 * Reads a posted form by a schema. Files and repeated fields count as faults of their field.
 */
export async function parseForm<Schema extends v.GenericSchema>(
	request: Request,
	schema: Schema
): Promise<FormInput<v.InferOutput<Schema>>> {
	const form = await readForm(request);
	const typed: Record<string, unknown> = {};
	for (const name of new Set(form.keys())) {
		const all = form.getAll(name);
		typed[name] = all.length === 1 && typeof all[0] === 'string' ? all[0] : null;
	}

	const values = Object.fromEntries(
		Object.entries(typed).flatMap(([name, value]) =>
			typeof value === 'string' && name.length <= MAX_NAME && !name.includes('password')
				? [[name, value.slice(0, MAX_SHOWN)]]
				: []
		)
	);
	const result = v.safeParse(schema, typed);
	if (result.success) return { values, errors: {}, output: result.output };

	const errors: Record<string, string> = {};
	for (const issue of result.issues) errors[String(issue.path?.[0]?.key ?? '')] ??= issue.message;
	return { values, errors, output: null };
}
