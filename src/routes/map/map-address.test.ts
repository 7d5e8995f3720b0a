import { expect, test } from 'vitest';
import { USUAL_MAP, parseMap, printMap } from './map-address.ts';
import type { MapState } from './map-address.ts';

const search = (state: MapState): URLSearchParams =>
	new URLSearchParams(
		Object.entries(printMap(state)).filter((pair): pair is [string, string] => pair[1] !== null)
	);

test('the usual map needs no parameters', () => {
	expect(search(USUAL_MAP).size).toBe(0);
	expect(parseMap(new URLSearchParams())).toEqual({ state: USUAL_MAP, problems: [] });
});

test('every state comes back from its address', () => {
	const state: MapState = {
		show: 'hexagons',
		of: 'areas',
		measure: 'indicator:population',
		classes: 'quantile',
		arcs: false,
		grouped: false,
		chosen: 'E06000001'
	};
	expect(parseMap(search(state))).toEqual({ state, problems: [] });
});

test('what is damaged falls back alone and says so', () => {
	const { state, problems } = parseMap(
		new URLSearchParams('show=globe&measure=<b>&classes=equal&chosen=somewhere')
	);
	expect(state).toEqual({ ...USUAL_MAP, classes: 'equal' });
	expect(problems).toHaveLength(3);
});
