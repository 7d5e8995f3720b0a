/** Beyond this latitude, degrees, no web map reaches. */
const MOST_LATITUDE = 85;

/**
 * Whether a pair of degrees is a place one may draw. 0,0 is the mark of a lost coordinate, not of
 * an organisation in the Gulf of Guinea; and what no map reaches counts as not placed anywhere.
 *
 * @param longitude degrees, WGS 84; NaN is no place
 * @param latitude degrees, WGS 84; NaN is no place
 */
export function isPlace(longitude: number, latitude: number): boolean {
	return (
		Math.abs(longitude) <= 180 && Math.abs(latitude) <= MOST_LATITUDE && !(longitude === 0 && latitude === 0)
	);
}
