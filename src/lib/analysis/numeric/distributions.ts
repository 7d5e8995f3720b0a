/**
 * Tails of the normal, chi-square and Student distributions, each computed as a tail and never as
 * 1 minus its complement, so that p-values of 1e-20 keep their digits.
 *
 * Source: Abramowitz & Stegun, Handbook of Mathematical Functions (1964), 6.1.41 (Stirling), 6.5.29
 * and 6.5.31 (incomplete gamma), 26.5.8 (incomplete beta); continued fractions by the modified
 * Lentz method (Thompson & Barnett 1986).
 */
const EPSILON = 2 ** -53;
const TINY = 1e-300;
const HALF_LOG_TWO_PI = 0.9189385332046727;

/**
 * Natural logarithm of the gamma function.
 *
 * @param x above 0
 */
export function logGamma(x: number): number {
	// Stirling's series is good to the last digit from 15 on; the recurrence leads there.
	let shift = 1;
	let large = x;
	while (large < 15) {
		shift *= large;
		large += 1;
	}
	return (large - 0.5) * Math.log(large) - large + HALF_LOG_TWO_PI + stirling(large) - Math.log(shift);
}

/** What Stirling's leading terms lack, for x of at least 15. */
function stirling(x: number): number {
	const y = 1 / (x * x);
	return (1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y * (1 / 1188 - (y * 691) / 360360))))) / x;
}

/**
 * Regularised upper incomplete gamma function Q(a, x) = Γ(a, x) / Γ(a).
 *
 * @param a shape, above 0
 * @param x at least 0
 * @returns a share from 0 to 1
 */
export function gammaUpper(a: number, x: number): number {
	if (x <= 0) return 1;
	if (x === Infinity) return 0;
	return x < a + 1 ? 1 - gammaSeries(a, x) : gammaFraction(a, x);
}

function gammaScale(a: number, x: number): number {
	return Math.exp(a * Math.log(x) - x - logGamma(a));
}

function gammaSeries(a: number, x: number): number {
	let term = 1 / a;
	let sum = term;
	for (let n = 1; term > sum * EPSILON; n++) {
		term *= x / (a + n);
		sum += term;
	}
	return sum * gammaScale(a, x);
}

function gammaFraction(a: number, x: number): number {
	let b = x + 1 - a;
	let c = 1 / TINY;
	let d = 1 / b;
	let value = d;
	for (let n = 1; n < 10_000; n++) {
		const numerator = -n * (n - a);
		b += 2;
		d = 1 / nonZero(numerator * d + b);
		c = nonZero(b + numerator / c);
		const change = c * d;
		value *= change;
		if (Math.abs(change - 1) < EPSILON) break;
	}
	return value * gammaScale(a, x);
}

function nonZero(value: number): number {
	return Math.abs(value) < TINY ? TINY : value;
}

/**
 * Complementary error function, erfc(x) = 2/√π ∫ₓ^∞ exp(-t²) dt.
 *
 * @param x any number
 * @returns from 0 to 2
 */
export function erfc(x: number): number {
	if (x < 0) return 2 - erfc(-x);
	// Below 0.5 the series of erf loses nothing; above, the tail itself is computed.
	return x * x < 0.25 ? 1 - gammaSeries(0.5, x * x) : erfcTail(x);
}

function erfcTail(x: number): number {
	if (x > 27.3) return 0;
	if (x < 1.3) return gammaUpper(0.5, x * x);
	let fraction = 0;
	// Laplace's fraction, evaluated from the far end; 120 levels are enough from 1.3 on.
	for (let n = 120; n >= 1; n--) fraction = n / 2 / (x + fraction);
	// Splitting x² keeps the digits that exp(-x²) would lose for large x.
	const head = Math.fround(x);
	const square = Math.exp(-head * head) * Math.exp(-(x - head) * (x + head));
	return square / Math.sqrt(Math.PI) / (x + fraction);
}

/**
 * P(Z > z) for a standard normal Z.
 *
 * @param z in standard deviations
 */
export function normalUpperTail(z: number): number {
	return erfc(z * Math.SQRT1_2) / 2;
}

/** P(|Z| > |z|) for a standard normal Z: the two-sided p-value of a z statistic. */
export function normalTwoSided(z: number): number {
	return erfc(Math.abs(z) * Math.SQRT1_2);
}

/**
 * P(X > x) for a chi-square X.
 *
 * @param x at least 0
 * @param df degrees of freedom, above 0
 */
export function chiSquareUpperTail(x: number, df: number): number {
	return gammaUpper(df / 2, x / 2);
}

/**
 * P(T > t) for Student's T.
 *
 * @param t any number
 * @param df degrees of freedom, above 0
 */
export function studentUpperTail(t: number, df: number): number {
	const tail = betaRegularised(df / (df + t * t), df / 2, 0.5) / 2;
	return t >= 0 ? tail : 1 - tail;
}

/**
 * Regularised incomplete beta function I_x(a, b).
 *
 * @param x from 0 to 1
 * @param a above 0
 * @param b above 0
 */
export function betaRegularised(x: number, a: number, b: number): number {
	if (x <= 0) return 0;
	if (x >= 1) return 1;
	const scale = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
	return x < (a + 1) / (a + b + 2)
		? (scale * betaFraction(x, a, b)) / a
		: 1 - (scale * betaFraction(1 - x, b, a)) / b;
}

function betaFraction(x: number, a: number, b: number): number {
	let c = 1;
	let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
	let value = d;
	for (let m = 1; m < 10_000; m++) {
		const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
		d = 1 / nonZero(1 + even * d);
		c = nonZero(1 + even / c);
		value *= c * d;
		const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
		d = 1 / nonZero(1 + odd * d);
		c = nonZero(1 + odd / c);
		const change = c * d;
		value *= change;
		if (Math.abs(change - 1) < EPSILON) break;
	}
	return value;
}

/**
 * The t that a Student variable exceeds with the given probability, by bisection to the last digit.
 *
 * @param upperTail above 0, at most 0.5
 * @param df degrees of freedom, above 0
 */
export function studentQuantile(upperTail: number, df: number): number {
	let low = 0;
	let high = 1;
	while (studentUpperTail(high, df) > upperTail) high *= 2;
	for (let step = 0; step < 200 && high - low > EPSILON * high; step++) {
		const middle = (low + high) / 2;
		if (studentUpperTail(middle, df) > upperTail) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}

/** The standard normal deviate with 97.5% below it: half the width of a 95% interval in standard errors. */
export const Z_95 = 1.959963984540054;
