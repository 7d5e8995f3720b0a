import { readOrMakeKeys } from './keys.ts';
import { connectToServer, listenForCommands } from './control-socket.ts';
import { fetchOverPort } from './fetch-over-port.ts';
import { FolderInUseError, lockFolder } from './folder-lock.ts';
import { sqlOverPort } from './sql-over-port.ts';
import { openWorkerPort } from './worker-port.ts';
import type { MailSettings } from '../mail.ts';
import type { SqlTarget } from '../sql-target.ts';
import type { EngineOptions } from './engine.ts';
import type { Keys } from './keys.ts';
import type { Port, SignInToken } from './protocol.ts';

export interface EmbeddedOptions {
	dataDir: string;
	/** A PostgreSQL server to use instead of PGlite in the data folder. */
	databaseUrl: string | null;
	siteUrl: string;
	root: string;
	mail: MailSettings;
	log: (line: string) => void;
}

/** The embedded Data API and Auth, and direct SQL to the database below. */
export interface Embedded {
	publishableKey: string;
	secretKey: string;
	fetch: typeof fetch;
	sql: SqlTarget;
	/** Makes the account if need be and answers its one-time token, sending no mail. */
	signInToken(email: string): Promise<SignInToken>;
	/** To be called after tables changed. */
	schemaChanged(): Promise<void>;
	close(): Promise<void>;
}

/**
 * Opens the database for a server: takes the data folder, and listens for commands in it.
 *
 * @throws {FolderInUseError} when another process holds the folder
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<Embedded> {
	const { port, keys, release } = await openOwn(options);
	// A PostgreSQL server is reached directly by every command, so it needs no door of its own.
	const stopListening = options.databaseUrl === null ? await listenForCommands(options.dataDir, port) : null;
	return embedded(port, keys, async () => {
		await stopListening?.();
		await port.close();
		release();
	});
}

/** Opens the database for a command: through the running server when there is one, else by itself. */
export async function openForCommand(options: EmbeddedOptions): Promise<Embedded> {
	try {
		const { port, keys, release } = await openOwn(options);
		return embedded(port, keys, async () => {
			await port.close();
			release();
		});
	} catch (cause) {
		if (!(cause instanceof FolderInUseError)) throw cause;
		const port = await connectToServer(options.dataDir);
		if (port === null) throw cause;
		return embedded(port, readOrMakeKeys(options.dataDir), () => port.close());
	}
}

async function openOwn(options: EmbeddedOptions): Promise<{ port: Port; keys: Keys; release: () => void }> {
	const { dataDir, databaseUrl, siteUrl, root, mail, log } = options;
	const release = databaseUrl === null ? await lockFolder(dataDir) : () => {};
	try {
		const keys = readOrMakeKeys(dataDir);
		const location: EngineOptions['location'] =
			databaseUrl === null ? { kind: 'folder', dataDir } : { kind: 'server', url: databaseUrl };
		return { port: await openWorkerPort({ location, keys, siteUrl, root, mail }, log), keys, release };
	} catch (cause) {
		release();
		throw databaseUrl === null ? cause : explainUnreachable(cause, databaseUrl);
	}
}

const UNREACHABLE = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ETIMEDOUT',
	'CONNECT_TIMEOUT'
]);

/** A server that is not there, in the operator's words; never with the password of its address. */
function explainUnreachable(cause: unknown, databaseUrl: string): unknown {
	const { code } = cause as { code?: unknown };
	if (typeof code !== 'string' || !UNREACHABLE.has(code)) return cause;
	return new Error(
		`The PostgreSQL server of DATABASE_URL does not answer at ${new URL(databaseUrl).host}: start it, or mend the address.`,
		{ cause }
	);
}

function embedded(port: Port, keys: Keys, close: () => Promise<void>): Embedded {
	return {
		publishableKey: keys.publishableKey,
		secretKey: keys.secretKey,
		fetch: fetchOverPort(port),
		sql: sqlOverPort(port),
		signInToken: (email) => port.call('signInToken', email),
		schemaChanged: () => port.call('schemaChanged', null),
		close
	};
}
