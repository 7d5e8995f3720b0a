import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeRedirect } from './safe-redirect.ts';

describe('where to go after signing in', () => {
	test.each(['/', '/map?as_of=2024-01-01#x', '/organisations/leeds', '/coordinate/import?next=/map'])(
		'%s is ours',
		(next) => {
			expect(safeRedirect(next)).toBe(next);
		}
	);

	test.each([
		null,
		undefined,
		'',
		'map',
		'https://evil.example/',
		'//evil.example',
		'///evil.example',
		'/\\evil.example',
		'\\\\evil.example',
		'/\t/evil.example',
		'/\n/evil.example',
		' //evil.example',
		'/..//evil.example',
		'/.//evil.example',
		'javascript:alert(1)',
		'/%0d%0aset-cookie:x'.replace('%0d%0a', '\r\n'),
		`/${'a'.repeat(2001)}`
	])('%j is not', (next) => {
		expect(safeRedirect(next, '/account')).toBe('/account');
	});

	test('whatever comes in, what goes out stays on the site', () => {
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string(),
					fc.webUrl(),
					fc.string().map((text) => `/${text}`)
				),
				(next) => {
					const target = safeRedirect(next);
					expect(new URL(target, 'https://goodways.example').origin).toBe('https://goodways.example');
					expect(target).not.toMatch(/[\s\\]/);
				}
			)
		);
	});
});
