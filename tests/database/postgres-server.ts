import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import postgres from 'postgres';
import { findPostgres, unprivilegedUser } from './postgres-binaries.ts';

export interface PostgresServer {
	/** Connection of the superuser to an empty database. */
	url: string;
	/** Which server it is, for the names of tests. */
	origin: string;
	/** Stops the server and removes its files. */
	stop(): Promise<void>;
}

/**
 * Starts a real PostgreSQL server of its own on a free port of the loopback address, in a temporary
 * folder, as a user without rights.
 *
 * @throws {Error} one plain sentence where no server can run: tests that need one fail, they are not skipped
 */
export async function startPostgres(): Promise<PostgresServer> {
	const folder = await mkdtemp(join(tmpdir(), 'goodways-postgres-'));
	const remove = () => rm(folder, { recursive: true, force: true });
	try {
		const user = unprivilegedUser();
		const { origin, initdb, postgres: program, environment } = await findPostgres(folder);
		const data = join(folder, 'data');
		const password = randomBytes(18).toString('base64url');
		const passwordFile = join(folder, 'password');
		await writeFile(passwordFile, password, { mode: 0o600 });
		await chmod(folder, 0o700);
		if (user !== null) await chownAll(folder, user);

		const options = { ...user, cwd: folder, env: { ...process.env, ...environment, LC_ALL: 'C' } };
		await promisify(execFile)(
			initdb,
			[
				'-D',
				data,
				'-U',
				'postgres',
				'-A',
				'scram-sha-256',
				`--pwfile=${passwordFile}`,
				'-E',
				'UTF8',
				'--no-sync'
			],
			options
		);
		const port = await freePort();
		const settings = { port, listen_addresses: '127.0.0.1', unix_socket_directories: '', fsync: 'off' };
		const server = spawn(
			program,
			['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
			{ ...options, stdio: ['ignore', 'ignore', 'pipe'] }
		);
		let said = '';
		server.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2000)));
		const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
		const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
		const stop = async () => {
			server.kill('SIGINT');
			await ended;
			await remove();
		};
		try {
			await untilReady(url, () => server.exitCode !== null);
		} catch (cause) {
			await stop();
			throw new Error(`${origin} did not start: ${said.trim()}`, { cause });
		}
		return { url, origin, stop };
	} catch (cause) {
		await remove();
		throw cause;
	}
}

async function untilReady(url: string, hasEnded: () => boolean): Promise<void> {
	for (let attempt = 0; ; attempt++) {
		const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
		try {
			await sql`select 1`;
			return;
		} catch (cause) {
			if (hasEnded() || attempt === 150) throw cause;
			await wait(200);
		} finally {
			await sql.end();
		}
	}
}

async function freePort(): Promise<number> {
	const probe = createServer();
	await new Promise<void>((resolve, reject) => {
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', resolve);
	});
	const address = probe.address();
	await new Promise((resolve) => probe.close(resolve));
	if (address === null || typeof address === 'string') throw new Error('No free port was found.');
	return address.port;
}

async function chownAll(path: string, { uid, gid }: { uid: number; gid: number }): Promise<void> {
	await chown(path, uid, gid);
	for (const entry of await readdir(path, { withFileTypes: true })) {
		const inner = join(path, entry.name);
		if (entry.isDirectory()) await chownAll(inner, { uid, gid });
		else if (!entry.isSymbolicLink()) await chown(inner, uid, gid);
	}
}
