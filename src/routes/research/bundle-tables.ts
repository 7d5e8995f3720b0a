import { NEVER } from '#lib/analysis/panel/panel.ts';
import { isSeries, networkAt, type SparseMatrix } from '#lib/analysis/sparse/sparse-matrix.ts';
import { inSharedGroups } from '#lib/analysis/study/small-groups.ts';
import type { StudyNetwork } from '#lib/analysis/study/study-networks.ts';
import type { StudyUnit } from '#lib/analysis/study/study-units.ts';
import type { CsvCell } from '#lib/exchange/csv.ts';
import type { BundleField, BundleTable } from '#lib/exchange/research-bundle.ts';
import type { FiledStudy, Naming } from './research-files.ts';

const PERIOD_MEANING: Record<string, string> = {
	month: '12 × year + month − 1, so that July 2019 is 24234',
	year: 'the calendar year',
	period: 'as in the table that was brought'
};

/** Bodies, one a row, with their times in periods. */
export function nodeTable({ panel, names, data, unit }: FiledStudy, naming: Naming): BundleTable {
	const period = PERIOD_MEANING[unit] ?? unit;
	const base: BundleField[] = [
		{
			name: 'id',
			type: 'string',
			description: naming.isPseudonymous ? 'pseudonym, made anew for every download' : 'id of the body'
		},
		{
			name: 'toa',
			type: 'integer',
			description: `period of adoption (${period}); blank: not adopted within the period`
		},
		{
			name: 'toa_bound',
			type: 'string',
			description: 'on: adopted in that period; by: adopted no later, when is not known'
		},
		{ name: 'founded', type: 'integer', description: 'first period of existence, where within the study' },
		{
			name: 'closed',
			type: 'integer',
			description: 'first period in which it no longer exists, where within the study'
		},
		{ name: 'ended', type: 'integer', description: 'first period without the practice again' },
		{ name: 'observed_from', type: 'integer', description: 'first period of the study' },
		{ name: 'observed_until', type: 'integer', description: 'last period of the study' }
	];
	const named: BundleField[] = naming.isPseudonymous
		? []
		: [{ name: 'name', type: 'string', description: 'name of the body' }];
	const grouped: BundleField[] =
		data === null
			? []
			: [
					{ name: 'kind', type: 'string', description: 'kind of organisation' },
					{ name: 'type', type: 'string', description: 'type of council, or the kind' },
					{ name: 'region', type: 'string', description: 'region' },
					{ name: 'nation', type: 'string', description: 'nation' }
				];
	const located: BundleField[] =
		data === null || naming.isPseudonymous
			? []
			: [
					{ name: 'area_code', type: 'string', description: 'code of its area of today' },
					{ name: 'county', type: 'string', description: 'county' },
					{ name: 'longitude', type: 'number', description: 'degrees, WGS 84' },
					{ name: 'latitude', type: 'number', description: 'degrees, WGS 84' }
				];
	const length = panel.periods.length;
	const label = (at: number, none: boolean): number | null => (none ? null : panel.periods[0]! + at);
	const placed = placing(data?.units ?? [], naming.isPseudonymous);
	const rows = panel.ids.map((id, row): CsvCell[] => {
		const adopted = panel.adoptedAt[row]!;
		const unitOf = data?.units[row];
		return [
			naming.idOf(id),
			label(adopted, adopted === NEVER),
			adopted === NEVER ? null : panel.startKnown[row] === 1 ? 'on' : 'by',
			label(panel.entersAt[row]!, panel.entersAt[row] === 0),
			label(panel.leavesAt[row]!, panel.leavesAt[row] === length),
			label(panel.stoppedAt[row]!, panel.stoppedAt[row] === length),
			panel.periods[0]!,
			panel.periods.at(-1)!,
			...(naming.isPseudonymous ? [] : [names[row]!]),
			...(placed[row] ?? []),
			...(unitOf === undefined || naming.isPseudonymous
				? []
				: [unitOf.area, unitOf.county, unitOf.longitude, unitOf.latitude])
		];
	});
	return {
		file: 'nodes.csv',
		title: 'Bodies studied, one a row',
		fields: [...base, ...named, ...grouped, ...located],
		rows: sortedIf(naming.isPseudonymous, rows),
		key: ['id']
	};
}

type Placed = Pick<StudyUnit, 'kind' | 'type' | 'region' | 'nation'>;

