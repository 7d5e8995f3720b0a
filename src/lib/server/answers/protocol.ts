import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { AtlasWire } from '#lib/domain/atlas-wire.ts';

/** Data that questions are asked of, under the name of its state; the data itself only where the thread may not hold it. */
export interface Holding<Wire> {
	state: string;
	wire: Wire | null;
}

/** One question to the thread. */
export interface Asked {
	id: number;
	/** Which computation. */
	name: string;
	atlas: Holding<AtlasWire>;
	areas: Holding<AreasWire>;
	/** Plain data. */
	args: unknown;
}

export interface Answer {
	output: unknown;
	/** About how much memory the output takes. */
	bytes: number;
}

/** What came of a question, and how long that took (ms); missing is data that the thread holds no more. */
export type Outcome =
	| { kind: 'answer'; answer: Answer; ms: number }
	| { kind: 'fault'; fault: string; ms: number }
	| { kind: 'missing'; ms: number };

/** What the thread says when it begins with a question, which may have waited. */
export interface Begun {
	/** Of the question. */
	begun: number;
}
