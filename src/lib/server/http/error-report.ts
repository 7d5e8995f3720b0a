import { randomUUID } from 'node:crypto';
import { log } from '../log.ts';
import type { HandleServerError } from '@sveltejs/kit';

/** Writes a fault to the log under a reference; the reader gets the reference and nothing of its insides. */
export const reportError: HandleServerError = ({ error, event, status, message }) => {
	if (status === 404) return { message: 'There is no page at this address.' };
	if (status < 500) return { message };
	const reference = randomUUID().slice(0, 8);
	const cause =
		error instanceof Error
			? { name: error.name, message: error.message, stack: error.stack }
			: { message: String(error) };
	log().error({ reference, route: event.route.id ?? '(none)', status, error: cause }, 'A request failed');
	return { message: 'Something went wrong on our side. Nothing was saved; please try again.', reference };
};
