import postgres from 'postgres';
import type { SqlTarget } from './sql-target.ts';

/** A connection to a PostgreSQL server without the embedded API, such as a Supabase project's database. */
export interface PostgresTarget extends SqlTarget {
	close(): Promise<void>;
}

export function openPostgresTarget(url: string): PostgresTarget {
	const client = postgres(url, { max: 1, onnotice: () => {} });
	return { ...target(client), close: () => client.end() };
}

function target(client: postgres.Sql): SqlTarget {
	return {
		query: async <T>(sql: string, params: readonly unknown[] = []) =>
			[...(await client.unsafe(sql, params as never[]))] as T[],
		exec: async (sql) => void (await client.unsafe(sql).simple()),
		transaction: async <T>(work: (inner: SqlTarget) => Promise<T>) =>
			(await client.begin((transaction) => work(inTransaction(transaction)))) as T
	};
}

function inTransaction(transaction: postgres.TransactionSql): SqlTarget {
	return {
		...target(transaction as unknown as postgres.Sql),
		transaction: async <T>(work: (inner: SqlTarget) => Promise<T>) =>
			(await transaction.savepoint((inner) => work(inTransaction(inner)))) as T
	};
}
