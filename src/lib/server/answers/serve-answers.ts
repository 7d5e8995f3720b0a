import type { MessagePort } from 'node:worker_threads';
import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { Atlas } from '#lib/domain/atlas.ts';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import type { FromThread, ToThread } from './protocol.ts';

/** What a computation starts from, beside its arguments. */
export interface Ground {
	atlas: Atlas;
	areas: AreasWire;
}

/** A computation: of plain data, to plain data. */
export type Computation<Args, Output> = (ground: Ground, args: Args) => Output;

/** The thread's half: answers what comes in by computations of the given names. */
export function serveAnswers(
	port: Pick<MessagePort, 'postMessage' | 'on'>,
	computations: Readonly<Record<string, Computation<never, unknown>>>
): void {
	const atlases = new Map<string, Atlas>();
	const figures = new Map<string, AreasWire>();
	const answer = (message: FromThread): void => port.postMessage(message);

	port.on('message', (message: ToThread) => {
		switch (message.kind) {
			case 'hold':
				if (message.holding.kind === 'atlas') atlases.set(message.key, buildAtlas(message.holding.wire));
				else figures.set(message.key, message.holding.wire);
				return;
			case 'drop':
				atlases.delete(message.key);
				figures.delete(message.key);
				return;
			case 'ask':
				try {
					const compute = computations[message.name] as Computation<unknown, unknown> | undefined;
					const [atlas, areas] = [atlases.get(message.atlas), figures.get(message.areas)];
					if (compute === undefined || atlas === undefined || areas === undefined)
						throw new Error(`The thread cannot answer "${message.name}".`);
					const output = compute({ atlas, areas }, message.args);
					// Two bytes a character, as an engine holds most texts.
					answer({ output, bytes: 2 * (JSON.stringify(output) ?? '').length });
				} catch (cause) {
					answer({ fault: cause instanceof Error ? cause.message : String(cause) });
				}
		}
	});
}
