/** Latitude beyond which the web's Mercator map does not go, degrees. */
export const MAX_LATITUDE = 85.051129;

/** Easting on the unit square of Web Mercator, 0 at 180° W to 1 at 180° E. */
export function mercatorX(longitude: number): number {
	return longitude / 360 + 0.5;
}

/** Southing on the unit square of Web Mercator, 0 in the north; latitudes beyond its edge are held at it. */
export function mercatorY(latitude: number): number {
	const held = Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, latitude));
	const sine = Math.sin((held * Math.PI) / 180);
	return 0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI;
}

/** Longitude of an easting, degrees. */
export function longitudeOf(x: number): number {
	return (x - 0.5) * 360;
}

/** Latitude of a southing, degrees. */
export function latitudeOf(y: number): number {
	return (360 / Math.PI) * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - 90;
}
