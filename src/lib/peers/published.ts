import { figure, universes, type FeatureTable } from './feature-table.ts';

/** Share of a nation's areas that may be blank in what is published there: single figures that could not be had. */
const MOST_BLANK = 0.1;

/** Indicators that some of the nations compared do not have. */
export interface Unpublished {
	column: string;
	/** In the order of the areas. */
	nations: string[];
}

/** Nations by the first letter of the codes that the statistical offices give. */
const NATIONS: Readonly<Record<string, string>> = {
	E: 'England',
	W: 'Wales',
	S: 'Scotland',
	N: 'Northern Ireland'
};
const STATISTICAL_CODE = /^[EWSN]\d{8}$/;

/** The nation of an area by its statistical code; null for any other code. */
export function nationOfCode(code: string): string | null {
	return STATISTICAL_CODE.test(code) ? (NATIONS[code[0] ?? ''] ?? null) : null;
}

/**
 * Indicators that are not published for every nation that is compared. Areas that share fewer figures would be alike or
 * not for what their offices do not publish, so such an indicator is left out of the whole comparison.
 *
 * @param rows of the areas compared, in the table
 * @param nationOf nation of a row; null where an area has none, which then counts with others of none
 * @returns one entry an indicator that is left out, in column order
 */
export function unpublished(
	table: FeatureTable,
	rows: readonly number[],
	nationOf: (row: number) => string | null
): Unpublished[] {
	const byNation = universes(rows.map((row) => nationOf(row) ?? ''));
	return table.columns.flatMap((column, at) => {
		const nations = [...byNation].flatMap(([nation, members]) => {
			const known = members.filter((member) => figure(table, rows[member]!, at) !== null).length;
			const blank = members.length - known;
			return known === 0 || blank > Math.max(1, MOST_BLANK * members.length) ? [nation] : [];
		});
		return nations.length === 0 ? [] : [{ column, nations }];
	});
}
