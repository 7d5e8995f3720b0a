import { expect, test } from 'vitest';
import { linkedAddress, maskedAddress } from './linked-address.ts';

test.each([
	['coordinator@sample.example', 'co…@sample.example'],
	['abc@example.org', 'a…@example.org'],
	['a@example.org', 'a…@example.org'],
	['no address', ''],
	['@example.org', '']
])('%s is shown as %s', (email, shown) => {
	expect(maskedAddress(email)).toBe(shown);
});

test.each([
	['a%2Bb%40example.org', 'a+b@example.org'],
	['a+b@example.org', 'a+b@example.org'],
	['', '']
])('the address of email=%s is %s', (spelt, email) => {
	expect(linkedAddress(new URL(`http://localhost/auth/confirm?email=${spelt}`))).toBe(email);
});

test('a link without an address has none', () => {
	expect(linkedAddress(new URL('http://localhost/auth/confirm?token_hash=x'))).toBe('');
});
