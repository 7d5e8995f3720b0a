import { createHash } from 'node:crypto';

/** Namespace of all seeded rows, so that no id meets one made elsewhere. */
const NAMESPACE = '6f1c1d5e-5a2b-5e0d-9d5a-2f0f5b7c8a11';

/**
 * Key of a seeded row: the same words give the same key on every machine and at every seeding.
 *
 * @param table name of the table the row is in
 * @param words what tells the row from the others of its table, in a fixed order
 * @returns a UUID, version 5
 *
 * Source: RFC 9562, section 5.5.
 */
export function seedId(table: string, ...words: readonly string[]): string {
	const digest = createHash('sha1')
		.update(Buffer.from(NAMESPACE.replaceAll('-', ''), 'hex'))
		.update([table, ...words].join('\u0000'))
		.digest();
	digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x50;
	digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
	const hex = digest.toString('hex');
	return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
		'-'
	);
}
