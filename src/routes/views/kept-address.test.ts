import { expect, test } from 'vitest';
import { keptAddress, openedAddress } from './kept-address.ts';

test('a view is kept with its pins apart, and opens as it was', () => {
	const kept = keptAddress('/network?as=learnt-from&pins=kent:10:-4~practice.declaring:7:7&date=2024-01-01');
	expect(kept).toEqual({
		path: '/network?as=learnt-from&date=2024-01-01',
		pins: [
			{ key: 'kent', x: 10, y: -4 },
			{ key: 'practice.declaring', x: 7, y: 7 }
		]
	});
	const opened = new URL(openedAddress(kept!), 'http://site.test');
	expect(opened.searchParams.get('pins')).toBe('kent:10:-4~practice.declaring:7:7');
	expect(opened.searchParams.get('as')).toBe('learnt-from');
});

test('an address without pins opens as it was kept', () => {
	expect(openedAddress(keptAddress('/map?kind=council')!)).toBe('/map?kind=council');
	expect(openedAddress({ path: '/network', pins: [{ key: 'kent', x: 1, y: 2 }] })).toBe(
		'/network?pins=kent%3A1%3A2'
	);
});

test.each([
	'//evil.test/map',
	'/\\evil.test/map',
	'/\t/evil.test/map',
	'https://evil.test/map',
	'javascript:alert(1)',
	'/account',
	'/auth/sign-out',
	'/map/../account',
	'',
	`/map?q=${'x'.repeat(5000)}`
])('%j is not kept', (address) => {
	expect(keptAddress(address)).toBeNull();
});
