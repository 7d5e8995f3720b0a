import { refusalOf } from './database-fault.ts';
import { waitWords } from './http/rate-limits.ts';
import type { DatabaseFault } from './database-fault.ts';

/** What became of a step of signing in; the message is for the reader. */
export type SignInResult = { ok: true } | SignInRefusal;

export interface SignInRefusal {
	ok: false;
	status: 400 | 403 | 429 | 503 | 507;
	message: string;
}

export const UNAVAILABLE: SignInRefusal = {
	ok: false,
	status: 503,
	message: 'Signing in does not work at the moment. Please try again.'
};

export function isServersFault(error: DatabaseFault): boolean {
	return (error.status ?? 500) >= 500;
}

/** A fault of the service in the reader's words. */
export function unavailable(error: DatabaseFault): SignInRefusal {
	const { status, message } = refusalOf(error, '');
	return status === 507 ? { ok: false, status, message } : UNAVAILABLE;
}

export function tooOften(waitSeconds: number): SignInRefusal {
	return {
		ok: false,
		status: 429,
		message: `Too many attempts for this address. Please wait ${waitWords(waitSeconds)}.`
	};
}
