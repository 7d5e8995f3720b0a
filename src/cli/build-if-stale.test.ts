import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isStale } from './build-if-stale.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'goodways-stale-'));
	mkdirSync(join(folder, 'src/routes'), { recursive: true });
	write('src/routes/page.ts', 100);
	write('built.js', 200);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, atSeconds: number): void {
	writeFileSync(join(folder, path), '');
	utimesSync(join(folder, path), atSeconds, atSeconds);
}

const stale = () => isStale(join(folder, 'built.js'), [join(folder, 'src'), join(folder, 'gone.json')]);

test('a build that is newer than every source is kept', () => {
	expect(stale()).toBe(false);
});

test('a missing build and a newer source, however deep, ask for a build', () => {
	write('src/routes/page.ts', 300);
	expect(stale()).toBe(true);
	write('src/routes/page.ts', 100);
	rmSync(join(folder, 'built.js'));
	expect(stale()).toBe(true);
});

test('a newer test does not', () => {
	write('src/routes/page.test.ts', 300);
	expect(stale()).toBe(false);
});
