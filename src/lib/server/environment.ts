import { resolve } from 'node:path';

/** Which database and sign-in the app runs on. */
export type Rung = 'embedded' | 'postgresql' | 'supabase';

export interface SupabaseProject {
	url: string;
	publishableKey: string;
	secretKey: string;
}

/** Everything the app reads from the process's environment, checked. */
export interface Environment {
	rung: Rung;
	/** Address of the PostgreSQL server on the `postgresql` rung. */
	databaseUrl: string | null;
	/** The project on the `supabase` rung. */
	supabase: SupabaseProject | null;
	/** Direct connection to a Supabase project's database, for migrations only. */
	supabaseDatabaseUrl: string | null;
	port: number;
	host: string;
	/** Public address of the site, without a path; null when nothing was set. */
	origin: string | null;
	dataDir: string;
	/** Whether the fictional sample network is seeded. */
	sample: boolean;
	smtpUrl: string | null;
	mailFrom: string;
	mapStyleUrl: string | null;
	/** Further origins that a configured map style takes its tiles, glyphs and pictures from. */
	mapStyleOrigins: string[];
	/** Whether `/rest/v1` and `/auth/v1` answer requests from outside the process. */
	embeddedApi: boolean;
	logLevel: LogLevel;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A fault in the environment: its message is the one sentence that the operator reads. */
export class EnvironmentError extends Error {
	override name = 'EnvironmentError';
}

type Variables = Readonly<Record<string, string | undefined>>;

const SUPABASE_VARIABLES = [
	'PUBLIC_SUPABASE_URL',
	'PUBLIC_SUPABASE_PUBLISHABLE_KEY',
	'SUPABASE_SECRET_KEY'
] as const;

/**
 * Reads and checks the environment. Blank values count as not set.
 *
 * @throws {EnvironmentError} with one sentence for the first fault found
 */
export function parseEnvironment(variables: Variables, workingFolder = process.cwd()): Environment {
	const read = (name: string): string | null => variables[name]?.trim() || null;
	const supabase = readSupabase(read);
	const databaseUrl = readUrl(read, 'DATABASE_URL', ['postgres:', 'postgresql:']);
	if (supabase !== null && databaseUrl !== null) {
		throw new EnvironmentError(
			'DATABASE_URL and PUBLIC_SUPABASE_URL are both set: set one of them, because each chooses a different database.'
		);
	}
	const supabaseDatabaseUrl = readUrl(read, 'SUPABASE_DB_URL', ['postgres:', 'postgresql:']);
	if (supabaseDatabaseUrl !== null && supabase === null) {
		throw new EnvironmentError(
			'SUPABASE_DB_URL is set without PUBLIC_SUPABASE_URL: use DATABASE_URL for a plain PostgreSQL server.'
		);
	}

	return {
		rung: supabase !== null ? 'supabase' : databaseUrl !== null ? 'postgresql' : 'embedded',
		databaseUrl,
		supabase,
		supabaseDatabaseUrl,
		port: readPort(read),
		host: read('HOST') ?? '127.0.0.1',
		origin: readOrigin(read),
		dataDir: resolve(workingFolder, read('DATA_DIR') ?? '.data'),
		sample: readSwitch(read, 'GOODWAYS_SAMPLE', true),
		smtpUrl: readUrl(read, 'SMTP_URL', ['smtp:', 'smtps:']),
		mailFrom: read('MAIL_FROM') ?? 'Goodways <goodways@localhost>',
		...readMapStyle(read),
		embeddedApi: readSwitch(read, 'EMBEDDED_API', false),
		logLevel: readLogLevel(read)
	};
}

let cached: Environment | null = null;

/** The process's environment, with a `.env` file of the working folder filled in where nothing is set. */
export function environment(): Environment {
	if (cached === null) {
		loadDotEnv();
		cached = parseEnvironment(process.env);
	}
	return cached;
}

/** Whether adapter-node takes the caller's address from a header, as behind a reverse proxy. */
export function addressHeaderIsSet(): boolean {
	return Boolean(process.env.ADDRESS_HEADER);
}

function loadDotEnv(): void {
	try {
		process.loadEnvFile();
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
	}
}

type Read = (name: string) => string | null;

function readSupabase(read: Read): SupabaseProject | null {
	const missing = SUPABASE_VARIABLES.filter((name) => read(name) === null);
	if (missing.length === SUPABASE_VARIABLES.length) return null;
	if (missing.length > 0) {
		const present = SUPABASE_VARIABLES.filter((name) => !missing.includes(name));
		throw new EnvironmentError(
			`${present.join(' and ')} set without ${missing.join(' and ')}: Supabase needs all three, the embedded database none.`
		);
	}
	const secretKey = read('SUPABASE_SECRET_KEY') ?? '';
	const publishableKey = read('PUBLIC_SUPABASE_PUBLISHABLE_KEY') ?? '';
	if (publishableKey === secretKey || publishableKey.startsWith('sb_secret_')) {
		throw new EnvironmentError(
			'PUBLIC_SUPABASE_PUBLISHABLE_KEY holds the secret key: put the publishable key there.'
		);
	}
	const url = readUrl(read, 'PUBLIC_SUPABASE_URL', ['http:', 'https:']) ?? '';
	return { url: url.replace(/\/$/, ''), publishableKey, secretKey };
}

function readUrl(read: Read, name: string, protocols: readonly string[]): string | null {
	const value = read(name);
	if (value === null) return null;
	if (!URL.canParse(value) || !protocols.includes(new URL(value).protocol)) {
		throw new EnvironmentError(
			`${name} must be an address that starts with ${protocols.map((p) => `${p}//`).join(' or ')}.`
		);
	}
	return value;
}

function readPort(read: Read): number {
	const value = read('PORT');
	if (value === null) return 3000;
	const port = Number(value);
	if (!/^\d+$/.test(value) || port < 1 || port > 65_535) {
		throw new EnvironmentError(`PORT must be a whole number from 1 to 65535, not "${value}".`);
	}
	return port;
}

function readOrigin(read: Read): string | null {
	const value = readUrl(read, 'ORIGIN', ['http:', 'https:']);
	if (value === null) return null;
	const { origin, pathname, search, hash } = new URL(value);
	if (pathname !== '/' || search !== '' || hash !== '') {
		throw new EnvironmentError(`ORIGIN must be an address without a path, for example ${origin}.`);
	}
	return origin;
}

function readMapStyle(read: Read): Pick<Environment, 'mapStyleUrl' | 'mapStyleOrigins'> {
	const mapStyleUrl = readUrl(read, 'MAP_STYLE_URL', ['http:', 'https:']);
	const words = read('MAP_STYLE_ORIGINS')?.split(/[\s,]+/) ?? [];
	if (words.length > 0 && mapStyleUrl === null) {
		throw new EnvironmentError(
			'MAP_STYLE_ORIGINS is set without MAP_STYLE_URL: only a map style needs other origins.'
		);
	}
	for (const word of words) {
		// Each is written into a header as it stands, so nothing but an origin will do.
		// The URL parser alone lets through signs that end a directive or stand for any host.
		if (!/^https?:\/\/[a-z0-9.-]+(?::\d{1,5})?$/i.test(word) || !URL.canParse(word)) {
			throw new EnvironmentError(
				`MAP_STYLE_ORIGINS must list addresses without a path, for example https://tiles.example.org, not "${word}".`
			);
		}
	}
	return { mapStyleUrl, mapStyleOrigins: words.map((word) => word.toLowerCase()) };
}

function readSwitch(read: Read, name: string, whenAbsent: boolean): boolean {
	const value = read(name);
	if (value === null) return whenAbsent;
	if (value !== 'on' && value !== 'off')
		throw new EnvironmentError(`${name} must be "on" or "off", not "${value}".`);
	return value === 'on';
}

function readLogLevel(read: Read): LogLevel {
	const value = read('LOG_LEVEL') ?? 'info';
	const level = LOG_LEVELS.find((known) => known === value);
	if (level === undefined)
		throw new EnvironmentError(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}, not "${value}".`);
	return level;
}
