import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { seedId } from './seed-id.ts';
import type { SeedRow, SeedTable } from './seed-table.ts';

type Line = Readonly<Record<string, string>>;
type Reference = (line: Line) => string | null;

interface SeedFile {
	/** Name of the file and of the table. */
	name: string;
	/** Columns that make the row's own key; absent where the table's key is in the file. */
	id?: readonly string[];
	/** The table's key where it has no id. */
	key?: readonly string[];
	/** Columns that point at other rows, by name in the table; the columns they are made from are left out. */
	references?: Readonly<Record<string, { from: readonly string[]; to: string }>>;
	/** What every row has and the file does not repeat. */
	constants?: SeedRow;
	/** Columns that stand in a table of their own, for fewer readers; only rows that have any. */
	apart?: { columns: readonly string[]; table: string; key: string };
}

const organisation = { from: ['organisation'], to: 'organisations' };
const network = { from: ['network'], to: 'networks' };
const practice = { from: ['practice'], to: 'practices' };
const link = { from: ['link'], to: 'learning_links' };
const characteristic = { from: ['network', 'position'], to: 'characteristics' };

/** The seed files in the order in which one row may point at another. */
const FILES: readonly SeedFile[] = [
	{ name: 'areas', key: ['code'] },
	{ name: 'area_codes', key: ['former_code', 'area_code'] },
	{ name: 'area_adjacency', key: ['area_a', 'area_b'] },
	{ name: 'networks', id: ['slug'] },
	{ name: 'milestones', id: ['network', 'happened_on', 'title'], references: { network_id: network } },
	{ name: 'frameworks', id: ['network', 'name'], references: { network_id: network } },
	{
		name: 'characteristics',
		id: ['network', 'position'],
		references: { framework_id: { from: ['network', 'framework'], to: 'frameworks' } }
	},
	{ name: 'organisations', id: ['slug'] },
	{
		name: 'organisation_identifiers',
		key: ['scheme', 'value'],
		references: { organisation_id: organisation }
	},
	{ name: 'organisation_names', id: ['organisation', 'name'], references: { organisation_id: organisation } },
	{
		name: 'organisation_successions',
		key: ['predecessor_id', 'successor_id'],
		references: {
			predecessor_id: { from: ['predecessor'], to: 'organisations' },
			successor_id: { from: ['successor'], to: 'organisations' }
		}
	},
	{
		name: 'practices',
		id: ['slug'],
		references: { network_id: network },
		constants: { status: 'published' }
	},
	{
		name: 'practice_characteristics',
		key: ['practice_id', 'characteristic_id'],
		references: { practice_id: practice, characteristic_id: characteristic }
	},
	{
		name: 'adoptions',
		id: ['organisation', 'practice'],
		references: {
			organisation_id: organisation,
			practice_id: practice,
			learned_from_organisation_id: { from: ['learned_from'], to: 'organisations' }
		}
	},
	{
		name: 'adoption_stages',
		id: ['organisation', 'practice', 'stage', 'reached_on'],
		references: { adoption_id: { from: ['organisation', 'practice'], to: 'adoptions' } }
	},
	{
		name: 'adoption_gaps',
		key: ['organisation_id', 'practice_id'],
		references: { organisation_id: organisation, practice_id: practice }
	},
	{
		name: 'memberships',
		id: ['network', 'organisation', 'started_on'],
		references: { network_id: network, organisation_id: organisation },
		apart: { columns: ['note'], table: 'membership_notes', key: 'membership_id' }
	},
	{
		name: 'associations',
		id: ['network', 'organisation', 'role'],
		references: { network_id: network, organisation_id: organisation }
	},
	{
		name: 'ties',
		id: ['from', 'to', 'kind', 'ended_on'],
		references: {
			from_organisation_id: { from: ['from'], to: 'organisations' },
			to_organisation_id: { from: ['to'], to: 'organisations' }
		}
	},
	{ name: 'learning_links', id: ['slug'], references: { network_id: network } },
	{
		name: 'learning_link_practices',
		key: ['link_id', 'practice_id'],
		references: { link_id: link, practice_id: practice }
	},
	{
		name: 'learning_link_characteristics',
		key: ['link_id', 'characteristic_id'],
		references: { link_id: link, characteristic_id: characteristic }
	},
	{
		name: 'learning_link_organisations',
		key: ['link_id', 'organisation_id', 'role'],
		references: { link_id: link, organisation_id: organisation }
	}
];

