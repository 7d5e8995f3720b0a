import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { Atlas } from '#lib/domain/atlas.ts';
import { THEME_WORDS } from '#lib/domain/indicators/indicator.ts';
import { isMemberStatus } from '#lib/domain/membership-status.ts';
import { rowsOf } from '#lib/domain/row-index.ts';
import { LIES_WITHIN, STAGES, TIE_KINDS } from '#lib/domain/vocabulary.ts';
import type { Stage } from '#lib/domain/vocabulary.ts';
import { comparisonGroup } from '#lib/peers/comparison-group.ts';
import { factsOfCode } from '#lib/peers/council-facts.ts';
import { councilType } from '#lib/councils/council-types.ts';
import { figure, subsetTable } from '#lib/peers/feature-table.ts';
import { ADOPTED_STAGES, furthest } from '#lib/peers/peer-adoption.ts';
import { indicatorPlaces } from '#lib/peers/place-among.ts';
import { writeFigure } from '#lib/domain/indicators/write-figure.ts';
import { statusOn } from '#lib/view/membership-spans.ts';
import { FROM_THE_OTHER_END } from '#lib/organisation/profile.ts';
import { spellFacts } from '#lib/view/spell-facts.ts';
import type { Selection } from '#lib/view/selection.ts';
import { placeHoldings } from './atlas-holdings.ts';
import { organisationsByCode } from './peer-organisations.ts';
import { compareFrameworks } from './place-profile.ts';
import type { Named } from './peer-practices.ts';

/** One council of a comparison. */
export interface ComparedCouncil {
	code: string;
	name: string;
	type: string;
	/** Whom its places are taken among. */
	group: string;
	slug: string | null;
	memberships: Named[];
	/** Ties to others that run, and that have ended; geography left out (counts). */
	ties: number;
	endedTies: number;
	/** Ties to others of this comparison from either end, those that run first; the end of those that do not. */
	tiedTo: { words: string; other: Named; until: string | null }[];
	links: Named[];
}

/** A figure and where it stands among the council's own type. */
export interface ComparedFigure {
	words: string;
	value: number | null;
	/** 0 the lowest of its type, 1 the highest; null where it is not published. */
	place: number | null;
	all: number[];
}

export interface ComparedIndicator {
	key: string;
	label: string;
	/** Heading that it stands under. */
	theme: string;
	/** Who publishes it, of when, under which licence. */
	source: string;
	log: boolean;
	/** One a council. */
	figures: ComparedFigure[];
}

export interface CouncilComparison {
	councils: ComparedCouncil[];
	indicators: ComparedIndicator[];
	/** Practices of at least one of them, with the stage of each; null where nothing is on record. */
	practices: (Named & { stages: (Stage | null)[] })[];
	/** What shows each framework in their places. */
	frameworks: ReturnType<typeof compareFrameworks>;
	/** Links that at least two of them are named in. */
	sharedLinks: (Named & { councils: string[] })[];
}

/** Sets councils side by side: figures among their own type, practices that do not stand apart, memberships, ties, learning. */
export function compareCouncils(
	selection: Selection,
	areas: AreasWire,
	codes: readonly string[]
): CouncilComparison {
	const { atlas } = selection;
	const organisations = organisationsByCode(atlas, areas);
	const placed = codes.flatMap((code) => {
		const found = factsOfCode(areas, atlas.areas, code);
		if (found === null) return [];
		const group = comparisonGroup(found.facts, found.row, 'type');
		const table = subsetTable(found.facts.table, group.rows);
		const own = group.rows.indexOf(found.row);
		return [{ code, ...found, group, table, own, places: indicatorPlaces(table) }];
	});
	const rows = placed.map(({ code }) => organisations.get(code) ?? null);
	const labels = new Map(
		placed.flatMap(({ facts }) => facts.indicators.map((indicator) => [indicator.column, indicator] as const))
	);
	const links = rows.map((row) => (row === null ? [] : linksOf(atlas, row)));
	return {
		councils: placed.map(({ code, facts, row, group }, at) => ({
			code,
			name: facts.areas[row]!.name,
			type: councilType(facts.areas[row]!.kind),
			group: group.name,
			slug: rows[at] === null ? null : atlas.organisations.slug[rows[at]!]!,
			memberships: rows[at] === null ? [] : membershipsOf(atlas, rows[at]!),
			...tiesOf(atlas, rows[at] ?? null, rows),
			links: links[at]!.map((link) => ({ slug: atlas.links[link]!.slug, name: atlas.links[link]!.title }))
		})),
		indicators: [...labels.values()].map((indicator) => ({
			key: indicator.key,
			label: indicator.label,
			theme: THEME_WORDS[indicator.theme],
			source: `${indicator.source}, ${indicator.vintage} (${indicator.licence})`,
			log: indicator.log,
			figures: placed.map(({ table, own, places }): ComparedFigure => {
				const at = table.columns.indexOf(indicator.column);
				if (at < 0) {
					return { words: 'cannot be worked out from districts', value: null, place: null, all: [] };
				}
				const value = figure(table, own, at);
				const { sorted, places: shares } = places[at]!;
				return { words: writeFigure(value, indicator), value, place: shares[own] ?? null, all: [...sorted] };
			})
		})),
		practices: practicesOf(selection, areas, rows),
		frameworks: compareFrameworks(
			atlas,
			areas,
			placed.map(({ code }) => code)
		),
		sharedLinks: sharedLinks(
			atlas,
			links,
			placed.map(({ facts, row }) => facts.areas[row]!.name)
		)
	};
}

