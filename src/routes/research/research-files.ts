import { NEVER, type Panel } from '#lib/analysis/panel/panel.ts';
import { networkAt } from '#lib/analysis/sparse/sparse-matrix.ts';
import type { StudyData } from '#lib/analysis/study/study-data.ts';
import type { StudyUnit } from '#lib/analysis/study/study-units.ts';
import type { StudyNetwork } from '#lib/analysis/study/study-networks.ts';
import type { CsvCell } from '#lib/exchange/csv.ts';
import type { BundleField, BundleTable, ResearchBundle } from '#lib/exchange/research-bundle.ts';

/** A study as it goes into files. */
export interface FiledStudy {
	panel: Panel;
	names: readonly string[];
	networks: readonly StudyNetwork[];
	/** Dates and places; null for tables of one's own. */
	data: StudyData | null;
	/** What periods are: "month", "year" or "period". */
	unit: string;
	results: unknown;
	permutations: number;
	seed: number;
}

/** What the files say about themselves. */
export interface BundleWords {
	title: string;
	name: string;
	notes: readonly string[];
	address: string;
	createdOn: string;
	terms: string | null;
}

/** Names a body in the files: its own id, or a pseudonym, and then nothing that tells it. */
export interface Naming {
	idOf: (id: string) => string;
	isPseudonymous: boolean;
}

export const OWN_NAMES: Naming = { idOf: (id) => id, isPseudonymous: false };

/** Turns a study into a bundle. */
export function researchBundleOf(
	study: FiledStudy,
	words: BundleWords,
	naming: Naming,
	extra: readonly BundleTable[] = []
): ResearchBundle {
	const periods = study.panel.periods;
	const edges = study.networks.map((network) => edgeTable(network, study.panel.ids, naming));
	return {
		...words,
		sources: sourcesOf(study.data),
		licence:
			study.data === null || naming.isPseudonymous
				? null
				: {
						name: 'CC-BY-4.0',
						title: 'Creative Commons Attribution 4.0',
						path: 'https://creativecommons.org/licenses/by/4.0/'
					},
		tables: [nodeTable(study, naming), ...edges, adoptionTable(study, naming), ...extra],
		results: study.results,
		script: {
			first: periods[0]!,
			last: periods.at(-1)!,
			groupColumn: study.data === null ? null : 'type',
			permutations: study.permutations,
			seed: study.seed,
			networks: study.networks.map(({ name, meaning }, at) => ({ file: edges[at]!.file, name, meaning }))
		}
	};
}

const PERIOD_MEANING: Record<string, string> = {
	month: '12 × year + month − 1, so that July 2019 is 24234',
	year: 'the calendar year',
	period: 'as in the table that was brought'
};

function nodeTable({ panel, names, data, unit }: FiledStudy, naming: Naming): BundleTable {
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
		{ name: 'ended', type: 'integer', description: 'first period without the practice again' }
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
			...(naming.isPseudonymous ? [] : [names[row]!]),
			...(unitOf === undefined ? [] : placed(unitOf)),
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

/** Fewest bodies that may share what a pseudonymous row tells. */
const FEWEST_ALIKE = 5;

/** Kind, type, region and nation; under pseudonyms without the place where fewer than five bodies share it. */
function placing(units: readonly Placed[], isPseudonymous: boolean): (unit: Placed) => CsvCell[] {
	const keyOf = ({ type, region }: Placed): string => `${type}|${region ?? ''}`;
	const sizes = new Map<string, number>();
	for (const unit of units) sizes.set(keyOf(unit), (sizes.get(keyOf(unit)) ?? 0) + 1);
	return (unit) =>
		isPseudonymous && sizes.get(keyOf(unit))! < FEWEST_ALIKE
			? [unit.kind, null, null, null]
			: [unit.kind, unit.type, unit.region, unit.nation];
}

/** The order of records tells who is who; that of pseudonyms tells nothing. */
function sortedIf(isNeeded: boolean, rows: CsvCell[][]): CsvCell[][] {
	return isNeeded ? rows.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)) : rows;
}

function edgeTable(
	{ key, name, network }: StudyNetwork,
	ids: readonly string[],
	naming: Naming
): BundleTable {
	const { size, rowStart, column, value } = networkAt(network, 0);
	const rows: CsvCell[][] = [];
	for (let row = 0; row < size; row += 1) {
		for (let at = rowStart[row]!; at < rowStart[row + 1]!; at += 1) {
			rows.push([naming.idOf(ids[row]!), naming.idOf(ids[column[at]!]!), value[at]!]);
		}
	}
	return {
		file: `edges-${key}.csv`,
		title: `Ties: ${name}`,
		fields: [
			{ name: 'source', type: 'string', description: 'who attends' },
			{ name: 'target', type: 'string', description: 'to whom' },
			{ name: 'weight', type: 'number', description: 'weight of the tie, not standardised' }
		],
		rows: sortedIf(naming.isPseudonymous, rows),
		refers: ['source', 'target']
	};
}

function adoptionTable({ panel, data }: FiledStudy, naming: Naming): BundleTable {
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

function sourcesOf(data: StudyData | null): ResearchBundle['sources'] {
	if (data === null) return [{ title: 'Tables of one’s own, read in the browser' }];
	const councils = {
		title:
			'Councils, borders and figures: Office for National Statistics, Open Government Licence v3; mySociety, CC BY 4.0',
		path: 'https://github.com/mysociety/uk_local_authority_names_and_codes'
	};
	const records = {
		title: `Goodways: records of “${data.practice.name}” as of ${data.asOf}; each names its own source`
	};
	return data.practice.slug === 'climate-emergency-declaration'
		? [
				{
					title: 'Declarations: mySociety and Climate Emergency UK, CC BY 4.0',
					path: 'https://github.com/mysociety/la-plans-promises'
				},
				councils,
				records
			]
		: [records, councils];
}
