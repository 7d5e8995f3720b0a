import { expect, test } from 'vitest';
import { joinRepeated } from './form-search.ts';

test.each([
	['kind=charity&kind=council&q=', '?kind=charity%7Ecouncil'],
	['q=', ''],
	['sort=name&q=a&sort=date', '?sort=name%7Edate&q=a']
])('%s becomes %s', (sent, joined) => {
	expect(joinRepeated(new URLSearchParams(sent))).toBe(joined);
});

test.each(['', 'kind=charity%7Ecouncil', 'q=good+help&date=2020-01-01', '/compare=&region=Wales'])(
	'%j stays',
	(search) => {
		expect(joinRepeated(new URLSearchParams(search))).toBeNull();
	}
);
