import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { wireFixture } from '../../../../tests/fixtures/atlas-fixture.ts';
import type { FromThread, Holding, ToThread } from './protocol.ts';
import { serveAnswers } from './serve-answers.ts';
import type { Ground } from './serve-answers.ts';

const areas: Holding = {
	kind: 'areas',
	state: 'f',
	wire: {
		codes: [],
		indicators: [],
		adjacency: { a: [], b: [], km: [] },
		former: { code: [], current: [] },
		upper: []
	}
};
const atlas = (state: string, ...slugs: string[]): Holding => ({
	kind: 'atlas',
	state,
	wire: wireFixture({ organisations: slugs.map((slug) => ({ slug })) })
});

/** The answers of a thread that was told so much. */
function answersTo(...messages: ToThread[]): FromThread[] {
	const answers: FromThread[] = [];
	const port = Object.assign(new EventEmitter(), {
		postMessage: (answer: FromThread) => answers.push(answer)
	});
	serveAnswers(port as never, {
		names: ({ atlas: { organisations } }: Ground, { prefix }: { prefix: string }) =>
			organisations.slug.map((slug) => prefix + slug)
	});
	for (const message of messages) port.emit('message', message);
	return answers;
}

const ask = (state: string): ToThread => ({
	kind: 'ask',
	name: 'names',
	atlas: `atlas ${state}`,
	areas: 'areas f',
	args: { prefix: '/' }
});

test('the thread answers of the atlas that is asked of, and weighs its answer', () => {
	expect(
		answersTo(
			{ kind: 'hold', key: 'areas f', holding: areas },
			{ kind: 'hold', key: 'atlas a', holding: atlas('a', 'one') },
			{ kind: 'hold', key: 'atlas b', holding: atlas('b', 'one', 'two') },
			ask('b'),
			ask('a')
		)
	).toEqual([
		{ output: ['/one', '/two'], bytes: 2 * '["/one","/two"]'.length },
		{ output: ['/one'], bytes: 2 * '["/one"]'.length }
	]);
});

test('the thread says what it cannot answer, and answers of nothing that it was told to drop', () => {
	const told: ToThread[] = [
		{ kind: 'hold', key: 'areas f', holding: areas },
		{ kind: 'hold', key: 'atlas a', holding: atlas('a', 'one') },
		{ ...ask('a'), name: 'unknown' } as ToThread,
		{ kind: 'drop', key: 'atlas a' },
		ask('a')
	];
	expect(answersTo(...told)).toEqual([
		{ fault: 'The thread cannot answer "unknown".' },
		{ fault: 'The thread cannot answer "names".' }
	]);
});
