import { indicatorKey, THEME_WORDS } from '#lib/domain/indicators/indicator.ts';
import { isoDay } from '#lib/domain/day.ts';
import type { MadeStory, WhoToAsk } from './made-before.ts';
import type { ProposalReading } from './reading.ts';

/** What may stand in a cell; null is an empty one. */
export type Cell = string | number | boolean | null;

/** One subject of the proposals, a row each. */
export interface ProposalTable {
	/** Short, as a sheet or a key. */
	name: string;
	columns: readonly string[];
	rows: readonly (readonly Cell[])[];
}

/** What is said beside the proposals themselves. */
export interface Beside {
	/** The practice that was chosen, and who of those made in the same way does it, one a proposal. */
	ask: readonly ({ practice: string; answer: WhoToAsk } | null)[];
	stories: readonly MadeStory[];
}

/** All that is said of some proposals, as tables whose rows name their proposal. */
export function proposalTables(
	readings: readonly ProposalReading[],
	{ ask, stories }: Beside
): ProposalTable[] {
	const each = (rowsOf: (reading: ProposalReading, at: number) => Cell[][]) =>
		readings.flatMap((reading, at) => rowsOf(reading, at).map((row) => [reading.proposal.name, ...row]));
	return [
		{
			name: 'proposals',
			columns: [
				'proposal',
				'type',
				'begins',
				'begins_precision',
				'areas',
				'made_from',
				'compared_with',
				'compared_councils',
				'figures_compared',
				'approximate_share_percent',
				'stand_in_share_percent',
				'left_the_first_ten_without_approximate',
				'entered_the_first_ten_without_approximate',
				'universe',
				'model'
			],
			rows: each(({ proposal, type, parts, making, peers }) => [
				[
					type,
					proposal.day === null ? null : isoDay(proposal.day.day),
					proposal.day?.precision ?? null,
					parts.length,
					making,
					peers.group.name,
					peers.group.rows.length - 1,
					peers.finding.counted,
					percent(peers.approximateShare),
					percent(peers.standInShare),
					peers.withoutApproximate?.left.join('; ') ?? null,
					peers.withoutApproximate?.entered.join('; ') ?? null,
					peers.finding.version?.universe ?? null,
					peers.finding.version?.model ?? null
				]
			])
		},
		{
			name: 'areas',
			columns: ['proposal', 'area_code', 'area', 'type', 'region'],
			rows: each(({ parts }) => parts.map(({ code, name, type, region }) => [code, name, type, region]))
		},
		{
			name: 'figures',
			columns: [
				'proposal',
				'indicator',
				'label',
				'theme',
				'value',
				'unit',
				'how',
				'how_in_words',
				'lowest_area',
				'lowest',
				'highest_area',
				'highest',
				'vintage',
				'source',
				'licence'
			],
			rows: each(({ figures }) =>
				figures.map(({ indicator, value, making, made, range }) => [
					indicatorKey(indicator.column),
					indicator.label,
					THEME_WORDS[indicator.theme],
					value,
					indicator.unit,
					making,
					made,
					range?.least.name ?? null,
					range?.least.value ?? null,
					range?.most.name ?? null,
					range?.most.value ?? null,
					indicator.vintage,
					indicator.source,
					indicator.licence
				])
			)
		},
		{
			name: 'weights',
			columns: ['proposal', 'indicator', 'label', 'weight', 'is_approximate'],
			rows: each(({ peers }) =>
				peers.facts.indicators.map(({ key, label }, at) => [
					key,
					label,
					peers.weights[at] ?? 0,
					peers.approximate.includes(label)
				])
			)
		},
		{
			name: 'peers',
			columns: [
				'proposal',
				'rank',
				'code',
				'council',
				'type',
				'region',
				'similarity_percent',
				'distance',
				'indicators_shared',
				'alike_where_few_are',
				'least_alike'
			],
			rows: each(({ peers }) =>
				peers.finding.peers.map((peer) => [
					peer.rank,
					peer.code,
					peer.name,
					peer.type,
					peer.region,
					Math.round(peer.similarity * 10) / 10,
					peer.distance,
					peer.shared,
					peer.alike.map(({ sentence }) => sentence).join('; '),
					peer.unlike.map(({ sentence }) => sentence).join('; ')
				])
			)
		},
		{
			name: 'peers_lost',
			columns: [
				'proposal',
				'area_code',
				'area',
				'compared_with',
				'peer_code',
				'peer',
				'what_becomes_of_it',
				'rank_for_the_new_council'
			],
			rows: each(({ losses }) =>
				losses.flatMap(({ code, name, group, peers }) =>
					peers.map((peer) => [code, name, group, peer.code, peer.name, peer.fate, peer.rank])
				)
			)
		},
		{
			name: 'practices',
			columns: [
				'proposal',
				'practice',
				'practice_name',
				'reach',
				'done_by',
				'out_of',
				'evidence',
				'council',
				'stage',
				'since',
				'inherited_from',
				'counts',
				'evidence_url',
				'source_url'
			],
			rows: each(({ inheritance }) =>
				inheritance.practices.flatMap(({ slug, name, reach, count, of, evidenceLevel, from }) =>
					from.map((one) => [
						slug,
						name,
						reach,
						count,
						of,
						evidenceLevel,
						one.body.name,
						one.stage,
						one.since,
						one.inheritedFrom?.name ?? null,
						one.isCounted,
						one.evidenceUrl,
						one.sourceUrl
					])
				)
			)
		},
		{
			name: 'memberships',
			columns: ['proposal', 'network', 'network_name', 'member'],
			rows: each(({ inheritance }) =>
				inheritance.memberships.flatMap(({ slug, name, members }) =>
					members.map((member) => [slug, name, member.name])
				)
			)
		},
		{
			name: 'ties',
			columns: ['proposal', 'council', 'tie', 'other', 'since', 'is_among_those_that_join', 'source_url'],
			rows: each(({ inheritance: { ties, within } }) => [
				...ties.map((tie) => [tie.body.name, tie.words, tie.other.name, tie.since, false, tie.sourceUrl]),
				...within.map((tie) => [tie.body.name, tie.words, tie.other.name, tie.since, true, tie.sourceUrl])
			])
		},
		{
			name: 'learning',
			columns: ['proposal', 'link', 'title', 'kind', 'named_in_it'],
			rows: each(({ inheritance }) =>
				inheritance.links.map(({ slug, name, kind, by }) => [
					slug,
					name,
					kind,
					by.map((one) => one.name).join('; ')
				])
			)
		},
		{
			name: 'who_to_ask',
			columns: [
				'proposal',
				'practice',
				'council',
				'made',
				'made_from',
				'made_in_the_same_way',
				'stage',
				'since',
				'inherited_from',
				'counts',
				'source_url'
			],
			rows: each((_, at) =>
				(ask[at]?.answer.holders ?? []).map((holder) => [
					ask[at]!.practice,
					holder.council.name,
					holder.made,
					holder.making,
					holder.isSameWay,
					holder.stage,
					holder.since,
					holder.inheritedFrom?.name ?? null,
					holder.isCounted,
					holder.sourceUrl
				])
			)
		},
		{
			name: 'made_since_2019',
			columns: [
				'council',
				'made',
				'made_from',
				'before_it',
				'practice',
				'done_before_by',
				'on_record_since_it_began',
				'stage',
				'note'
			],
			rows: stories.flatMap(({ council, on, making, from, practices }) => {
				const own = [council.name, on, making, from.map(({ name }) => name).join('; ')];
				if (practices.length === 0)
					return [[...own, null, null, null, null, 'no practice of those before it is on record']];
				return practices.map(({ name, before, now, hadEnded }) => [
					...own,
					name,
					before.map(({ body, since }) => `${body.name} (${since})`).join('; '),
					now?.since ?? null,
					now?.stage ?? null,
					now !== null ? null : hadEnded ? 'ended before the council was made' : 'not recorded'
				]);
			})
		}
	];
}

/** A table of all tables: the name of each row's own, and every column that any has. */
export function oneTable(tables: readonly ProposalTable[]): ProposalTable {
	const columns = ['table', ...new Set(tables.flatMap((table) => table.columns))];
	return {
		name: 'all',
		columns,
		rows: tables.flatMap(({ name, columns: own, rows }) =>
			rows.map((row) =>
				columns.map((column) => (column === 'table' ? name : (row[own.indexOf(column)] ?? null)))
			)
		)
	};
}

/** A table's rows as records by column. */
export function recordsOf({ columns, rows }: ProposalTable): Record<string, Cell>[] {
	return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null])));
}

function percent(share: number): number {
	return Math.round(share * 1000) / 10;
}