/** Kind, type, region and nation; under pseudonyms without the place where fewer than five bodies share it. */
function placing(units: readonly Placed[], isPseudonymous: boolean): CsvCell[][] {
	const isShared = inSharedGroups(units.map(({ type, region }) => `${type}|${region ?? ''}`));
	return units.map(({ kind, type, region, nation }, at) =>
		isPseudonymous && !isShared[at]! ? [kind, null, null, null] : [kind, type, region, nation]
	);
}

/** The order of records tells who is who; that of pseudonyms tells nothing. */
function sortedIf(isNeeded: boolean, rows: CsvCell[][]): CsvCell[][] {
	return isNeeded ? rows.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)) : rows;
}

/** Ties of a network; where it changes, those of every period with the period beside them. */
export function edgeTable(
	{ key, name, network }: StudyNetwork,
	{ ids, periods }: FiledStudy['panel'],
	naming: Naming
): BundleTable {
	const isDated = isSeries(network);
	const rows = isDated
		? periods.flatMap((period, at) => edgeRows(networkAt(network, at), ids, naming, [period]))
		: edgeRows(networkAt(network, 0), ids, naming, []);
	const time: BundleField = {
		name: 'time',
		type: 'integer',
		description: 'period in which the tie holds, as in nodes.csv'
	};
	return {
		file: `edges-${key}.csv`,
		title: isDated ? `Ties by period: ${name}` : `Ties, the same in every period: ${name}`,
		fields: [
			{ name: 'source', type: 'string', description: 'who attends' },
			{ name: 'target', type: 'string', description: 'to whom' },
			{ name: 'weight', type: 'number', description: 'weight of the tie, not standardised' },
			...(isDated ? [time] : [])
		],
		rows: sortedIf(naming.isPseudonymous, rows),
		refers: ['source', 'target']
	};
}

function edgeRows(
	{ size, rowStart, column, value }: SparseMatrix,
	ids: readonly string[],
	naming: Naming,
	time: readonly number[]
): CsvCell[][] {
	const rows: CsvCell[][] = [];
	for (let row = 0; row < size; row += 1) {
		for (let at = rowStart[row]!; at < rowStart[row + 1]!; at += 1) {
			rows.push([naming.idOf(ids[row]!), naming.idOf(ids[column[at]!]!), value[at]!, ...time]);
		}
	}
	return rows;
}

/** Adoptions, one a row. */
export function adoptionTable({ panel, data }: FiledStudy, naming: Naming): BundleTable {
	const practice = data?.practice.slug ?? 'own';
	const rows = panel.ids.flatMap((id, row): CsvCell[][] => {
		const adopted = panel.adoptedAt[row]!;
		if (adopted === NEVER) return [];
		const spell = data?.units[row]?.spell.adoption ?? null;
		return [
			[
				naming.idOf(id),
				panel.periods[adopted]!,
				practice,
				panel.startKnown[row] === 1 ? 'on' : 'by',
				// The exact day would tell who it is.
				naming.isPseudonymous ? (spell?.startedOn?.slice(0, 7) ?? null) : (spell?.startedOn ?? null),
				naming.isPseudonymous ? (spell?.endedOn?.slice(0, 7) ?? null) : (spell?.endedOn ?? null),
				data?.units[row]?.isInferred ?? null
			]
		];
	});
	return {
		file: 'adoptions.csv',
		title: 'Adoptions, one a row; the first three columns suit NetworkInference::as_cascade_long',
		fields: [
			{ name: 'cascade_node_name', type: 'string', description: 'id of the body' },
			{ name: 'event_time', type: 'integer', description: 'period, as in nodes.csv' },
			{ name: 'cascade_id', type: 'string', description: 'the practice' },
			{ name: 'bound', type: 'string', description: 'on, or by: in place no later' },
			{
				name: 'started_on',
				type: 'string',
				description: 'date as exactly as it is given here: year, month or day'
			},
			{ name: 'ended_on', type: 'string', description: 'the same for the end; blank: goes on' },
			{
				name: 'is_inferred',
				type: 'boolean',
				description: 'whether the record is inferred rather than stated'
			}
		],
		rows: sortedIf(naming.isPseudonymous, rows),
		key: ['cascade_node_name', 'cascade_id'],
		refers: ['cascade_node_name']
	};
}
