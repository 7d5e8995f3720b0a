import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepInOutbox } from './outbox.ts';

let dataDir: string;
beforeEach(() => {
	dataDir = mkdtempSync(join(tmpdir(), 'goodways-outbox-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const outbox = () => join(dataDir, 'outbox');
const contents = () =>
	readdirSync(outbox())
		.sort()
		.map((name) => readFileSync(join(outbox(), name), 'utf8'));
const hour = (count: number) => new Date(Date.UTC(2026, 0, 1, count));

test('a mail is kept where only its owner reads it', async () => {
	const file = await keepInOutbox(dataDir, Buffer.from('a link'));
	expect(readFileSync(file, 'utf8')).toBe('a link');
	expect([statSync(file).mode & 0o777, statSync(outbox()).mode & 0o777]).toEqual([0o600, 0o700]);
});

test('mails older than a day go when the next comes, and nothing else goes', async () => {
	for (const at of [0, 1, 25]) await keepInOutbox(dataDir, Buffer.from(`mail ${at}`), hour(at));
	writeFileSync(join(outbox(), 'note.txt'), 'a note');
	expect(contents()).toEqual(['mail 1', 'mail 25', 'a note']);
	await keepInOutbox(dataDir, Buffer.from('mail 26'), hour(26));
	expect(contents()).toEqual(['mail 25', 'mail 26', 'a note']);
});

test('of a flood of mails the newest five hundred stay', async () => {
	for (let at = 0; at < 503; at++) {
		const moment = new Date(hour(0).getTime() + at);
		await keepInOutbox(dataDir, Buffer.from(`mail ${at}`), moment);
	}
	expect([contents().length, contents()[0], contents().at(-1)]).toEqual([500, 'mail 3', 'mail 502']);
});
