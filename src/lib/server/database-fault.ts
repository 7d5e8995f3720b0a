import { error } from '@sveltejs/kit';

/** What supabase-js hands back when a request to the database or the sign-in service failed. */
export interface DatabaseFault {
	message: string;
	/** SQLSTATE, or a word of the service that refused. */
	code?: string | undefined;
	/** What our own functions add for the page that asked, as JSON. */
	details?: string | null | undefined;
	/** Of the sign-in service only. */
	status?: number | undefined;
}

/** Why a write did not happen, as functions of the database name it (`private.raise_condition`). */
export const CONDITIONS = {
	/** Somebody else was first: the details say who, and what stands there now. */
	conflict: 409,
	/** Not the caller's to do. */
	refused: 403,
	/** What was entered; `field` names where. */
	invalid: 422,
	/** Not there, or not for the caller to see. */
	missing: 404,
	/** Too much at once. */
	full: 429
} as const;
export type Condition = keyof typeof CONDITIONS;

/** Answer to a write that did not happen: its status, and a sentence for the reader. */
export interface Refusal {
	status: 400 | 503 | 507 | (typeof CONDITIONS)[Condition];
	message: string;
	/** The named condition; absent where the database or its constraints refused. */
	condition?: Condition;
	/** Column that a condition is about. */
	field?: string;
	/** What else came with the condition, such as the lists of an undo. */
	details?: Record<string, unknown>;
}

const FULL_DISK: Refusal = {
	status: 507,
	message:
		'The server’s disk is full, so nothing was saved. Please tell whoever runs this site, and keep what you typed.'
};
const STOPPED: Refusal = {
	status: 503,
	message: 'The database does not answer at the moment, so nothing was saved. Please try again in a minute.'
};
const FORBIDDEN: Refusal = { status: 403, message: 'You may not change this.' };

/** SQLSTATE classes of a server that cannot serve: connection lost, too busy, shutting down. */
const SERVER_FAULTS = /^(?:08|53|57|58|XX)/;
const NO_PRIVILEGE = '42501';
/** What our functions raise with a status of their own; their words are meant for the reader. */
const OWN_STATUS = /^PT(4\d\d)$/;
const DISK_FULL = '53100';

function isCondition(word: unknown): word is Condition {
	return typeof word === 'string' && Object.hasOwn(CONDITIONS, word);
}

/** The named condition of a fault; null where none was raised. */
function conditionOf({ code = '', message, details }: DatabaseFault): Refusal | null {
	const status = Number(OWN_STATUS.exec(code)?.[1]);
	const { condition, field, ...rest } = parseDetails(details);
	const named = isCondition(condition)
		? condition
		: (Object.keys(CONDITIONS) as Condition[]).find((name) => CONDITIONS[name] === status);
	// Only our own functions name a condition; the database's own words about privileges stay unsaid.
	if (named === undefined) return null;
	return {
		status: CONDITIONS[named],
		message,
		condition: named,
		...(typeof field === 'string' ? { field } : {}),
		...(Object.keys(rest).length > 0 ? { details: rest } : {})
	};
}

function parseDetails(text: string | null | undefined): Record<string, unknown> {
	try {
		const parsed: unknown = JSON.parse(text ?? '');
		return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {};
	} catch {
		return {};
	}
}

/**
 * What a failed write is answered with. A disk that is full and a database that does not answer are no
 * fault of what was typed, so they get their own status. Conditions that our own functions name keep their
 * sentence; no other text of the database reaches the reader.
 *
 * @param otherwise what to say when the database refused the values themselves
 */
export function refusalOf(fault: DatabaseFault, otherwise: string): Refusal {
	const code = fault.code ?? '';
	if (code === DISK_FULL || fault.status === 507) return FULL_DISK;
	// No code at all: the request never reached a database.
	if (code === '' || code === 'database_stopped' || SERVER_FAULTS.test(code) || (fault.status ?? 0) >= 500)
		return STOPPED;
	const named = conditionOf(fault);
	if (named !== null) return named;
	if (code === NO_PRIVILEGE) return FORBIDDEN;
	return { status: 400, message: otherwise };
}

/**
 * Ends a request whose write failed, where no form stands ready to show what was typed.
 *
 * @throws the answer that `refusalOf` gives
 */
export function assertWritten(fault: DatabaseFault | null, otherwise: string): asserts fault is null {
	if (fault === null) return;
	const { status, message } = refusalOf(fault, otherwise);
	error(status, message);
}

/**
 * Ends a request whose reading failed, so that a missing answer is never shown as "nothing recorded".
 *
 * @throws the answer 503 while the database does not answer
 * @throws {Error} with the database's own words, for the log, when it refused the question
 */
export function assertRead(fault: DatabaseFault | null, what: string): asserts fault is null {
	if (fault === null) return;
	if (refusalOf(fault, '').status === STOPPED.status)
		error(503, 'The database does not answer at the moment. Please try again in a minute.');
	throw new Error(`${what} could not be read: ${fault.message}`);
}
