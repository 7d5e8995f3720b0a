import { createHash, createHmac } from 'node:crypto';

/** What a link in a mail is for; a token of one purpose opens nothing of another. */
export type TokenPurpose = 'invitation' | 'confirmation' | 'introduction' | 'mail settings' | 'join request';

/**
 * Token of a link in a mail: made from the server's key alone, so that the same mail can be sent again and nothing
 * but the token's hash is kept.
 *
 * @param key the server's key for links, see `linkKey`
 * @param row id of the row that the link is about
 * @param expires instant after which it opens nothing, part of what is signed
 */
export function linkToken(key: string, purpose: TokenPurpose, row: string, expires: string): string {
	return createHmac('sha256', key)
		.update([purpose, row, String(Date.parse(expires))].join('\n'))
		.digest('base64url');
}

/** What the database keeps of a token; as `private.token_hash` computes it. */
export function tokenHash(token: string): string {
	return createHash('sha256').update(token.slice(0, 200)).digest('hex');
}

/** The key that links are made with: of the server's secret, but of no use for anything else. */
export function linkKey(secretKey: string): string {
	return createHmac('sha256', secretKey).update('Goodways: links in mails').digest('base64url');
}
