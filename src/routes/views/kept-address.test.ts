import { expect, test } from 'vitest';
import { isTooLongToOpen, keptAddress, openedAddress } from './kept-address.ts';

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

test('a view is too long to open when its address with its pins is, as a browser spells it', () => {
	const pins = Array.from({ length: 100 }, (_, at) => ({ key: 'x'.repeat(20), x: at + 1000, y: at + 1000 }));
	const few = { path: '/network', pins: pins.slice(0, 50) };
	expect([openedAddress(few).length < 3500, isTooLongToOpen(few)]).toEqual([true, false]);
	const many = { path: '/network', pins };
	expect([openedAddress(many).length > 3500, isTooLongToOpen(many)]).toEqual([true, true]);
	expect(isTooLongToOpen({ path: `/map?q=${'x'.repeat(3493)}`, pins: [] })).toBe(false);
	expect(isTooLongToOpen({ path: `/map?q=${'x'.repeat(3494)}`, pins: [] })).toBe(true);
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
