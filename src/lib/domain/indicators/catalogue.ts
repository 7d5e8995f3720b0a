import { CONNECTIONS } from './catalogue/connections.ts';
import { COUNTRY } from './catalogue/country.ts';
import { HARDSHIP } from './catalogue/hardship.ts';
import { HEALTH } from './catalogue/health.ts';
import { HOMES } from './catalogue/homes.ts';
import { ORIGINS } from './catalogue/origins.ts';
import { PEOPLE } from './catalogue/people.ts';
import { WORK } from './catalogue/work.ts';
import type { Indicator } from './indicator.ts';
/** Every published figure on areas, in the order in which a reader meets them. */
export const INDICATORS: readonly Indicator[] = [
	...PEOPLE,
	...ORIGINS,
	...HEALTH,
	...HARDSHIP,
	...WORK,
	...HOMES,
	...COUNTRY,
	...CONNECTIONS
];
const BY_COLUMN = new Map(INDICATORS.map((indicator) => [indicator.column, indicator]));
/** The description of a column of the compiled facts; undefined for one that is not among the figures. */
export function indicatorOf(column: string): Indicator | undefined {
	return BY_COLUMN.get(column);
}
