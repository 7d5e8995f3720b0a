import { describe, expect, test } from 'vitest';
import { isOurs } from './host-check.ts';
import { isLoopback, ownOrigin, wasForwarded } from './local-host.ts';

describe('the names that the server answers to', () => {
	test.each(['localhost', 'localhost:3000', '127.0.0.1:8080', '[::1]:3000', 'LOCALHOST:3000'])(
		'%s is local',
		(host) => {
			expect(isOurs(host, null)).toBe(true);
			expect(isOurs(host, 'http://localhost:3000')).toBe(true);
			expect(isOurs(host, 'https://goodways.example')).toBe(false);
		}
	);

	test('its own origin, with its port', () => {
		expect(isOurs('goodways.example', 'https://goodways.example')).toBe(true);
		expect(isOurs('Goodways.Example', 'https://goodways.example')).toBe(true);
		expect(isOurs('goodways.example:8443', 'https://goodways.example')).toBe(false);
	});

	test.each([
		'evil.example',
		'goodways.example.evil.example',
		'localhost.evil.example',
		'a b',
		'localhost@evil.example',
		'',
		'192.168.1.5:3000'
	])('never %j', (host) => {
		expect(isOurs(host, 'https://goodways.example')).toBe(false);
	});
});

test.each([
	['127.0.0.1', true],
	['127.8.0.1', true],
	['::1', true],
	['::ffff:127.0.0.1', true],
	['::ffff:10.0.0.1', false],
	['10.0.0.1', false],
	['127.0.0.1.evil.example', false],
	['', false]
])('%j counts as loopback: %s', (address, expected) => {
	expect(isLoopback(address)).toBe(expected);
});

test.each(['forwarded', 'x-forwarded-for', 'X-Forwarded-Host', 'x-forwarded-proto', 'via'])(
	'%s betrays a proxy',
	(name) => {
		expect(wasForwarded(new Headers({ [name]: 'x' }))).toBe(true);
		expect(wasForwarded(new Headers({ accept: 'text/html' }))).toBe(false);
	}
);

describe('the origin that a form counts as sent from', () => {
	const LOCAL = 'http://localhost:3000';

	test.each(['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'localhost:8080'])(
		'is a local site’s own at %s, the host that it went to',
		(host) => {
			expect(ownOrigin({ origin: `http://${host}`, host }, LOCAL)).toBe(LOCAL);
		}
	);

	test.each([
		['null', '127.0.0.1:3000', LOCAL],
		['http://evil.example', '127.0.0.1:3000', LOCAL],
		['http://localhost:8080', 'localhost:3000', LOCAL],
		['https://127.0.0.1:3000', '127.0.0.1:3000', LOCAL],
		['http://evil.example', 'evil.example', LOCAL],
		['http://127.0.0.1:3000', '127.0.0.1:3000', 'https://goodways.example'],
		['http://127.0.0.1', '127.0.0.1', 'https://localhost']
	])('stays %s where it went to %s of %s', (origin, host, site) => {
		expect(ownOrigin({ origin, host }, site)).toBe(origin);
	});

	test('stays unsaid where none was sent', () => {
		expect(ownOrigin({ origin: undefined, host: 'localhost:3000' }, LOCAL)).toBeUndefined();
	});
});
