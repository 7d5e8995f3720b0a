import type { Map as MapLibreMap } from 'maplibre-gl';
import { latitudeOf, longitudeOf } from '#lib/cluster/mercator.ts';
import type { MapItem } from './map-items.ts';
import type { MapPoints } from './map-points.ts';

/** From south-west to north-east, degrees. */
type Bounds = [[west: number, south: number], [east: number, north: number]];

/** The smallest rectangle that holds some points; null without any. */
export function boundsOf({ x, y }: Pick<MapPoints, 'x' | 'y'>, some: Iterable<number>): Bounds | null {
	// On the map's square, y grows southward.
	let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const point of some) {
		west = Math.min(west, x[point]!);
		east = Math.max(east, x[point]!);
		north = Math.min(north, y[point]!);
		south = Math.max(south, y[point]!);
	}
	if (west > east) return null;
	return [
		[longitudeOf(west), latitudeOf(south)],
		[longitudeOf(east), latitudeOf(north)]
	];
}

/**
 * Zooms until an item comes apart.
 *
 * @param deepest zoom at which no clusters are left
 * @returns false when it never does, as all of it is in one place
 */
export function zoomInto(map: MapLibreMap, item: MapItem, deepest: number, animate: boolean): boolean {
	const bounds = boundsOf(item.of, item.points());
	if (bounds === null) return false;
	const [[west, south], [east, north]] = bounds;
	if (east - west < 1e-9 && north - south < 1e-9) return false;
	const before = map.getZoom();
	const maxZoom = deepest + 0.9;
	const camera = map.cameraForBounds(bounds, { padding: 60, maxZoom });
	if (camera?.zoom !== undefined && camera.zoom > before + 0.05) {
		map.easeTo({ ...camera, animate });
		return true;
	}
	if (before >= deepest) return false;
	map.easeTo({ center: [item.lon, item.lat], zoom: Math.min(maxZoom, before + 2), animate });
	return true;
}

/** Room round what is shown, CSS pixels: for marks and for the buttons on the map, less where the map is small. */
export function fitPadding(
	width: number,
	height: number
): Record<'left' | 'right' | 'top' | 'bottom', number> {
	const share = Math.min(1, width / 560, height / 420);
	const [side, top, bottom] = [48, 60, 44].map((room) => Math.round(room * share)) as [
		number,
		number,
		number
	];
	return { left: side, right: side, top, bottom };
}
