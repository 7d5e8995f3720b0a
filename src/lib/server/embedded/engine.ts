import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createApi } from './api.ts';
import { openDatabase } from './database.ts';
import type { MailSettings } from '../mail.ts';
import type { DatabaseLocation, Session } from './database.ts';
import type { Keys } from './keys.ts';
import type { EngineCalls, SignInToken } from './protocol.ts';

/** What the thread of the embedded database needs to know; survives a structured clone. */
export interface EngineOptions {
	location: DatabaseLocation;
	keys: Keys;
	siteUrl: string;
	/** Root of the project: its `supabase` folder and the shim lie below. */
	root: string;
	mail: MailSettings;
}

/** The embedded database with its API, answering calls. */
export interface Engine {
	calls: EngineCalls;
	close(): Promise<void>;
}

/** Opens the database, with Supabase's own roles and schemas in place before any migration. */
export async function openEngine({ location, keys, siteUrl, root, mail }: EngineOptions): Promise<Engine> {
	const database = await openDatabase(location);
	const api = createApi({ database, keys, siteUrl, mail, supabaseDir: join(root, 'supabase') });
	await api.prepare();
	const shim = await readFile(join(root, 'src/lib/server/embedded/supabase-shim.sql'), 'utf8');
	await inSession((session) => session.exec(shim));
	await api.schemaChanged();

	const transactions = new Map<number, Session>();
	let lastTransaction = 0;

	async function inSession<T>(
		work: (session: Session) => Promise<T>,
		transaction: number | null = null
	): Promise<T> {
		if (transaction !== null) return work(find(transaction));
		const session = await database.session();
		try {
			return await work(session);
		} finally {
			session.release();
		}
	}

	function find(transaction: number): Session {
		const session = transactions.get(transaction);
		if (session === undefined) throw new Error('This transaction has ended.');
		return session;
	}

	async function begin(): Promise<number> {
		const session = await database.session();
		try {
			await session.exec('begin');
		} catch (cause) {
			session.release();
			throw cause;
		}
		const transaction = ++lastTransaction;
		transactions.set(transaction, session);
		return transaction;
	}

	async function end(transaction: number, word: 'commit' | 'rollback'): Promise<void> {
		const session = find(transaction);
		transactions.delete(transaction);
		try {
			// In a failed transaction "commit" rolls back without a word; any statement before it complains.
			if (word === 'commit') await session.exec('select 1');
			await session.exec(word);
		} catch (cause) {
			await session.exec('rollback').catch(() => {});
			throw cause;
		} finally {
			session.release();
		}
	}

	async function signInToken(email: string): Promise<SignInToken> {
		const tokenHash = await api.signInToken(email);
		const [user] = await inSession((session) =>
			session.query('select id from auth.users where lower(email) = lower($1)', [email.trim()])
		);
		if (user === undefined) throw new Error(`The account of ${email} was not made.`);
		return { userId: String(user['id']), tokenHash };
	}

	return {
		calls: {
			fetch: (request) => api.fetch(request),
			query: ({ sql, params, transaction }) =>
				inSession((session) => session.query(sql, params), transaction),
			exec: ({ sql, transaction }) => inSession((session) => session.exec(sql), transaction),
			begin,
			commit: (transaction) => end(transaction, 'commit'),
			rollback: (transaction) => end(transaction, 'rollback'),
			signInToken,
			schemaChanged: () => api.schemaChanged()
		},
		close: () => database.close()
	};
}
