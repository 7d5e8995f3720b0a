import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { provideChromium } from './chromium.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const START_LIMIT_MS = 180_000;

export interface Site {
	origin: string;
	dataDir: string;
	/** What the server printed so far. */
	output(): string;
	/** @returns the exit code; null when it had to be killed */
	stop(): Promise<number | null>;
}

let isBuilt = false;

/** Builds the site where the build is missing or older than its source. */
export function buildIfStale(): void {
	if (isBuilt) return;
	const { status, stderr } = spawnSync('npx', ['tsx', 'src/cli/main.ts', 'build-if-stale'], {
		cwd: root,
		encoding: 'utf8',
		timeout: 600_000
	});
	if (status !== 0) throw new Error(`The site could not be built:\n${stderr}`);
	isBuilt = true;
}

/** A new data folder of a site that was started once: seeded, with keys of its own, and served by nobody. */
export async function seededFolder(): Promise<string> {
	const dataDir = mkdtempSync(join(tmpdir(), 'goodways-site-'));
	const folder = process.env['GOODWAYS_TEST_SEEDED'];
	if (folder === undefined) return dataDir;
	const seeded = join(folder, 'data');
	if (!existsSync(seeded)) {
		const first = await startSite({}, join(folder, 'first'));
		if ((await first.stop()) !== 0) throw new Error(`The first site did not stop:\n${first.output()}`);
		renameSync(join(folder, 'first'), seeded);
	}
	cpSync(seeded, dataDir, { recursive: true });
	return dataDir;
}

/**
 * Starts the built site as `npm start` does, on a free port and a data folder of its own.
 *
 * @param environment variables beside the process's own
 * @param keep a data folder to use and leave in place; without one a seeded one is made and removed
 */
export async function startSite(environment: Record<string, string> = {}, keep?: string): Promise<Site> {
	buildIfStale();
	const port = await freePort();
	const dataDir = keep ?? (await seededFolder());
	const origin = `http://localhost:${port}`;
	let output = '';
	const server: ChildProcess = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'serve'], {
		cwd: root,
		env: {
			...process.env,
			PORT: String(port),
			DATA_DIR: dataDir,
			ORIGIN: origin,
			LOG_LEVEL: 'warn',
			...environment
		},
		stdio: ['ignore', 'pipe', 'pipe']
	});
	server.stdout!.on('data', (chunk: Buffer) => (output += chunk.toString()));
	server.stderr!.on('data', (chunk: Buffer) => (output += chunk.toString()));
	const exited = new Promise<number | null>((resolve) => server.once('exit', resolve));

	const stop = async (): Promise<number | null> => {
		server.kill('SIGTERM');
		const forced = setTimeout(() => server.kill('SIGKILL'), 20_000);
		const code = await exited;
		clearTimeout(forced);
		if (keep === undefined) rmSync(dataDir, { recursive: true, force: true });
		return code;
	};
	const deadline = Date.now() + START_LIMIT_MS;
	while (!(await answers(`${origin}/healthz`))) {
		if (server.exitCode !== null || Date.now() > deadline) {
			await stop();
			throw new Error(`The site did not start:\n${output}`);
		}
		await new Promise((resolve) => setTimeout(resolve, 250));
	}
	return { origin, dataDir, output: () => output, stop };
}

/** A Chromium that talks to nobody but the site; software WebGL, so that maps draw without a GPU. */
export async function launchBrowser(): Promise<Browser> {
	return chromium.launch({
		executablePath: provideChromium((line) => process.stderr.write(`${line}\n`)),
		args: [
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			'--disable-quic',
			'--no-first-run',
			'--use-angle=swiftshader',
			'--enable-unsafe-swiftshader',
			'--ignore-gpu-blocklist',
			// Chromium refuses its sandbox to root, and only then may it go without.
			...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])
		]
	});
}

async function answers(address: string): Promise<boolean> {
	try {
		return (await fetch(address)).ok;
	} catch {
		return false;
	}
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
		});
	});
}
