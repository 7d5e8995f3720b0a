import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Links in mails work for an hour; what is older only says who uses the site. */
const KEPT_MS = 24 * 60 * 60 * 1000;
/** So that a flood of mails fills no disk. */
const MOST_MAILS = 500;

const MAIL = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z-[0-9a-f]{8}\.eml$/;

/**
 * Keeps a mail in `<dataDir>/outbox`, which only its owner may read, and removes those that are older
 * than a day or too many.
 *
 * @returns the file that holds it
 */
export async function keepInOutbox(dataDir: string, mail: Buffer, now = new Date()): Promise<string> {
	const outbox = join(dataDir, 'outbox');
	await mkdir(outbox, { recursive: true, mode: 0o700 });
	const name = `${now.toISOString().replace(/[:.]/g, '-')}-${randomUUID().slice(0, 8)}.eml`;
	const file = join(outbox, name);
	await writeFile(file, mail, { mode: 0o600, flag: 'wx' });
	await prune(outbox, now);
	return file;
}

async function prune(outbox: string, now: Date): Promise<void> {
	const mails = (await readdir(outbox)).filter((name) => MAIL.test(name)).sort();
	const tooMany = mails.length - MOST_MAILS;
	const gone = mails.filter((name, at) => at < tooMany || now.getTime() - keptAt(name) > KEPT_MS);
	await Promise.all(gone.map((name) => rm(join(outbox, name), { force: true })));
}

/** When a mail was kept, in milliseconds since 1970, as its name says. */
function keptAt(name: string): number {
	return Date.parse(name.replace(MAIL, '$1T$2:$3:$4.$5Z'));
}
