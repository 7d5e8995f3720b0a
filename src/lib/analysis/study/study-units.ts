import type { Area, Atlas } from '#lib/domain/atlas.ts';
import { sinceWhen } from '#lib/domain/counting.ts';
import { dayOrNull, isoDay, type Day } from '#lib/domain/day.ts';
import { rowsOf } from '#lib/domain/row-index.ts';
import { CONFIDENCES, DATE_PRECISIONS, LIES_WITHIN, ORGANISATION_KINDS } from '#lib/domain/vocabulary.ts';
import type { AdoptionSpell } from '../panel/spells.ts';
import type { Population, StudyChoice } from './study-choice.ts';

/** Type of a council that covers a county and has no area of its own in the register. */
export const COUNTY_COUNCIL = 'county_council';

/** One body under study, as it was: predecessors until they closed, successors from their creation. */
export interface StudyUnit {
	/** Slug of the organisation; its id in every table. */
	id: string;
	name: string;
	kind: string;
	/** Type of council, or the kind of organisation where it is none. */
	type: string;
	/** Code of the area whose council it is: `null` for other bodies, and where the area is its successor's. */
	area: string | null;
	region: string | null;
	nation: string | null;
	/** County that its area lies in; `null` as for `area`. */
	county: string | null;
	combinedAuthority: string | null;
	/** Degrees; `null` where not located. */
	longitude: number | null;
	latitude: number | null;
	spell: AdoptionSpell;
	/** Whether the adoption is inferred rather than stated; `null` without adoption. */
	isInferred: boolean | null;
}

/** Row numbers of the organisations that a study is about, in the atlas's order. */
export function populationRows(atlas: Atlas, population: Population): number[] {
	const { organisations, index } = atlas;
	const network = population.network === null ? undefined : index.networkBySlug.get(population.network);
	const showsSample = network !== undefined && atlas.networks[network]!.isSample;
	const members = network === undefined ? null : membersEver(atlas, network);
	const rows: number[] = [];
	for (let row = 0; row < organisations.count; row += 1) {
		if (organisations.isSample[row] === 1 && !showsSample) continue;
		if (members !== null && !members.has(row)) continue;
		if (isIn(population, describe(atlas, row), locatedIn(atlas, row), organisations.slug[row]!))
			rows.push(row);
	}
	return rows;
}

function isIn(population: Population, body: Description, place: string | null, slug: string): boolean {
	const any = <Item>(wanted: readonly Item[], has: (item: Item) => boolean): boolean =>
		wanted.length === 0 || wanted.some(has);
	return (
		any(population.kinds, (kind) => kind === body.kind) &&
		any(population.councilTypes, (type) => type === body.type) &&
		any(population.places, (place) => place === body.region || place === body.nation) &&
		any(population.areas, (code) => code === place) &&
		any(population.selection, (wanted) => wanted === slug)
	);
}

/** Everyone who is or was a member; those only invited are not. */
function membersEver(atlas: Atlas, network: number): Set<number> {
	const { memberships } = atlas;
	const rows = [...rowsOf(atlas.index.membershipsOfNetwork, network)].filter(
		(row) => dayOrNull(memberships.startedOn[row]) !== null || dayOrNull(memberships.invitedOn[row]) === null
	);
	return new Set(rows.map((row) => memberships.organisation[row]!));
}

/** Code of the area where a body is, whoever its council is; `null` for a closed one, whose area is its successor's. */
function locatedIn({ areas, organisations }: Atlas, row: number): string | null {
	if (dayOrNull(organisations.closedOn[row]) !== null) return null;
	return areas[organisations.area[row]!]?.code ?? null;
}

type Description = Omit<StudyUnit, 'spell' | 'isInferred' | 'id' | 'name'>;

