import { existsSync } from 'node:fs';
import { createServer, get } from 'node:http';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { serviceClient, siteOrigin } from '#lib/server/backend.ts';
import { environment } from '#lib/server/environment.ts';
import { ownOrigin } from '#lib/server/http/local-host.ts';
import { allJobs } from '#lib/server/jobs/all-jobs.ts';
import { runEachMinute } from '#lib/server/jobs/run-each-minute.ts';
import { projectRoot } from '#lib/server/project-root.ts';
import { startBackend } from '#lib/server/start-backend.ts';
import type { RequestListener, Server } from 'node:http';
import type { Command } from './main.ts';

/** Largest body in all, which is the embedded API's; routes set their own, smaller limits. */
const BODY_SIZE_LIMIT = '1M';
/** How long a request may finish after the stop signal. */
const GRACE_MS = 5000;
/** Pages that between them read all that readers share, and start what computes. */
const WARMING = ['/', '/map', '/network', '/peers'];

export const command: Command = {
	usage: 'serve',
	summary: 'Starts Goodways: opens the database, brings it up to date and serves the built site.',
	async run() {
		const env = environment();
		// adapter-node assumes https when it is not told, and would refuse every form on plain http.
		process.env.ORIGIN = siteOrigin(env);
		process.env.BODY_SIZE_LIMIT ??= BODY_SIZE_LIMIT;

		const built = join(projectRoot(), 'build/handler.js');
		if (!existsSync(built))
			throw new Error('The site is not built yet: run `npm start`, which builds it first.');
		const backend = await startBackend();
		const { handler } = (await import(pathToFileURL(built).href)) as {
			handler: RequestListener;
		};
		const server = createServer((request, response) => {
			// Files of the build are sent before any hook runs.
			response.setHeader('x-content-type-options', 'nosniff');
			// Scripts and type of the build are everybody's: a frame without an origin draws with them, too.
			if (request.url?.startsWith('/_app/')) response.setHeader('access-control-allow-origin', '*');
			const origin = ownOrigin(request.headers, siteOrigin(env));
			if (origin !== undefined) request.headers.origin = origin;
			handler(request, response);
		});
		await listen(server, env.port, env.host);
		process.stdout.write(`Goodways is at ${siteOrigin(env)} (${env.rung}). Stop it with Ctrl+C.\n`);
		const stopJobs = runEachMinute(serviceClient(backend), allJobs(backend, env));
		const stopping = new AbortController();
		void warm(siteOrigin({ ...env, origin: null }), new URL(siteOrigin(env)).host, stopping.signal);

		const signal = await stopSignal();
		stopping.abort();
		process.stdout.write(`Stopping on ${signal} …\n`);
		await Promise.all([stop(server), stopJobs()]);
		await backend.close();
		return 0;
	}
};

function listen(server: Server, port: number, host: string): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once('error', (cause: NodeJS.ErrnoException) => {
			reject(
				cause.code === 'EADDRINUSE' ? new Error(`Port ${port} is in use: set PORT to another one.`) : cause
			);
		});
		server.listen(port, host, resolve);
	});
}

/**
 * Asks before the first reader does, so that they need not wait for what is read and started once. The
 * site answers to its own name only, which may lead elsewhere from here.
 */
async function warm(address: string, host: string, signal: AbortSignal): Promise<void> {
	for (const path of WARMING) {
		try {
			await readThrough(address + path, host, signal);
		} catch {
			// Whatever is wrong, the reader who comes will be told, and the log.
			return;
		}
	}
}

/** Not by fetch, which names the host of the address. */
function readThrough(address: string, host: string, signal: AbortSignal): Promise<void> {
	return new Promise((resolve, reject) => {
		get(address, { headers: { host }, signal }, (response) => {
			response.once('end', resolve).once('error', reject).resume();
		}).once('error', reject);
	});
}

function stopSignal(): Promise<NodeJS.Signals> {
	return new Promise((resolve) => {
		for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, resolve);
	});
}

/** Takes no new requests and lets those in hand finish. */
function stop(server: Server): Promise<void> {
	return new Promise((resolve) => {
		server.close(() => resolve());
		server.closeIdleConnections();
		setTimeout(() => server.closeAllConnections(), GRACE_MS).unref();
	});
}
