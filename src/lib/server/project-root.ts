import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Folder that holds Goodways' own `package.json`, found upwards from this module, then from the
 * working folder: the same answer from the source, from the built bundle and from a test.
 */
export function projectRoot(): string {
	const root = findUpwards(dirname(fileURLToPath(import.meta.url))) ?? findUpwards(process.cwd());
	if (root === null) {
		throw new Error(
			'The folder of Goodways was not found: start it from the folder that holds its package.json.'
		);
	}
	return root;
}

function findUpwards(from: string): string | null {
	for (let folder = from; ; folder = dirname(folder)) {
		if (packageName(folder) === 'goodways') return folder;
		if (dirname(folder) === folder) return null;
	}
}

function packageName(folder: string): unknown {
	try {
		return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name?: unknown }).name;
	} catch {
		return null;
	}
}
