import { expect, test } from 'vitest';
import { USUAL_CHOICE } from '#lib/view/network-choice.ts';
import { downloadChoice, downloadDirection } from './download-choice.ts';

test('a file has what the address asks for', () => {
	const search = new URLSearchParams('as=learnt-from&core=2&kind=council');
	expect(downloadChoice(search)).toEqual({ ...USUAL_CHOICE, projection: 'learnt-from', core: 2 });
});

test.each([
	['links=learnt-form', 'learnt-form'],
	['as=learned-from', 'learned-from'],
	['hide=councils', 'councils'],
	['core=two', 'two'],
	['pins=nowhere', 'nowhere']
])('an address with %s has no file, rather than one with more than was asked for', (search, named) => {
	expect(() => downloadChoice(new URLSearchParams(search))).toThrow(
		expect.objectContaining({
			status: 400,
			body: expect.objectContaining({ message: expect.stringContaining(`“${named}”`) as string }) as object
		}) as Error
	);
});

test('a file has one direction, or the one that its address names', () => {
	expect(downloadDirection(new URLSearchParams())).toBe('one');
	expect(downloadDirection(new URLSearchParams('direction=arrows'))).toBe('arrows');
	expect(() => downloadDirection(new URLSearchParams('direction=both'))).toThrow(
		expect.objectContaining({
			status: 400,
			body: { message: 'A file has no direction “both”: it has one, arrows or each.' }
		}) as Error
	);
});
