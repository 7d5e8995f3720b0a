import { expect, test } from 'vitest';
import { networkOf, networkOfCaller } from './network-address.ts';

test.each([
	['192.0.2.7', '192.0.2.7'],
	['::ffff:192.0.2.7', '192.0.2.7'],
	['::ffff:c000:207', '192.0.2.7'],
	['2001:db8:1:2::1', '2001:db8:1:2::/64'],
	['2001:0db8:0001:0002:ffff:ffff:ffff:ffff', '2001:db8:1:2::/64'],
	['2001:db8::1', '2001:db8:0:0::/64'],
	['fe80::1%eth0', 'fe80:0:0:0::/64'],
	['::1', '0:0:0:0::/64'],
	['not an address', 'not an address']
])('%s counts as %s', (address, network) => {
	expect(networkOf(address)).toBe(network);
});

test('whoever has a /64 gains nothing by moving through it, and a neighbour loses nothing', () => {
	const own = Array.from({ length: 50 }, (_, host) => networkOf(`2001:db8:0:1:${host.toString(16)}::9`));
	expect(new Set(own).size).toBe(1);
	expect(own).not.toContain(networkOf('2001:db8:0:2::9'));
});

test('a request that came round the proxy counts by its connection', () => {
	const platform = { req: { socket: { remoteAddress: '::ffff:127.0.0.1' } } } as App.Platform;
	const getClientAddress = () => {
		throw new Error('Address header was specified but is absent from request');
	};
	expect(networkOfCaller({ getClientAddress, platform })).toBe('127.0.0.1');
	expect(networkOfCaller({ getClientAddress: () => '192.0.2.7', platform })).toBe('192.0.2.7');
});
