/**
 * What is said between the app, the thread that holds the embedded database, and a command beside a
 * running server. Everything here survives a structured clone.
 */
export type Call =
	| { kind: 'fetch'; request: PlainRequest }
	| { kind: 'query'; sql: string; params: readonly unknown[]; transaction: number | null }
	| { kind: 'exec'; sql: string; transaction: number | null }
	| { kind: 'begin' }
	| { kind: 'commit' | 'rollback'; transaction: number }
	/** Makes the account if need be and answers its one-time sign-in token, sending no mail. */
	| { kind: 'sign-in-token'; email: string }
	/** Tells the API that tables changed. */
	| { kind: 'schema-changed' };

/** What `sign-in-token` answers. */
export interface SignInToken {
	userId: string;
	/** Turned into a session by `/auth/confirm` or `verifyOtp`, once. */
	tokenHash: string;
}

export interface PlainRequest {
	method: string;
	url: string;
	headers: [string, string][];
	body: Uint8Array | null;
}

export interface PlainResponse {
	status: number;
	headers: [string, string][];
	body: Uint8Array | null;
}

/** One end of a conversation: sends a call and waits for its answer. */
export interface Port {
	call(call: Call): Promise<unknown>;
	close(): Promise<void>;
}

export interface Numbered {
	id: number;
	call: Call;
}

export type Answer = { id: number; value: unknown } | { id: number; error: PlainError };

export interface PlainError {
	message: string;
	/** SQLSTATE or Node's error code, where there is one. */
	code: string | null;
	detail: string | null;
}

/** An error that the database or its thread reported, with its SQLSTATE. */
export class BackendError extends Error {
	override name = 'BackendError';
	readonly code: string | null;
	readonly detail: string | null;

	constructor({ message, code, detail }: PlainError) {
		super(message);
		this.code = code;
		this.detail = detail;
	}
}

export function plainError(cause: unknown): PlainError {
	if (!(cause instanceof Error)) return { message: String(cause), code: null, detail: null };
	const { code, detail } = cause as { code?: unknown; detail?: unknown };
	return {
		message: cause.message,
		code: typeof code === 'string' ? code : null,
		detail: typeof detail === 'string' ? detail : null
	};
}