function describe(atlas: Atlas, row: number): Description {
	const { organisations } = atlas;
	const kind = ORGANISATION_KINDS[organisations.kind[row]!]!;
	const isClosed = dayOrNull(organisations.closedOn[row]) !== null;
	// A charity in a borough has neither its borders nor its figures; nor has a council that closed those of
	// the successor whose area it shares on record.
	const isOwner = kind === 'council' && !isClosed;
	const own = atlas.areas[organisations.area[row]!] ?? null;
	const around = own ?? districtWithin(atlas, row);
	const type = kind !== 'council' ? kind : own !== null && !isClosed ? own.kind : formerType(own);
	const [longitude, latitude] = [organisations.lon[row]!, organisations.lat[row]!];
	return {
		kind,
		type,
		area: isOwner ? (own?.code ?? null) : null,
		region: around?.region ?? null,
		nation: around?.nation ?? null,
		county: isOwner ? (own?.county ?? null) : null,
		combinedAuthority: isClosed ? null : (own?.combinedAuthority ?? null),
		longitude: Number.isNaN(longitude) ? null : longitude,
		latitude: Number.isNaN(latitude) ? null : latitude
	};
}

/** Councils that closed with an area on record were districts; without one, county councils. */
function formerType(own: Area | null): string {
	return own === null ? COUNTY_COUNCIL : 'non_metropolitan_district';
}

/** Some district of a county council: enough to tell its region. */
function districtWithin(atlas: Atlas, row: number): Area | null {
	for (const tie of rowsOf(atlas.index.tiesTo, row)) {
		if (atlas.ties.kind[tie] !== LIES_WITHIN) continue;
		const area = atlas.areas[atlas.organisations.area[atlas.ties.from[tie]!]!];
		if (area !== undefined) return area;
	}
	return null;
}

/**
 * One organisation as a unit of a study.
 *
 * @param practice row of the practice
 */
export function studyUnit(atlas: Atlas, row: number, practice: number, choice: StudyChoice): StudyUnit {
	const { organisations, adoptions } = atlas;
	const adoption = adoptionOf(atlas, row, practice, choice);
	const since = adoption === null ? null : sinceWhen(adoptions, adoption, choice.countFrom);
	const iso = (day: Day | null): string | null => (day === null ? null : isoDay(day));
	return {
		id: organisations.slug[row]!,
		name: organisations.name[row]!,
		...describe(atlas, row),
		spell: {
			id: organisations.slug[row]!,
			adoption:
				adoption === null || since === null
					? null
					: {
							startedOn: since.day === null ? null : isoDay(since.day).slice(0, LETTERS[since.precision]),
							bound: since.bound,
							endedOn: dateText(adoptions.endedOn[adoption], adoptions.endedPrecision[adoption])
						},
			foundedOn: iso(dayOrNull(organisations.foundedOn[row])),
			closedOn: iso(dayOrNull(organisations.closedOn[row]))
		},
		isInferred: adoption === null ? null : isInferredAdoption(atlas, adoption)
	};
}

function adoptionOf(
	atlas: Atlas,
	row: number,
	practice: number,
	choice: Pick<StudyChoice, 'countFrom'>
): number | null {
	const { adoptions } = atlas;
	const found = [...rowsOf(atlas.index.adoptionsOfOrganisation, row)].filter(
		(adoption) =>
			adoptions.practice[adoption] === practice && sinceWhen(adoptions, adoption, choice.countFrom) !== null
	);
	return found.find((adoption) => !isInferredAdoption(atlas, adoption)) ?? found[0] ?? null;
}

/** Whether an adoption follows from a source rather than being stated by it. */
export function isInferredAdoption({ adoptions }: Atlas, adoption: number): boolean {
	return CONFIDENCES[adoptions.confidence[adoption]!] === 'inferred';
}

const LETTERS = { year: 4, month: 7, day: 10 } as const;

/** A stored day as only as exact as it is known; `null` where there is none. */
export function dateText(stored: number | undefined, precision: number | undefined): string | null {
	const day = dayOrNull(stored);
	return day === null ? null : isoDay(day).slice(0, LETTERS[DATE_PRECISIONS[precision ?? 0] ?? 'day']);
}
