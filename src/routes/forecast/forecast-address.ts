/** What the page's address holds beside the practice. */
export interface ForecastState {
	/** Periods ahead. */
	horizon: number;
	seed: number;
}

export const USUAL_FORECAST: ForecastState = { horizon: 12, seed: 1 };

/** Reads the page's own parameters; what is damaged falls back alone, and says so. */
export function parseForecast(search: Pick<URLSearchParams, 'get'>): {
	state: ForecastState;
	problems: string[];
} {
	const problems: string[] = [];
	const whole = (name: string, least: number, most: number, usual: number, what: string): number => {
		const value = search.get(name);
		if (value === null || value === '') return usual;
		const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
		if (number >= least && number <= most) return number;
		problems.push(
			`“${value.slice(0, 40)}” is not ${what} from ${least} to ${most}; the usual choice is used.`
		);
		return usual;
	};
	return {
		state: {
			horizon: whole('horizon', 1, 120, USUAL_FORECAST.horizon, 'a number of periods'),
			seed: whole('seed', 0, 999_999_999, USUAL_FORECAST.seed, 'a seed')
		},
		problems
	};
}
