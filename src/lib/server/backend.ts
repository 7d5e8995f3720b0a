import { join } from 'node:path';
import { createClient } from '@supabase/supabase-js';
import WebSocket from 'ws';
import { environment } from './environment.ts';
import { isLocalName } from './http/local-host.ts';
import { projectRoot } from './project-root.ts';
import type { SupabaseClient, SupabaseClientOptions } from '@supabase/supabase-js';
import type { Database } from './database.types.ts';
import type { Environment, Rung } from './environment.ts';
import type { MailSettings } from './mail.ts';
import type { SqlTarget } from './sql-target.ts';

/** A client of the app's database. */
export type Client = SupabaseClient<Database>;

/** The database and sign-in that the app talks to, whichever rung it stands on. */
export interface Backend {
	rung: Rung;
	/** Address for supabase-js; on the embedded rungs its requests are answered in process. */
	url: string;
	publishableKey: string;
	secretKey: string;
	fetch: typeof fetch;
	/** Direct SQL; null on the `supabase` rung, where only its API is at hand. */
	sql: SqlTarget | null;
	/** Makes the account if need be and answers its one-time token, sending no mail. */
	signInToken(email: string): Promise<{ userId: string; tokenHash: string }>;
	/** To be called after tables changed. */
	schemaChanged(): Promise<void>;
	close(): Promise<void>;
}

/** `server` holds the data folder and takes commands; `command` goes through a running server if there is one. */
export type Purpose = 'server' | 'command';

/** Opens the backend that an environment asks for. */
export async function openBackend(
	env: Environment,
	purpose: Purpose,
	log: (line: string) => void
): Promise<Backend> {
	if (env.supabase !== null) return supabaseBackend(env.supabase);
	const { openEmbedded, openForCommand } = await import('./embedded/open.ts');
	const siteUrl = siteOrigin(env);
	const open = purpose === 'server' ? openEmbedded : openForCommand;
	const { dataDir, databaseUrl } = env;
	const embedded = await open({
		dataDir,
		databaseUrl,
		siteUrl,
		root: projectRoot(),
		mail: mailSettings(env),
		log
	});
	return { rung: env.rung, url: siteUrl, ...embedded };
}

/** Address of the site, for links: ORIGIN, or where the server listens. */
export function siteOrigin({ origin, host, port }: Pick<Environment, 'origin' | 'host' | 'port'>): string {
	if (origin !== null) return origin;
	const local = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host);
	return `http://${local ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`;
}

export function mailSettings(env: Environment): MailSettings {
	const printsLinks = isLocalName(new URL(siteOrigin(env)).hostname);
	return { smtpUrl: env.smtpUrl, from: env.mailFrom, dataDir: env.dataDir, printsLinks };
}

/** Folder of the migrations that every rung shares. */
export function migrationsFolder(): string {
	return join(projectRoot(), 'supabase/migrations');
}

const SLOT = Symbol.for('goodways.backend');
type Shared = typeof globalThis & { [SLOT]?: Promise<Backend> };

/**
 * The process's one backend, opened at first use. It is kept on the process, because the start command
 * and the built site each carry a copy of this module.
 */
export function backend(): Promise<Backend> {
	const shared = globalThis as Shared;
	shared[SLOT] ??= openBackend(environment(), 'server', (line) => process.stderr.write(`${line}\n`)).catch(
		(cause: unknown) => {
			delete shared[SLOT];
			throw cause;
		}
	);
	return shared[SLOT];
}

/** A client with the service key, which row level security does not bind: for the server's own errands only. */
export function serviceClient(opened: Backend): Client {
	return createClient<Database>(opened.url, opened.secretKey, clientOptions(opened));
}

/** A client without a session: what a visitor may see. */
export function visitorClient(opened: Backend): Client {
	return createClient<Database>(opened.url, opened.publishableKey, clientOptions(opened));
}

function clientOptions(opened: Backend): SupabaseClientOptions<'public'> {
	return {
		auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
		global: { fetch: opened.fetch },
		realtime: REALTIME
	};
}

/** Node below 22 has no WebSocket of its own, and supabase-js refuses to start without one. */
export const REALTIME: NonNullable<SupabaseClientOptions<'public'>['realtime']> = {
	transport: WebSocket as never
};

function supabaseBackend({ url, publishableKey, secretKey }: NonNullable<Environment['supabase']>): Backend {
	const opened: Backend = {
		rung: 'supabase',
		url,
		publishableKey,
		secretKey,
		fetch,
		sql: null,
		async signInToken(email) {
			const { data, error } = await serviceClient(opened).auth.admin.generateLink({
				type: 'magiclink',
				email
			});
			if (error !== null) throw error;
			return { userId: data.user.id, tokenHash: data.properties.hashed_token };
		},
		schemaChanged: async () => {},
		close: async () => {}
	};
	return opened;
}
