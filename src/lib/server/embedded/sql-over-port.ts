import type { SqlTarget } from '../sql-target.ts';
import type { Port } from './protocol.ts';

/** Direct SQL through a port. */
export function sqlOverPort(port: Port): SqlTarget {
	return {
		...statements(port, null),
		async transaction(work) {
			const transaction = await port.call('begin', null);
			try {
				const result = await work(within(port, transaction, 1));
				await port.call('commit', transaction);
				return result;
			} catch (cause) {
				// The cause matters more than a rollback that a dead connection has already done.
				await port.call('rollback', transaction).catch(() => {});
				throw cause;
			}
		}
	};
}

function statements(port: Port, transaction: number | null): Pick<SqlTarget, 'query' | 'exec'> {
	return {
		query: async <T>(sql: string, params: readonly unknown[] = []) =>
			(await port.call('query', { sql, params, transaction })) as T[],
		exec: (sql) => port.call('exec', { sql, transaction })
	};
}

function within(port: Port, transaction: number, depth: number): SqlTarget {
	const here = statements(port, transaction);
	return {
		...here,
		async transaction(work) {
			const savepoint = `level_${depth}`;
			await here.exec(`savepoint ${savepoint}`);
			try {
				const result = await work(within(port, transaction, depth + 1));
				await here.exec(`release savepoint ${savepoint}`);
				return result;
			} catch (cause) {
				await here.exec(`rollback to savepoint ${savepoint}`);
				throw cause;
			}
		}
	};
}
