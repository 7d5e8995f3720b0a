import { readText } from '#lib/tables/table.ts';
import { TableError } from '#lib/tables/table-error.ts';
import { readForm } from '../form-input.ts';

const MOST_BYTES = 200_000;

/** A list as it was pasted or uploaded, or one sentence that says what is wrong. */
export type Upload =
	{ ok: true; text: string; typed: string } | { ok: false; message: string; typed: string };

/** Reads the fields `list` (text) and `file` of a form; a file goes before what was typed. */
export async function readUpload(request: Request): Promise<Upload> {
	const form = await readForm(request);
	const field = form.get('list');
	const typed = typeof field === 'string' ? field.slice(0, MOST_BYTES) : '';
	const file = form.get('file');
	if (file instanceof File && file.size > 0) {
		if (file.size > MOST_BYTES) {
			return { ok: false, typed, message: 'The file is larger than 200 kB, which no list of councils is.' };
		}
		try {
			const content = new Uint8Array(await file.arrayBuffer());
			return { ok: true, text: readText({ file: file.name, content }).text, typed };
		} catch (cause) {
			if (!(cause instanceof TableError)) throw cause;
			return { ok: false, typed, message: cause.message };
		}
	}
	if (typed.trim() === '') return { ok: false, typed, message: 'Paste a list, or choose a file.' };
	return { ok: true, text: typed, typed };
}