/** What a folder of seed files holds, ready to be written in this order. */
export interface Seeds {
	/** Areas and figures: the publishers' own, which nobody here changes. */
	reference: SeedTable[];
	/** Changes when a figure does. */
	referenceHash: string;
	/** Bodies and what is known of them: people's to keep once they are written. */
	facts: SeedTable[];
}

const REFERENCE = new Set(['areas', 'area_codes', 'area_adjacency']);

/** Reads the seed files of a folder. */
export function readSeeds(folder: string): Seeds {
	const lines = (name: string): Line[] =>
		Papa.parse<Line>(readFileSync(join(folder, `${name}.csv`), 'utf8'), {
			header: true,
			skipEmptyLines: true
		}).data;
	const tables = (isReference: boolean) =>
		FILES.filter(({ name }) => REFERENCE.has(name) === isReference).flatMap((file) =>
			parted(tableOf(file, lines(file.name)), file.apart)
		);
	const reference = [...tables(true), ...indicatorTables(lines('indicators'), lines('indicator_values'))];
	return {
		reference,
		referenceHash: createHash('sha256').update(JSON.stringify(reference)).digest('hex'),
		facts: tables(false)
	};
}

function tableOf({ name, id, key, references = {}, constants }: SeedFile, lines: readonly Line[]): SeedTable {
	const used = new Set(Object.values(references).flatMap(({ from }) => from));
	const resolvers = Object.entries(references).map(
		([column, reference]) => [column, resolver(reference)] as const
	);
	const own = (line: Line) => Object.entries(line).filter(([column]) => !used.has(column));
	return {
		table: name,
		key: key ?? ['id'],
		rows: lines.map((line) => ({
			...(id === undefined ? {} : { id: seedId(name, ...id.map((column) => line[column] ?? '')) }),
			...Object.fromEntries(resolvers.map(([column, resolve]) => [column, resolve(line)])),
			...Object.fromEntries(own(line).map(([column, text]) => [column, text === '' ? null : text])),
			...constants
		}))
	};
}

/** A table without what stands apart, and the table of that. */
function parted(table: SeedTable, apart: SeedFile['apart']): SeedTable[] {
	if (apart === undefined) return [table];
	const split = (row: SeedRow, wanted: boolean) =>
		Object.fromEntries(Object.entries(row).filter(([column]) => apart.columns.includes(column) === wanted));
	return [
		{ ...table, rows: table.rows.map((row) => split(row, false)) },
		{
			table: apart.table,
			key: [apart.key],
			rows: table.rows
				.map((row) => ({ [apart.key]: row['id'] ?? null, ...split(row, true) }))
				.filter((row) => apart.columns.some((column) => row[column] !== null))
		}
	];
}

function resolver({ from, to }: { from: readonly string[]; to: string }): Reference {
	return (line) => {
		const words = from.map((column) => line[column] ?? '');
		return words.includes('') ? null : seedId(to, ...words);
	};
}

/** Values stand one column per indicator in the file and one row per indicator and area in the table. */
function indicatorTables(indicators: readonly Line[], values: readonly Line[]): SeedTable[] {
	const periods = new Map(indicators.map((line) => [line['slug'] ?? '', line['period'] ?? '']));
	return [
		{
			table: 'indicators',
			key: ['slug'],
			rows: indicators.map(({ period: _period, ...line }) =>
				Object.fromEntries(Object.entries(line).map(([column, text]) => [column, text === '' ? null : text]))
			)
		},
		{
			table: 'indicator_values',
			key: ['indicator_slug', 'area_code', 'period'],
			rows: values.flatMap((line) =>
				[...periods].flatMap(([indicator_slug, period]) => {
					const value = line[indicator_slug] ?? '';
					return value === '' ? [] : [{ indicator_slug, area_code: line['area_code'] ?? '', period, value }];
				})
			)
		}
	];
}
