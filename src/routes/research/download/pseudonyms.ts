import { createHmac, randomBytes } from 'node:crypto';

/**
 * Names that tell nothing: a keyed hash whose key is thrown away, so that nobody, we included, can go back from
 * a code to a body, and two downloads cannot be joined.
 */
export function pseudonyms(key: Uint8Array = randomBytes(32)): (id: string) => string {
	return (id) => `b${createHmac('sha256', key).update(id).digest('hex').slice(0, 16)}`;
}
