import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readOrMakeKeys } from '#lib/server/embedded/keys.ts';
import { projectRoot } from '#lib/server/project-root.ts';
import { startSite } from '../e2e/site.ts';
import { ask, cookiesOf, FORM } from './raw-request.ts';
import type { Site } from '../e2e/site.ts';

describe('the built site on the embedded rung', () => {
	const dataDir = mkdtempSync(join(tmpdir(), 'goodways-site-'));
	let site: Site;

	beforeAll(async () => {
		site = await startSite({ LOG_LEVEL: 'info' }, dataDir);
	}, 400_000);

	afterAll(async () => {
		await site?.stop();
		rmSync(dataDir, { recursive: true, force: true });
	});

	test('says at /healthz that it is well, on which rung and which version', async () => {
		const { status, text } = await ask(site, '/healthz');
		expect(status).toBe(200);
		expect(JSON.parse(text)).toEqual({ status: 'ok', rung: 'embedded', version: '0.1.0' });
	});

	test.each(['/rest/v1/networks', '/auth/v1/settings', '/_system/config'])(
		'%s does not exist for the outside',
		async (path) => {
			const { secretKey } = readOrMakeKeys(dataDir);
			expect((await ask(site, path, { apikey: secretKey })).status).toBe(404);
		}
	);

	test('answers to no foreign name, and takes none from a forwarding header', async () => {
		expect((await ask(site, '/', { host: 'evil.example' })).status).toBe(421);
		const { status, text } = await ask(site, '/', {
			'x-forwarded-host': 'evil.example',
			'x-forwarded-proto': 'https',
			forwarded: 'host=evil.example'
		});
		expect(status).toBe(200);
		expect(text).not.toContain('evil.example');
	});

	test('runs no script without a nonce, stands in no frame, and leaves no address in a referrer', async () => {
		const { headers } = await ask(site, '/');
		const policy = String(headers['content-security-policy']);
		expect(policy).toMatch(/script-src 'self' 'nonce-[^']+'/);
		expect(/script-src[^;]*/.exec(policy)?.[0]).not.toContain('unsafe-inline');
		expect(policy).toContain("frame-ancestors 'none'");
		expect(headers['x-frame-options']).toBe('DENY');
		expect(headers['referrer-policy']).toBe('same-origin');
		expect(headers['x-content-type-options']).toBe('nosniff');
		expect(headers['cross-origin-opener-policy']).toBe('same-origin');
	});

	test('refuses a form from another site', async () => {
		const headers = { ...FORM, origin: 'https://evil.example' };
		expect(
			(await ask(site, '/auth/sign-in?/password', headers, 'POST', 'email=a%40example.org')).status
		).toBe(403);
	});

	test('offers the sample accounts here, and not through a proxy', async () => {
		expect((await ask(site, '/auth/sign-in')).text).toContain('sample');
		const forged = { ...FORM, origin: site.origin, 'x-forwarded-for': '203.0.113.9' };
		const refused = await ask(site, '/auth/sign-in?/sample', forged, 'POST', 'role=coordinator');
		expect(refused.status).toBeGreaterThanOrEqual(400);
		expect(cookiesOf(refused)).toBe('');
	});

	test('signs in as a sample coordinator with cookies that no script reads and no other site sends', async () => {
		const headers = { ...FORM, origin: site.origin };
		const signedIn = await ask(site, '/auth/sign-in?/sample', headers, 'POST', 'role=coordinator');
		expect(signedIn.status).toBe(303);
		const cookies = signedIn.headers['set-cookie'] ?? [];
		expect(cookies.length).toBeGreaterThan(0);
		for (const cookie of cookies) expect(cookie).toMatch(/; HttpOnly; SameSite=Lax/i);
		expect(String(signedIn.headers['cache-control'])).toContain('no-store');

		const account = await ask(site, '/account', { cookie: cookiesOf(signedIn) });
		expect(account.status).toBe(200);
		expect(account.text).toContain('coordinator@sample.example');
	});

	test('takes a forged session for none', async () => {
		const forged = `base64-${Buffer.from(JSON.stringify({ access_token: 'a.b.c', refresh_token: 'x', expires_at: 9_999_999_999 })).toString('base64url')}`;
		const { status } = await ask(site, '/account', { cookie: `goodways-session=${forged}` });
		expect([302, 303, 401, 403]).toContain(status);
	});

	test('writes a log without addresses, names or tokens', async () => {
		await ask(site, '/search?q=somebody-private');
		await ask(site, '/auth/confirm?token_hash=very-secret&type=magiclink');
		const lines = site
			.output()
			.split('\n')
			.filter((line) => line.startsWith('{'));
		expect(lines.some((line) => line.includes('"route":"/search"'))).toBe(true);
		for (const word of ['somebody-private', 'very-secret', '127.0.0.1', '@sample.example']) {
			expect(lines.filter((line) => line.includes(word))).toEqual([]);
		}
	});

	test('refuses a second server on its folder with one sentence', async () => {
		const env = { ...process.env, DATA_DIR: dataDir, PORT: '1' };
		const second = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'serve'], {
			cwd: projectRoot(),
			env
		});
		let trouble = '';
		second.stderr.on('data', (chunk: Buffer) => (trouble += chunk.toString()));
		expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(1);
		expect(trouble.split('\n').filter((line) => line.includes('in use'))).toEqual([
			expect.stringMatching(
				/^The data folder .* is in use by process \d+: stop it first, or set DATA_DIR to another folder\.$/
			)
		]);
	});

	test('stops cleanly when told, gives the folder back, and seeds no second time', async () => {
		expect(site.output()).toContain('Seeded the sample network');
		// Threads are at work: one has answered, and is asked again.
		expect((await ask(site, '/network')).status).toBe(200);
		const unanswered = ask(site, '/network?show=table').catch(() => null);
		expect(await site.stop()).toBe(0);
		await unanswered;
		expect(site.output()).toContain('Stopping on SIGTERM');
		for (const file of ['lock', 'control.sock']) expect(existsSync(join(dataDir, file)), file).toBe(false);

		site = await startSite({ LOG_LEVEL: 'info', EMBEDDED_API: 'on' }, dataDir);
		expect(site.output()).not.toMatch(/Seeded|Migrations applied/);
	}, 240_000);

	test('with EMBEDDED_API=on answers the Data API to those who have a key, and nothing beside it', async () => {
		const { publishableKey, secretKey } = readOrMakeKeys(dataDir);
		const networks = await ask(site, '/rest/v1/networks?select=slug&is_sample=is.true', {
			apikey: publishableKey
		});
		expect(JSON.parse(networks.text)).toEqual([{ slug: 'sample-network' }]);
		expect((await ask(site, '/rest/v1/networks')).status).toBe(401);
		expect((await ask(site, '/_system/config', { apikey: secretKey })).status).toBe(404);
	});
});
