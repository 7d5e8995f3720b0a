import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The folder in which the first site that a run starts leaves its seeded data, for the others to copy: what takes
 * each of them most of its start is the same for all.
 */
export default function provideSeededFolder(): () => void {
	const folder = mkdtempSync(join(tmpdir(), 'goodways-seeded-'));
	process.env['GOODWAYS_TEST_SEEDED'] = folder;
	return () => rmSync(folder, { recursive: true, force: true });
}
