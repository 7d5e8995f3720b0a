import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

const Keys = v.object({
	/** Signs the sessions. */
	jwtSecret: v.pipe(v.string(), v.minLength(32)),
	publishableKey: v.pipe(v.string(), v.startsWith('sb_publishable_')),
	secretKey: v.pipe(v.string(), v.startsWith('sb_secret_'))
});

export type Keys = v.InferOutput<typeof Keys>;

/** The keys of a data folder, made once and readable by their owner only. */
export function readOrMakeKeys(dataDir: string): Keys {
	mkdirSync(dataDir, { recursive: true, mode: 0o700 });
	const file = join(dataDir, 'keys.json');
	return readKeys(file) ?? makeKeys(file);
}

function readKeys(file: string): Keys | null {
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
		throw cause;
	}
	const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Keys), text);
	if (!parsed.success) {
		throw new Error(
			`${file} is damaged: restore it from a backup, or delete it and let everybody sign in again.`
		);
	}
	chmodSync(file, 0o600);
	return parsed.output;
}

/** Written beside and linked into place, so that a killed process leaves no half file. */
function makeKeys(file: string): Keys {
	const keys: Keys = {
		jwtSecret: randomBytes(48).toString('base64url'),
		publishableKey: `sb_publishable_${randomBytes(24).toString('base64url')}`,
		secretKey: `sb_secret_${randomBytes(24).toString('base64url')}`
	};
	const draft = `${file}.${process.pid}`;
	writeFileSync(draft, JSON.stringify(keys, null, '\t'), { mode: 0o600 });
	try {
		linkSync(draft, file);
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
	} finally {
		rmSync(draft, { force: true });
	}
	return readKeys(file) ?? keys;
}
