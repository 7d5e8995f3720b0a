import { studentUpperTail } from '../numeric/distributions.ts';
import { NEVER, type Panel } from '../panel/panel.ts';

/** Whether well-connected bodies adopted early or late. */
export interface DegreeTiming {
	/** Adopters with a known time (count). */
	n: number;
	/** Pearson correlation of degree and time, -1 to 1; `null` for fewer than three adopters or a constant. */
	correlation: number | null;
	/** Two-sided p-value by Student's t with n - 2 degrees of freedom; `null` with the correlation. */
	p: number | null;
	/** `earlier`: better-connected adopted earlier (negative correlation); `later`: later (positive). */
	direction: 'earlier' | 'later' | 'unclear' | null;
	/** The same as a sentence. */
	sentence: string;
}

/** A correlation weaker than this is called unclear, whatever its p-value. */
const UNCLEAR = 0.1;
/** Fewest adopters that a correlation is given for. */
const FEWEST = 3;

/**
 * Correlation of degree with the time of adoption, with its sign in words.
 *
 * A larger time is a later one, so a **negative** correlation means that well-connected bodies adopted
 * **early**. (netdiffuseR 1.24 to 1.25 prints the opposite words for the same number.)
 *
 * @param degree ties of each unit (count or weight)
 * @param fewest adopters of known time that a correlation needs, at least 3
 */
export function degreeTiming(panel: Panel, degree: ArrayLike<number>, fewest = FEWEST): DegreeTiming {
	const times: number[] = [];
	const ties: number[] = [];
	panel.adoptedAt.forEach((adopted, unit) => {
		if (adopted === NEVER || panel.startKnown[unit] === 0) return;
		times.push(adopted);
		ties.push(degree[unit]!);
	});
	const n = times.length;
	const correlation = n < fewest ? null : pearson(ties, times);
	if (correlation === null) {
		const sentence = `No correlation is given: ${n < fewest ? `only ${n} ${n === 1 ? 'body' : 'bodies'} adopted at a known time, and ${fewest} are needed` : 'degree or time does not vary'}.`;
		return { n, correlation: null, p: null, direction: null, sentence };
	}
	const t =
		Math.abs(correlation) * Math.sqrt((n - 2) / Math.max(1 - correlation * correlation, Number.MIN_VALUE));
	const direction = Math.abs(correlation) < UNCLEAR ? 'unclear' : correlation < 0 ? 'earlier' : 'later';
	return { n, correlation, p: 2 * studentUpperTail(t, n - 2), direction, sentence: SENTENCES[direction] };
}

const SENTENCES = {
	earlier: 'Better-connected bodies tended to adopt earlier.',
	later: 'Better-connected bodies tended to adopt later.',
	unclear: 'How well connected a body is says little about when it adopted.'
};

function pearson(x: readonly number[], y: readonly number[]): number | null {
	const meanX = x.reduce((sum, value) => sum + value, 0) / x.length;
	const meanY = y.reduce((sum, value) => sum + value, 0) / y.length;
	let xx = 0;
	let yy = 0;
	let xy = 0;
	x.forEach((value, k) => {
		xx += (value - meanX) ** 2;
		yy += (y[k]! - meanY) ** 2;
		xy += (value - meanX) * (y[k]! - meanY);
	});
	return xx === 0 || yy === 0 ? null : Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}