function membershipsOf(atlas: Atlas, row: number): Named[] {
	const networks = new Set(
		Array.from(rowsOf(atlas.index.membershipsOfOrganisation, row))
			.filter((membership) => isMemberStatus(statusOn(atlas, membership, atlas.asOf)))
			.map((membership) => atlas.memberships.network[membership]!)
	);
	return [...networks].flatMap((network) => {
		const { slug, name, isSample } = atlas.networks[network]!;
		return isSample ? [] : [{ slug, name }];
	});
}

function tiesOf(
	{ ties, organisations, index, asOf }: Atlas,
	row: number | null,
	all: readonly (number | null)[]
): Pick<ComparedCouncil, 'ties' | 'endedTies' | 'tiedTo'> {
	if (row === null) return { ties: 0, endedTies: 0, tiedTo: [] };
	const begun = [
		...Array.from(rowsOf(index.tiesFrom, row), (tie) => ({ tie, other: ties.to[tie]!, isFrom: true })),
		...Array.from(rowsOf(index.tiesTo, row), (tie) => ({ tie, other: ties.from[tie]!, isFrom: false }))
	]
		.filter(({ tie }) => ties.kind[tie] !== LIES_WITHIN)
		.map((one) => ({ ...one, ...spellFacts(ties, one.tie, asOf) }))
		.filter(({ isRunning, hasEnded }) => isRunning || hasEnded);
	return {
		ties: begun.filter(({ isRunning }) => isRunning).length,
		endedTies: begun.filter(({ hasEnded }) => hasEnded).length,
		tiedTo: begun
			.filter(({ other }) => other !== row && all.includes(other))
			.sort((a, b) => Number(a.hasEnded) - Number(b.hasEnded))
			.map(({ tie, other, isFrom, hasEnded, until }) => {
				const kind = TIE_KINDS[ties.kind[tie]!]!;
				return {
					words: !isFrom && ties.directed[tie] === 1 ? FROM_THE_OTHER_END[kind] : kind,
					other: { slug: organisations.slug[other]!, name: organisations.name[other]! },
					until: hasEnded ? until : null
				};
			})
	};
}

function linksOf(atlas: Atlas, row: number): number[] {
	return [...new Set(atlas.index.linksOfOrganisation.get(row))].filter(
		(link) => !atlas.links[link]!.isSample
	);
}

/** What is done in each council's place, at the furthest stage; what stands beside the count is left out. */
function practicesOf(
	selection: Selection,
	areas: AreasWire,
	rows: readonly (number | null)[]
): CouncilComparison['practices'] {
	const { atlas } = selection;
	const holdings = placeHoldings(selection, areas);
	const stages = new Map<number, (Stage | null)[]>();
	for (let entry = 0; entry < holdings.organisation.length; entry += 1) {
		const at = rows.indexOf(holdings.organisation[entry]!);
		const stage = holdings.stage[entry] ?? null;
		if (at < 0 || stage === null || holdings.isBeside[entry] === true) continue;
		const practice = holdings.item[entry]!;
		const known = stages.get(practice) ?? rows.map(() => null);
		known[at] = furthest(stage, known[at]);
		stages.set(practice, known);
	}
	return [...stages]
		.map(([practice, reached]) => ({
			slug: atlas.practices[practice]!.slug,
			name: atlas.practices[practice]!.name,
			stages: reached
		}))
		.sort(
			(a, b) =>
				reachedBy(b.stages, ADOPTED_STAGES) - reachedBy(a.stages, ADOPTED_STAGES) ||
				reachedBy(b.stages, STAGES) - reachedBy(a.stages, STAGES) ||
				a.name.localeCompare(b.name, 'en-GB')
		);
}

/** How many have reached one of some stages. */
function reachedBy(stages: readonly (Stage | null)[], wanted: readonly Stage[]): number {
	return stages.filter((stage) => stage !== null && wanted.includes(stage)).length;
}

function sharedLinks(atlas: Atlas, links: readonly number[][], names: readonly string[]) {
	const councils = new Map<number, string[]>();
	links.forEach((own, at) => {
		for (const link of own) councils.set(link, [...(councils.get(link) ?? []), names[at]!]);
	});
	return [...councils]
		.filter(([, named]) => named.length > 1)
		.map(([link, named]) => ({
			slug: atlas.links[link]!.slug,
			name: atlas.links[link]!.title,
			councils: named
		}));
}
