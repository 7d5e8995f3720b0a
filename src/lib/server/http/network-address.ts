import { isIPv6 } from 'node:net';
import type { RequestEvent } from '@sveltejs/kit';

const GROUPS = 8;
/** Of an IPv6 address, the groups that name a network: its first 64 bits. */
const NETWORK_GROUPS = 4;

/** The network that a request comes from; what came round the proxy lacks its header, and counts by its connection. */
export function networkOfCaller({
	getClientAddress,
	platform
}: Pick<RequestEvent, 'getClientAddress' | 'platform'>): string {
	try {
		return networkOf(getClientAddress());
	} catch {
		return networkOf(platform?.req.socket.remoteAddress ?? '');
	}
}

/**
 * The network that an address belongs to, as limits count it: an IPv4 address itself; of an IPv6
 * address its /64, since any line has that many addresses to itself.
 */
export function networkOf(address: string): string {
	const [bare = ''] = address.split('%');
	if (!isIPv6(bare)) return address;
	const groups = groupsOf(bare);
	const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
	if (mapped) {
		return groups
			.slice(6)
			.flatMap((group) => [group >> 8, group & 0xff])
			.join('.');
	}
	return `${groups
		.slice(0, NETWORK_GROUPS)
		.map((group) => group.toString(16))
		.join(':')}::/64`;
}

/** The eight numbers of an IPv6 address, however it is shortened. */
function groupsOf(address: string): number[] {
	const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
	const [head = '', tail] = canonical.split('::');
	const numbers = (text: string) => (text === '' ? [] : text.split(':').map((group) => parseInt(group, 16)));
	const before = numbers(head);
	const after = numbers(tail ?? '');
	return [...before, ...Array<number>(GROUPS - before.length - after.length).fill(0), ...after];
}
