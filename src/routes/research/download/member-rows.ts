import { inSharedGroups } from '#lib/analysis/study/small-groups.ts';
import type { Atlas } from '#lib/domain/atlas.ts';
import { dayOrNull, isoDay } from '#lib/domain/day.ts';
import { rowsOf } from '#lib/domain/row-index.ts';
import { CONFIDENCES, ORGANISATION_KINDS } from '#lib/domain/vocabulary.ts';
import type { CsvCell } from '#lib/exchange/csv.ts';
import type { BundleTable } from '#lib/exchange/research-bundle.ts';
import { statusOn } from '#lib/view/membership-spans.ts';

/** One row a membership of a network, with codes for names, months for days, and no place that few share. */
export function memberRows(atlas: Atlas, slug: string, idOf: (id: string) => string): BundleTable {
	const network = atlas.index.networkBySlug.get(slug);
	const rows = network === undefined ? [] : [...rowsOf(atlas.index.membershipsOfNetwork, network)];
	const { memberships, organisations } = atlas;
	const month = (stored: number | undefined): string | null => {
		const day = dayOrNull(stored);
		return day === null ? null : isoDay(day).slice(0, 7);
	};
	const described = rows.map((row) => {
		const organisation = memberships.organisation[row]!;
		const kind = ORGANISATION_KINDS[organisations.kind[organisation]!]!;
		const region = atlas.areas[organisations.area[organisation]!]?.region ?? null;
		return { row, organisation, kind, region };
	});
	const isShared = inSharedGroups(described.map(({ kind, region }) => `${kind}|${region ?? ''}`));
	const cells = described.map(({ row, organisation, kind, region }, at): CsvCell[] => [
		idOf(organisations.slug[organisation]!),
		kind,
		isShared[at]! ? region : null,
		month(memberships.startedOn[row]),
		month(memberships.endedOn[row]),
		statusOn(atlas, row, atlas.asOf),
		CONFIDENCES[memberships.confidence[row]!] === 'inferred'
	]);
	return {
		file: 'members.csv',
		title: 'Memberships of the network, one a row',
		fields: [
			{
				name: 'id',
				type: 'string',
				description: 'pseudonym, the same as in nodes.csv where the body is studied'
			},
			{ name: 'kind', type: 'string', description: 'kind of organisation' },
			{
				name: 'region',
				type: 'string',
				description: 'region; blank where fewer than five members share kind and region'
			},
			{ name: 'joined', type: 'string', description: 'year and month; blank where not recorded' },
			{ name: 'left', type: 'string', description: 'year and month; blank: still a member' },
			{
				name: 'status',
				type: 'string',
				description: 'invited, new, current, grace, lapsed or left on the day of the records'
			},
			{
				name: 'is_inferred',
				type: 'boolean',
				description: 'whether the record is inferred rather than stated'
			}
		],
		rows: cells.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))
	};
}
