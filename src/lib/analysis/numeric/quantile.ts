/**
 * Quantile of sorted figures by linear interpolation between the two order statistics around
 * h = (n - 1) p.
 *
 * @param sorted figures in rising order, none missing
 * @param p from 0 (smallest) to 1 (largest)
 * @returns the quantile in the figures' unit, or null when there are no figures
 *
 * Source: Hyndman & Fan, "Sample quantiles in statistical packages" (1996), definition 7 (R's default).
 */
export function quantile(sorted: ArrayLike<number>, p: number): number | null {
	const h = (sorted.length - 1) * p;
	const below = sorted[Math.floor(h)];
	const above = sorted[Math.ceil(h)];
	if (below === undefined || above === undefined) return null;
	return below + (above - below) * (h - Math.floor(h));
}
