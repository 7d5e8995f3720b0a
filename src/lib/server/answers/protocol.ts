import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { AtlasWire } from '#lib/domain/atlas-wire.ts';

/** Data that questions are asked of, under the name of their state. */
export type Holding =
	{ kind: 'atlas'; state: string; wire: AtlasWire } | { kind: 'areas'; state: string; wire: AreasWire };

/** To the thread: what to hold, what to let go, and one question at a time about what it holds. */
export type ToThread =
	| { kind: 'hold'; key: string; holding: Holding }
	| { kind: 'drop'; key: string }
	| { kind: 'ask'; name: string; atlas: string; areas: string; args: unknown };

/** From the thread: the answer, or what went wrong. */
export type FromThread = Answer | { fault: string };

export interface Answer {
	output: unknown;
	/** About how much memory the output takes. */
	bytes: number;
}

/** Name of what is held; an atlas and figures may be in states that are called alike. */
export function holdingKey({ kind, state }: Pick<Holding, 'kind' | 'state'>): string {
	return `${kind} ${state}`;
}
