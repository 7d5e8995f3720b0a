/**
 * A database that takes SQL directly, with the owner's rights: what migrations, seeds, backups and
 * the command line write to. Pages never use it; they go through supabase-js and row level security.
 */
export interface SqlTarget {
	/** Runs one statement with `$1…` parameters and returns its rows. */
	query<T = Record<string, unknown>>(sql: string, params?: readonly unknown[]): Promise<T[]>;
	/** Runs a script of one or more statements without parameters. */
	exec(sql: string): Promise<void>;
	/**
	 * Runs `work` in one transaction on one session: committed when it resolves, rolled back when it
	 * rejects. Inside, use the target handed to `work`: the outer one waits until the end, and on
	 * PGlite so does everybody else. A transaction inside a transaction is a savepoint.
	 */
	transaction<T>(work: (target: SqlTarget) => Promise<T>): Promise<T>;
}
