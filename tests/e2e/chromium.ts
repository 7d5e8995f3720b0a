import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const DOWNLOAD_LIMIT_MS = 20_000;
const PACKAGE_LIMIT_MS = 600_000;

/**
 * Path of a Chromium to test in: an installed one, else Playwright's download, else the system
 * package manager's where this process may use it.
 *
 * @throws with one sentence that says what to install, when none can be had
 */
export function provideChromium(log: (line: string) => void): string {
	const installed = findChromium();
	if (installed !== null) return installed;

	log('No Chromium is installed: trying Playwright’s download.');
	const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
	spawnSync(process.execPath, [cli, 'install', 'chromium'], { timeout: DOWNLOAD_LIMIT_MS, stdio: 'ignore' });
	const downloaded = findChromium();
	if (downloaded !== null) return downloaded;

	if (process.getuid?.() === 0 && findOnPath(['apt-get']) !== null) {
		log('Playwright’s download did not come: installing the system’s package “chromium”.');
		spawnSync('apt-get', ['update', '-qq'], { timeout: PACKAGE_LIMIT_MS, stdio: 'ignore' });
		spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
			timeout: PACKAGE_LIMIT_MS,
			stdio: 'ignore',
			env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
		});
		const packaged = findChromium();
		if (packaged !== null) return packaged;
	}
	throw new Error(
		'The browser tests need Chromium: install the package “chromium” or Google Chrome, or set CHROME_PATH to one.'
	);
}

/** Path of an installed Chromium, or null. `CHROME_PATH` wins and must exist when it is set. */
export function findChromium(): string | null {
	const named = process.env['CHROME_PATH'];
	if (named !== undefined && named !== '') {
		if (!existsSync(named)) throw new Error(`CHROME_PATH names ${named}, and there is no such file.`);
		return named;
	}
	const own = chromium.executablePath();
	return own !== '' && existsSync(own) ? own : findOnPath(NAMES);
}

function findOnPath(names: readonly string[]): string | null {
	for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
		for (const name of names) {
			const path = join(folder, name);
			if (existsSync(path) && runs(path)) return path;
		}
	}
	return null;
}

function runs(path: string): boolean {
	try {
		execFileSync(path, ['--version'], { timeout: 20_000, stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}
