import { LRUCache } from 'lru-cache';
import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { Atlas } from '#lib/domain/atlas.ts';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import type { Asked, Begun, Holding, Outcome } from './protocol.ts';

/** What a computation starts from, beside its arguments. */
export interface Ground {
	atlas: Atlas;
	areas: AreasWire;
}

/** A computation: of plain data, to plain data. */
export type Computation<Args, Output> = (ground: Ground, args: Args) => Output;

/** Atlases and sets of figures that the thread holds at a time: those of a visitor and of a few signed in. */
const MOST_HELD = 4;

/**
 * The thread's half: a function that answers one question by computations of the given names, and keeps what
 * the last few were asked of.
 *
 * @param say tells the pool what it cannot see
 */
export function serveAnswers(
	computations: Readonly<Record<string, Computation<never, unknown>>>,
	say: (word: Begun) => void
): (asked: Asked) => Outcome {
	const atlases = new LRUCache<string, Atlas>({ max: MOST_HELD });
	const figures = new LRUCache<string, AreasWire>({ max: MOST_HELD });

	return ({ id, name, atlas: askedAtlas, areas: askedAreas, args }) => {
		say({ begun: id });
		const begunAt = performance.now();
		const ms = (): number => performance.now() - begunAt;
		try {
			if (!Object.hasOwn(computations, name)) throw new Error(`The thread cannot answer "${name}".`);
			const atlas = held(atlases, askedAtlas, buildAtlas);
			const areas = held(figures, askedAreas, (wire) => wire);
			if (atlas === undefined || areas === undefined) return { kind: 'missing', ms: ms() };
			const compute = computations[name] as Computation<unknown, unknown>;
			const output = compute({ atlas, areas }, args);
			// Two bytes a character, as an engine holds most texts.
			const bytes = 2 * (JSON.stringify(output) ?? '').length;
			return { kind: 'answer', answer: { output, bytes }, ms: ms() };
		} catch (cause) {
			return { kind: 'fault', fault: cause instanceof Error ? cause.message : String(cause), ms: ms() };
		}
	};
}

function held<Wire, Model extends object>(
	kept: LRUCache<string, Model>,
	{ state, wire }: Holding<Wire>,
	build: (wire: Wire) => Model
): Model | undefined {
	if (wire !== null && !kept.has(state)) kept.set(state, build(wire));
	return kept.get(state);
}
