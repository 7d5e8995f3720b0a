/** Parameters of Bass's model; p and q per period. */
export interface BassParameters {
	/** Ceiling: how many will adopt in the end (count). */
	m: number;
	/** Coefficient of innovation: hazard from outside, per period. Above 0. */
	p: number;
	/** Coefficient of imitation: hazard added per share of adopters, per period. At least 0. */
	q: number;
}

/** A ceiling this many times the adopters so far is running off without end: growth does not slow. */
export const ENDLESS = 1000;

/**
 * Share that has adopted by time t, of those who ever will.
 *
 * F(t) = (1 - e^{-(p+q)t}) / (1 + (q/p) e^{-(p+q)t}).
 *
 * @param t periods since the start, at least 0
 * @returns from 0 to 1
 *
 * Source: Bass, A new product growth for model consumer durables (Management Science 1969).
 */
export function bassShare(t: number, { p, q }: Pick<BassParameters, 'p' | 'q'>): number {
	return -Math.expm1(-(p + q) * t) / (1 + (q / p) * Math.exp(-(p + q) * t));
}

/**
 * Share adopting per period at time t, the slope of F.
 *
 * f(t) = ((p+q)²/p) e^{-(p+q)t} / (1 + (q/p) e^{-(p+q)t})².
 *
 * Source: Bass (1969).
 */
export function bassDensity(t: number, { p, q }: Pick<BassParameters, 'p' | 'q'>): number {
	const decay = Math.exp(-(p + q) * t);
	return (((p + q) ** 2 / p) * decay) / (1 + (q / p) * decay) ** 2;
}

/** Where adoption is fastest. */
export interface BassPeak {
	/** Time of the peak, ln(q/p) / (p+q), in periods since the start. */
	time: number;
	/** Adopters per period then, m (p+q)² / 4q. */
	rate: number;
	/** Share adopted by then, 1/2 - p/2q. */
	share: number;
}

/**
 * The peak of adoption.
 *
 * @returns `null` when q <= p: adoption is then fastest at the start and only slows
 *
 * Source: Bass (1969).
 */
export function bassPeak({ m, p, q }: BassParameters): BassPeak | null {
	if (q <= p) return null;
	return { time: Math.log(q / p) / (p + q), rate: (m * (p + q) ** 2) / (4 * q), share: 0.5 - p / (2 * q) };
}
