import { expect, test } from 'vitest';
import { USUAL_REQUEST } from './peers.ts';
import { parseProposalRequest, requestParameters } from './request.ts';

const read = (search: string) => parseProposalRequest(new URLSearchParams(search));

test('a plain address asks for the usual, and what is asked is written again', () => {
	expect(read('')).toEqual({ request: USUAL_REQUEST, problems: [] });
	const search = 'model=robust&preset=need&peers=20&weights=density-2024_9&group=county&approximate=off';
	expect(new URLSearchParams(requestParameters(read(search).request)).toString()).toBe(search);
	expect(requestParameters(USUAL_REQUEST)).toEqual([]);
});

test('a damaged field falls back alone and says so', () => {
	const { request, problems } = read('group=planets&approximate=perhaps&peers=20');
	expect(request).toEqual({ ...USUAL_REQUEST, count: 20 });
	expect(problems).toEqual([
		'There is no group “planets”; councils of its size are used.',
		'Approximate figures are on or off, not “perhaps”; they are on.'
	]);
});
