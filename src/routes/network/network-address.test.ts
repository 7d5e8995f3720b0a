import { expect, test } from 'vitest';
import { parseChoice, USUAL_CHOICE } from '#lib/view/network-choice.ts';
import { askedOfServer } from './network-address.ts';

test('the server is asked for who is there and what is counted, not for what is opened, pinned or coloured', () => {
	const search = new URLSearchParams('show=table&core=2&node=a&pins=a:1:2&paint=region&then=2020-01-01');
	expect(parseChoice(askedOfServer(search)).choice).toEqual({ ...USUAL_CHOICE, show: 'table', core: 2 });
});
