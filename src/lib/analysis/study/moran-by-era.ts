import { moranByPeriod, type MoranPeriod } from '../diffusion/moran-by-period.ts';
import { exists, NEVER, type Panel } from '../panel/panel.ts';
import { networkAt, type Network } from '../sparse/sparse-matrix.ts';
import { submatrix } from '../sparse/sparse-operations.ts';
import type { PermutationOptions } from '../spatial/permutation.ts';

/**
 * Moran's I of every period, computed together for runs of periods in which the same bodies exist
 * and the same ties hold.
 *
 * The same measure as {@link moranByPeriod}, with which it agrees in everything but the shuffles drawn; where few
 * bodies are founded or close it is many times faster, since one shuffle then serves a whole run.
 */
export function moranByEra(
	panel: Panel,
	network: Network,
	shuffles: PermutationOptions | null
): MoranPeriod[] {
	return eras(panel, network).flatMap(({ from, until, present }) =>
		moranByPeriod(
			partOf(panel, from, until, present),
			submatrix(networkAt(network, from), present),
			shuffles === null ? undefined : partOfShuffles(shuffles, from, until, panel.periods.length)
		)
	);
}

interface Era {
	/** First period, and the first one after it. */
	from: number;
	until: number;
	/** Units that exist throughout it. */
	present: number[];
}

/** Progress of one run as part of the whole, so that what a reader is told never runs backwards. */
function partOfShuffles(
	{ progress, ...shuffles }: PermutationOptions,
	from: number,
	until: number,
	length: number
): PermutationOptions {
	if (progress === undefined) return shuffles;
	return {
		...shuffles,
		progress: {
			...progress,
			onProgress: (share) => progress.onProgress?.((from + share * (until - from)) / length)
		}
	};
}

function eras(panel: Panel, network: Network): Era[] {
	const units = [...panel.ids.keys()];
	const found: Era[] = [];
	for (let t = 0; t < panel.periods.length; t++) {
		const last = found.at(-1);
		const changes =
			t === 0 ||
			networkAt(network, t) !== networkAt(network, t - 1) ||
			units.some((unit) => exists(panel, unit, t) !== exists(panel, unit, t - 1));
		if (last !== undefined && !changes) last.until = t + 1;
		else found.push({ from: t, until: t + 1, present: units.filter((unit) => exists(panel, unit, t)) });
	}
	return found;
}

/** The panel of some units over some periods, in which all of them exist throughout. */
function partOf(panel: Panel, from: number, until: number, present: readonly number[]): Panel {
	const length = until - from;
	const within = (time: number): number => Math.min(Math.max(time - from, 0), length);
	return {
		ids: present.map((unit) => panel.ids[unit]!),
		periods: panel.periods.slice(from, until),
		adoptedAt: Int32Array.from(present, (unit) => {
			const time = panel.adoptedAt[unit]!;
			return time === NEVER || time >= until ? NEVER : within(time);
		}),
		startKnown: Uint8Array.from(present, (unit) => panel.startKnown[unit]!),
		stoppedAt: Int32Array.from(present, (unit) => within(panel.stoppedAt[unit]!)),
		entersAt: new Int32Array(present.length),
		leavesAt: new Int32Array(present.length).fill(length)
	};
}
