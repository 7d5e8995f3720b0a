import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { App } from '@supabase/lite';
import { sendMail } from '../mail.ts';
import { isDiskFull } from './faults.ts';
import { plainTextOf, withWholeAddress } from './mail-words.ts';
import type { MailSettings } from '../mail.ts';
import type { Database } from './database.ts';
import type { Keys } from './keys.ts';
import type { PlainRequest, PlainResponse } from './protocol.ts';

export interface ApiOptions {
	database: Database;
	keys: Keys;
	/** Address of the site, for the links in mails. */
	siteUrl: string;
	/** The project's `supabase` folder. */
	supabaseDir: string;
	mail: MailSettings;
}

/** The Data API and Auth over an opened database. */
export interface Api {
	/** Makes the auth tables where they are missing; to be called before migrations. */
	prepare(): Promise<void>;
	/** Forgets what is known of the tables; to be called after they changed. */
	schemaChanged(): Promise<void>;
	fetch(request: PlainRequest): Promise<PlainResponse>;
	signInToken(email: string): Promise<string>;
}

/** Longest answer in rows; lite cuts silently there, so it is above any page this app asks for. */
const MAX_ROWS = 5000;
const SESSION_SECONDS = 3600;
/**
 * Digits of the secret in a mailed link. lite makes the link's token of the address and these digits alone,
 * so they must be too many to go through: 32 are 10^32.
 */
const LINK_SECRET_DIGITS = 32;
const RPC = /^\/rest\/v1\/rpc\/([^/]+)$/;
const ROUTED = /^\/(rest|auth)\/v1(\/|$)/;

export function createApi({ database, keys, siteUrl, supabaseDir, mail }: ApiOptions): Api {
	const { connection } = database;
	/** Mails of an account whose token was asked for by the server itself: kept from the post. */
	const withheld = new Map<string, (html: string) => void>();
	const template = (name: string, subject: string) => ({
		subject,
		content_path: join(supabaseDir, 'templates', `${name}.html`)
	});
	const app = new App({
		connection,
		api: {
			enabled: true,
			schemas: ['public'],
			extra_search_path: ['public', 'extensions'],
			max_rows: MAX_ROWS
		},
		auth: {
			enabled: true,
			jwt_secret: keys.jwtSecret,
			jwt_expiry: SESSION_SECONDS,
			publishable_key: keys.publishableKey,
			secret_key: keys.secretKey,
			site_url: siteUrl,
			enable_signup: true,
			minimum_password_length: 10,
			email: {
				enable_signup: true,
				enable_confirmations: true,
				otp_length: LINK_SECRET_DIGITS,
				template: {
					magic_link: template('magic_link', 'Sign in to Goodways'),
					confirmation: template('confirmation', 'Confirm your address for Goodways'),
					recovery: template('recovery', 'Choose a new Goodways password')
				}
			}
		},
		options: {
			server: { admin: false, disableStudio: true },
			drivers: {
				email: {
					async send({ to, subject, html }) {
						// lite's own text names a code and an address that lead nowhere here.
						const words = withWholeAddress(html ?? '', to);
						const keep = withheld.get(to);
						if (keep !== undefined) keep(words);
						else await sendMail({ to, subject, text: plainTextOf(words), html: words }, mail);
					}
				}
			}
		}
	});

	const fetch = async (request: PlainRequest): Promise<PlainResponse> => {
		const { pathname } = new URL(request.url);
		if (!ROUTED.test(pathname)) return json(404, { message: 'There is nothing at this address.' });
		if (database.isShortOfRoom() && (await writes(request, pathname))) return fullDisk();
		const response = await database.withApi(async () =>
			plainResponse(await app.fetch(webRequest(request), { peerAddress: null }))
		);
		return explainFullDisk(response);
	};

	/** Whether a request may change something; a function that is declared to change nothing may be posted. */
	async function writes({ method }: PlainRequest, pathname: string): Promise<boolean> {
		if (method === 'GET' || method === 'HEAD') return false;
		const name = RPC.exec(pathname)?.[1];
		if (name === undefined) return true;
		const session = await database.session();
		try {
			const [found] = await session.query(
				"select bool_or(provolatile = 'v') as writes from pg_proc where pronamespace = 'public'::regnamespace and proname = $1",
				[decodeURIComponent(name)]
			);
			return found?.['writes'] !== false;
		} finally {
			session.release();
		}
	}

	return {
		async prepare() {
			await app.ensureSystemSchema();
			ownGrants(connection);
		},
		schemaChanged: () => connection.clearSchemaCache(),
		fetch,
		async signInToken(email) {
			const address = email.trim().toLowerCase();
			let html = '';
			withheld.set(address, (content) => {
				html = content;
			});
			try {
				const response = await fetch({
					method: 'POST',
					url: `${siteUrl}/auth/v1/otp?request=${randomUUID()}`,
					headers: [
						['apikey', keys.publishableKey],
						['content-type', 'application/json']
					],
					body: new TextEncoder().encode(JSON.stringify({ email: address, create_user: true }))
				});
				if (response.status >= 400)
					throw new Error(`No sign-in link could be made for ${address}: ${bodyText(response)}`);
			} finally {
				withheld.delete(address);
			}
			const token = /token_hash=([^&"'\s]+)/.exec(html)?.[1];
			if (token === undefined)
				throw new Error('The sign-in mail holds no token_hash: mend supabase/templates/magic_link.html.');
			return decodeURIComponent(token);
		}
	};
}

/**
 * lite grants everything on every table at its first use of row level security, undoing what the
 * migrations revoke. The rights are the migrations' business, so that step is left out.
 */
function ownGrants(connection: Database['connection']): void {
	Object.defineProperty(connection, 'ensureRlsContext', { value: async () => true });
}

function webRequest({ method, url, headers, body }: PlainRequest): Request {
	const hasBody = body !== null && method !== 'GET' && method !== 'HEAD';
	return new Request(url, { method, headers, body: hasBody ? Buffer.from(body) : null });
}

async function plainResponse(response: Response): Promise<PlainResponse> {
	const body = response.body === null ? null : new Uint8Array(await response.arrayBuffer());
	return { status: response.status, headers: [...response.headers], body };
}

function explainFullDisk(response: PlainResponse): PlainResponse {
	if (response.status < 500 || !isDiskFull(bodyText(response))) return response;
	return fullDisk();
}

function fullDisk(): PlainResponse {
	return json(507, {
		code: '53100',
		message: 'The disk is full, so nothing was saved. Free some space and try again.'
	});
}

function bodyText({ body }: PlainResponse): string {
	return body === null ? '' : new TextDecoder().decode(body);
}

function json(status: number, value: unknown): PlainResponse {
	return {
		status,
		headers: [['content-type', 'application/json; charset=utf-8']],
		body: new TextEncoder().encode(JSON.stringify(value))
	};
}
