import type { Caller } from '#lib/calls/calls.ts';

/**
 * What the embedded database answers: to the app from its thread, and to a command beside a running server
 * over a socket. A transaction is named by the number that `begin` gave; null is none.
 */
export type EngineCalls = {
	fetch(request: PlainRequest): Promise<PlainResponse>;
	query(statement: Statement & { params: readonly unknown[] }): Promise<unknown[]>;
	exec(statement: Statement): Promise<void>;
	begin(nothing: null): Promise<number>;
	commit(transaction: number): Promise<void>;
	rollback(transaction: number): Promise<void>;
	/** Makes the account if need be and answers its one-time sign-in token, sending no mail. */
	signInToken(email: string): Promise<SignInToken>;
	/** Tells the API that tables changed. */
	schemaChanged(nothing: null): Promise<void>;
};

export interface Statement {
	sql: string;
	transaction: number | null;
}

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
	call: Caller<EngineCalls>['call'];
	close(): Promise<void>;
}
