import { expect, test } from 'vitest';
import { pageTitle } from './page-title.ts';

test.each([
	[[], 'Map of Good Help'],
	[['council'], 'Map of Good Help: council'],
	[['council', 'Wales', 'on 1 May 2019'], 'Map of Good Help: council, Wales, on 1 May 2019'],
	[
		['council', 'Wales', 'charity', 'London', 'company'],
		'Map of Good Help: council, Wales, charity and 2 more'
	]
])('a view with the conditions %j is called %s', (conditions, title) => {
	expect(pageTitle('Map of Good Help', conditions)).toBe(title);
});
