import { expect, test } from 'vitest';
import { webHost } from './web-host.ts';

test.each([
	['https://www.nesta.org.uk/project/good-help/', 'nesta.org.uk'],
	['http://betterway.network', 'betterway.network']
])('%s leads to %s', (address, host) => {
	expect(webHost(address)).toBe(host);
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://x.org/a', '/about', 'design/domain.md', ''])(
	'%j is no web address',
	(address) => {
		expect(webHost(address)).toBeNull();
	}
);
