import { takeOn } from './rights-attempt.ts';
import type { TestDatabase } from './databases.ts';

/** What the database said when it refused. */
export class Refused extends Error {
	override name = 'Refused';
	constructor(
		message: string,
		/** SQLSTATE. */
		readonly code: string,
		/** What functions of ours add for the page that asked. */
		readonly details: Record<string, unknown>
	) {
		super(message);
	}
}

/**
 * Runs statements as a request of an account does: in a transaction of its own, under its rights.
 *
 * @param account null for a visitor
 * @returns rows of the last statement
 * @throws {Refused}
 */
export async function act(
	database: TestDatabase,
	account: string | null,
	statements: string
): Promise<Record<string, unknown>[]> {
	try {
		// Drivers disagree on what a script answers for statements without rows: the last to answer is the one asked.
		const results = await database.run(`begin; ${takeOn(account)} ${statements}`);
		await database.run('commit');
		return results.at(-1) ?? [];
	} catch (cause) {
		await database.run('rollback');
		const { message, code, detail } = cause as { message: string; code: string; detail?: string };
		throw new Refused(message, code, details(detail));
	}
}

function details(text: string | undefined): Record<string, unknown> {
	try {
		return JSON.parse(text ?? '') as Record<string, unknown>;
	} catch {
		return {};
	}
}
