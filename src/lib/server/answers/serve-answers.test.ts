import { expect, test } from 'vitest';
import type { AreasWire } from '#lib/domain/areas-wire.ts';
import { wireFixture } from '../../../../tests/fixtures/atlas-fixture.ts';
import type { Asked } from './protocol.ts';
import { serveAnswers } from './serve-answers.ts';
import type { Ground } from './serve-answers.ts';

const figures: AreasWire = {
	codes: [],
	indicators: [],
	adjacency: { a: [], b: [], km: [] },
	former: { code: [], current: [] },
	upper: []
};

function setUp() {
	const said: number[] = [];
	const answer = serveAnswers(
		{
			names: ({ atlas: { organisations } }: Ground, { prefix }: { prefix: string }) =>
				organisations.slug.map((slug) => prefix + slug)
		},
		({ begun }) => said.push(begun)
	);
	const ask = (id: number, state: string, ...slugs: string[]) =>
		answer({
			id,
			name: 'names',
			atlas: {
				state,
				wire: slugs.length === 0 ? null : wireFixture({ organisations: slugs.map((slug) => ({ slug })) })
			},
			areas: { state: 'f', wire: figures },
			args: { prefix: '/' }
		});
	return { said, answer, ask };
}

test('the thread answers of the atlas that is asked of, weighs its answer, and says when it begins', () => {
	const { said, ask } = setUp();
	const outcome = (...output: string[]) => ({
		kind: 'answer',
		answer: { output, bytes: 2 * JSON.stringify(output).length },
		ms: expect.any(Number)
	});
	expect([ask(1, 'b', 'one', 'two'), ask(2, 'a', 'one'), ask(3, 'b')]).toEqual([
		outcome('/one', '/two'),
		outcome('/one'),
		outcome('/one', '/two')
	]);
	expect(said).toEqual([1, 2, 3]);
});

test('the thread holds the last four atlases, and asks for one that it was not sent', () => {
	const { ask } = setUp();
	expect(ask(1, 'a').kind).toBe('missing');
	for (const state of ['a', 'b', 'c', 'd', 'e']) ask(2, state, 'one');
	expect(ask(3, 'a').kind).toBe('missing');
	expect(ask(4, 'b')).toMatchObject({ answer: { output: ['/one'] } });
});

test('the thread says of what it has no computation for that it cannot answer', () => {
	const { answer } = setUp();
	for (const name of ['unknown', 'constructor'])
		expect(answer({ name } as Asked)).toMatchObject({
			kind: 'fault',
			fault: `The thread cannot answer "${name}".`
		});
});
