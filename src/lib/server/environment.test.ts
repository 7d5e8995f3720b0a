import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EnvironmentError, parseEnvironment } from './environment.ts';
import { projectRoot } from './project-root.ts';

const SUPABASE = {
	PUBLIC_SUPABASE_URL: 'https://project.supabase.co/',
	PUBLIC_SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_x',
	SUPABASE_SECRET_KEY: 'sb_secret_y'
};

describe('the rung', () => {
	test('is embedded when nothing is set, on loopback, with the sample and a closed API', () => {
		expect(parseEnvironment({}, '/srv/goodways')).toEqual({
			rung: 'embedded',
			databaseUrl: null,
			supabase: null,
			supabaseDatabaseUrl: null,
			port: 3000,
			host: '127.0.0.1',
			origin: null,
			dataDir: resolve('/srv/goodways/.data'),
			sample: true,
			smtpUrl: null,
			mailFrom: 'Goodways <goodways@localhost>',
			mapStyleUrl: null,
			mapStyleOrigins: [],
			embeddedApi: false,
			logLevel: 'info'
		});
	});

	test('is a PostgreSQL server with DATABASE_URL, Supabase with its three, and blanks count as not set', () => {
		expect(parseEnvironment({ DATABASE_URL: 'postgres://u:p@localhost/db' }).rung).toBe('postgresql');
		const { rung, supabase } = parseEnvironment({ ...SUPABASE, DATABASE_URL: '  ' });
		expect([rung, supabase?.url]).toEqual(['supabase', 'https://project.supabase.co']);
	});
});

describe('a fault stops the start with one sentence', () => {
	test.each<[string, Record<string, string>, string]>([
		[
			'a key without its project',
			{ SUPABASE_SECRET_KEY: 'x' },
			'SUPABASE_SECRET_KEY set without PUBLIC_SUPABASE_URL and PUBLIC_SUPABASE_PUBLISHABLE_KEY'
		],
		[
			'a project without its secret key',
			{ ...SUPABASE, SUPABASE_SECRET_KEY: '' },
			'set without SUPABASE_SECRET_KEY'
		],
		[
			'two databases',
			{ ...SUPABASE, DATABASE_URL: 'postgres://localhost/db' },
			'DATABASE_URL and PUBLIC_SUPABASE_URL are both set'
		],
		[
			'the secret key as the public one',
			{ ...SUPABASE, PUBLIC_SUPABASE_PUBLISHABLE_KEY: 'sb_secret_y' },
			'PUBLIC_SUPABASE_PUBLISHABLE_KEY holds the secret key'
		],
		[
			'a direct connection of no project',
			{ SUPABASE_DB_URL: 'postgres://localhost/db' },
			'SUPABASE_DB_URL is set without'
		],
		[
			'a database of another kind',
			{ DATABASE_URL: 'mysql://localhost/db' },
			'DATABASE_URL must be an address that starts with postgres:// or postgresql://'
		],
		['a word for a port', { PORT: 'http' }, 'PORT must be a whole number from 1 to 65535, not "http"'],
		['a port out of range', { PORT: '70000' }, 'PORT must be'],
		['half a port', { PORT: '80.5' }, 'PORT must be'],
		[
			'an origin with a path',
			{ ORIGIN: 'https://example.org/map' },
			'ORIGIN must be an address without a path, for example https://example.org'
		],
		[
			'an origin without a scheme',
			{ ORIGIN: 'example.org' },
			'ORIGIN must be an address that starts with http:// or https://'
		],
		[
			'a switch of another word',
			{ GOODWAYS_SAMPLE: 'no' },
			'GOODWAYS_SAMPLE must be "on" or "off", not "no"'
		],
		['an open API by another word', { EMBEDDED_API: 'true' }, 'EMBEDDED_API must be "on" or "off"'],
		[
			'a mail server by another scheme',
			{ SMTP_URL: 'mail.example.org' },
			'SMTP_URL must be an address that starts with smtp:// or smtps://'
		],
		[
			'map tiles without a map style',
			{ MAP_STYLE_ORIGINS: 'https://tiles.example.org' },
			'MAP_STYLE_ORIGINS is set without MAP_STYLE_URL'
		],
		...[
			'https://tiles.example.org/path',
			'tiles.example.org',
			"https://a.example;script-src'*'",
			'https://*.example.org'
		].map((word): [string, Record<string, string>, string] => [
			`${word} as an origin of a map style`,
			{ MAP_STYLE_URL: 'https://styles.example.org/style.json', MAP_STYLE_ORIGINS: word },
			'MAP_STYLE_ORIGINS must list addresses without a path'
		]),
		['an unknown log level', { LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of fatal, error']
	])('%s', (_, variables, sentence) => {
		const read = () => parseEnvironment(variables);
		expect(read).toThrow(EnvironmentError);
		expect(read).toThrow(sentence);
		try {
			read();
		} catch (cause) {
			expect((cause as Error).message).toMatch(/^[^.\n]+(\.[^.\s][^.\n]*)*\.$/);
		}
	});
});

test('every variable that is read is named in .env.example', () => {
	const named = new Set(
		[...readFileSync(join(projectRoot(), '.env.example'), 'utf8').matchAll(/^# ([A-Z_]+)=/gm)].map(
			([, name]) => name
		)
	);
	const asked = new Set<string>();
	parseEnvironment(
		new Proxy({}, { get: (_, name) => void asked.add(String(name)) }) as Record<string, string | undefined>
	);
	expect([...asked].filter((name) => !named.has(name))).toEqual([]);
	expect(asked.size).toBeGreaterThan(10);
});
