import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const TYPES: Record<string, string> = {
	'.html': 'text/html',
	'.js': 'text/javascript',
	'.mjs': 'text/javascript',
	'.css': 'text/css',
	'.json': 'application/json'
};

/** A page of this folder, built with everything it imports and served on this machine. */
export interface ServedPage {
	url: string;
	close(): void;
}

/** @param name of the page's file in this folder, such as `map-page.html` */
export async function servePage(name: string): Promise<ServedPage> {
	const folder = mkdtempSync(join(tmpdir(), 'goodways-bench-'));
	await build({
		configFile: false,
		logLevel: 'silent',
		root: fileURLToPath(new URL('../..', import.meta.url)),
		publicDir: false,
		worker: { format: 'es' },
		build: {
			outDir: folder,
			emptyOutDir: true,
			rolldownOptions: { input: fileURLToPath(new URL(name, import.meta.url)) }
		}
	});
	const server = createServer((request, response) => {
		const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
		readFile(join(folder, path)).then(
			(content) => response.setHeader('content-type', TYPES[extname(path)] ?? 'text/plain').end(content),
			() => response.writeHead(404).end()
		);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/tests/bench/${name}`,
		close() {
			server.close();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}
