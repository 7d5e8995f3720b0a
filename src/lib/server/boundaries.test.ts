import type { RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { loadBoundaries } from './boundaries.ts';

const AREAS = Array.from({ length: 130 }, (_, at) => ({
	area_code: `E${at}`,
	source: 'ONS',
	geometry: { type: 'Polygon', coordinates: [[[at, 0]]] }
}));

test('boundaries come as one file and as the shape of each area, read once for all who ask', async () => {
	let pagesRead = 0;
	const page = async (first: number, last: number) => {
		pagesRead++;
		return { data: AREAS.slice(first, last + 1), error: null };
	};
	const state = async () => ({ data: [{ imported_at: '2026-11-22' }], count: AREAS.length, error: null });
	const visitor = { from: () => ({ select: () => ({ order: () => ({ range: page, limit: state }) }) }) };
	const event = { locals: { visitor } } as unknown as RequestEvent;

	const [first, second] = [await loadBoundaries(event), await loadBoundaries(event)];
	expect(pagesRead).toBe(2);
	expect(first?.shapes.size).toBe(130);
	expect(first?.shapes.get('E129')).toEqual(AREAS[129]!.geometry);
	expect(second?.shapes).toBe(first?.shapes);
	const file = JSON.parse(new TextDecoder().decode(await first!.body('identity'))) as { features: object[] };
	expect(file.features[129]).toEqual({
		type: 'Feature',
		properties: { code: 'E129', source: 'ONS' },
		geometry: AREAS[129]!.geometry
	});
});
