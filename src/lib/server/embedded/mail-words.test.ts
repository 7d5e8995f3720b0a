import { expect, test } from 'vitest';
import { plainTextOf, withWholeAddress } from './mail-words.ts';

const link = (address: string) =>
	`<h2>Sign in</h2>\n<p><a href="http://localhost:3000/auth/confirm?token_hash=a1&amp;type=magiclink&amp;email=${address}">Sign in</a></p>`;

test('an address with signs of its own stays whole in the link', () => {
	const html = withWholeAddress(link('a+b&c#d@example.org'), 'a+b&c#d@example.org');
	const address = new URL(/http\S+/.exec(plainTextOf(html))?.[0] ?? '').searchParams.get('email');
	expect(address).toBe('a+b&c#d@example.org');
});

test('the plain text holds the words and the link, and no mark-up', () => {
	expect(plainTextOf(link('a@example.org'))).toBe(
		'Sign in\nSign in: http://localhost:3000/auth/confirm?token_hash=a1&type=magiclink&email=a@example.org'
	);
});
