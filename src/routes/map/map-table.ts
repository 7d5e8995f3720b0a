import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { Selection } from '#lib/view/selection.ts';
import { pageOf, parseList } from '#lib/view/list-address.ts';
import type { ListState } from '#lib/view/list-address.ts';
import { DIRECTORY_SORTS, USUAL_ORDER, listDirectory } from '#lib/organisation/directory.ts';
import type { DirectoryEntry, DirectorySort } from '#lib/organisation/directory.ts';
import { AREA_ORDER, AREA_SORTS, listAreaRows } from './area-rows.ts';
import type { AreaRow, AreaSort } from './area-rows.ts';
import { LEARNING_ORDER, LEARNING_SORTS, listLearningRows } from './learning-rows.ts';
import type { LearningRow, LearningSort } from './learning-rows.ts';
import type { MapState } from './map-address.ts';

interface Page<Row, Sort extends string> {
	rows: Row[];
	page: number;
	pages: number;
	/** Rows on all pages. */
	total: number;
	list: ListState<Sort>;
}

/** The map as a table: of organisations, of shaded areas, or of how learning travelled. */
export type MapTableData =
	| ({ of: 'organisations' } & Page<DirectoryEntry, DirectorySort>)
	| ({ of: 'areas'; title: string; notes: string[]; source: string | null } & Page<AreaRow, AreaSort>)
	| ({ of: 'learning' } & Page<LearningRow, LearningSort>);

const PAGE_SIZE = 100;

/** The table that a state shows, one page of it; null where it shows a picture. */
export function mapTable(
	selection: Selection,
	figures: AreasWire,
	{ show, of, measure }: MapState,
	search: Pick<URLSearchParams, 'get'>
): { table: MapTableData | null; problems: string[] } {
	if (show !== 'table') return { table: null, problems: [] };
	if (of === 'areas') {
		const { list, problems } = parseList(search, AREA_SORTS, AREA_ORDER);
		const { rows, ...about } = listAreaRows(selection, figures, measure, list);
		return { table: { of, ...about, ...paged(rows, list) }, problems };
	}
	if (of === 'learning') {
		const { list, problems } = parseList(search, LEARNING_SORTS, LEARNING_ORDER);
		return { table: { of, ...paged(listLearningRows(selection, list), list) }, problems };
	}
	const { list, problems } = parseList(search, DIRECTORY_SORTS, USUAL_ORDER);
	return { table: { of, ...paged(listDirectory(selection, list), list) }, problems };
}

function paged<Row, Sort extends string>(rows: readonly Row[], list: ListState<Sort>): Page<Row, Sort> {
	return { ...pageOf(rows, list.page, PAGE_SIZE), total: rows.length, list };
}
