import type { Atlas } from '#lib/domain/atlas.ts';
import { formatDay } from '#lib/domain/day.ts';
import { characteristicKey } from '#lib/view/characteristic-key.ts';
import { dateWindow } from '#lib/view/date-window.ts';
import { DEFAULT_VIEW, viewSearch } from '#lib/view/view.ts';
import type { View } from '#lib/view/view.ts';

export interface Chip {
	label: string;
	/** The page without this condition. */
	href: string;
}

/** More organisations than this, picked on a map, are one chip. */
const MOST_SELECTED = 3;

const LISTS = [
	'kinds',
	'regions',
	'areas',
	'practices',
	'characteristics',
	'stages',
	'statuses',
	'selection'
] as const;

/**
 * Every condition of a view in words, each with the address that lacks it. The network is none of
 * them: it is chosen in the header.
 *
 * @param own parameters of the page that stay (its order, never its page number)
 * @param obeyed the part of the view that the page obeys, where that is not all of it: only that has chips
 */
export function viewChips(
	atlas: Atlas,
	view: View,
	pathname: string,
	own: Record<string, string | null> = {},
	obeyed: View = view
): { chips: Chip[]; clearHref: string } {
	const without = (part: Partial<View>): string => pathname + viewSearch({ ...view, ...part }, own);
	const chips: Chip[] = [];

	if (obeyed.reach !== null)
		chips.push({
			label: obeyed.reach === 'members' ? 'members only' : 'the whole movement',
			href: without({ reach: null })
		});
	if (obeyed.query !== '') chips.push({ label: `“${obeyed.query}”`, href: without({ query: '' }) });
	for (const field of LISTS) {
		const values: readonly string[] = obeyed[field];
		if (field === 'selection' && values.length > MOST_SELECTED) {
			chips.push({ label: `${values.length} organisations selected`, href: without({ selection: [] }) });
			continue;
		}
		for (const value of values) {
			chips.push({
				label: wordFor(atlas, field, value),
				href: without({ [field]: values.filter((other) => other !== value) })
			});
		}
	}
	if (obeyed.countFrom !== DEFAULT_VIEW.countFrom) {
		chips.push({ label: 'counted from piloting', href: without({ countFrom: DEFAULT_VIEW.countFrom }) });
	}
	if (!obeyed.inherited) {
		chips.push({ label: 'without what councils inherited', href: without({ inherited: true }) });
	}
	if (obeyed.statedOnly) chips.push({ label: 'stated facts only', href: without({ statedOnly: false }) });
	if (obeyed.date !== null || obeyed.mode !== DEFAULT_VIEW.mode) {
		chips.push({
			label: dateInWords(obeyed, dateWindow(obeyed, atlas.asOf).day),
			href: without({ date: null, mode: DEFAULT_VIEW.mode, months: DEFAULT_VIEW.months })
		});
	}
	return { chips, clearHref: pathname + viewSearch({ ...DEFAULT_VIEW, network: view.network }, own) };
}

/** How the date of a view is read: "on 1 May 2019", "ever by …", "changed in the 12 months to …". */
export function dateInWords(view: Pick<View, 'mode' | 'months'>, day: number): string {
	switch (view.mode) {
		case 'as-of':
			return `on ${formatDay(day)}`;
		case 'cumulative':
			return `ever by ${formatDay(day)}`;
		case 'changed':
			return `changed in the ${view.months} months to ${formatDay(day)}`;
	}
}

function wordFor(atlas: Atlas, field: (typeof LISTS)[number], value: string): string {
	const { index } = atlas;
	switch (field) {
		case 'practices':
			return atlas.practices[index.practiceBySlug.get(value) ?? -1]?.name ?? value;
		case 'areas':
			return atlas.areas[index.areaByCode.get(value) ?? -1]?.name ?? value;
		case 'selection':
			return atlas.organisations.name[index.organisationBySlug.get(value) ?? -1] ?? value;
		case 'characteristics': {
			const at = atlas.characteristics.findIndex((_, row) => characteristicKey(atlas, row) === value);
			return atlas.characteristics[at]?.label ?? value;
		}
		default:
			return value;
	}
}
