import { expect, test } from 'vitest';
import { parseForecast, USUAL_FORECAST } from './forecast-address.ts';

test('an address holds horizon and seed; what is damaged falls back alone', () => {
	expect(parseForecast(new URLSearchParams('horizon=6&seed=3'))).toEqual({
		state: { horizon: 6, seed: 3 },
		problems: []
	});
	const { state, problems } = parseForecast(new URLSearchParams('horizon=1e9&seed=3'));
	expect(state).toEqual({ ...USUAL_FORECAST, seed: 3 });
	expect(problems).toEqual(['“1e9” is not a number of periods from 1 to 120; the usual choice is used.']);
	expect(parseForecast(new URLSearchParams()).state).toEqual(USUAL_FORECAST);
});
