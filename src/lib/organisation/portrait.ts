import type { Atlas } from '#lib/domain/atlas.ts';
import { sinceWhen } from '#lib/domain/counting.ts';
import { dayOrNull } from '#lib/domain/day.ts';
import type { Day } from '#lib/domain/day.ts';
import { rowsOf } from '#lib/domain/row-index.ts';
import { startInWords } from '#lib/domain/spell.ts';
import {
	CONFIDENCES,
	DATE_BOUNDS,
	DATE_PRECISIONS,
	LIES_WITHIN,
	ORGANISATION_KINDS
} from '#lib/domain/vocabulary.ts';
import type { OrganisationKind } from '#lib/domain/vocabulary.ts';
import { recordOfPractice } from '#lib/view/practices-of.ts';
import { spellFacts } from '#lib/view/spell-facts.ts';

/** A profile as a first glance has it: where, with whom and when. Tables below say the same and more. */
export interface Portrait {
	/** Hexagons around the organisation's own; null where it has no area on the grid. */
	place: { cells: PlaceCell[]; name: string; neighbours: string[] } | null;
	/** Those it is tied to today, geography left out: at most as many as can be drawn, and how many there are. */
	ties: { drawn: PortraitTie[]; all: number };
	/** When practices began and memberships, as far as the day or year is on record, the oldest first. */
	events: { day: Day; words: string }[];
}

export interface PlaceCell {
	q: number;
	r: number;
	/** 2 its own, 1 a neighbour, 0 further off. */
	nearness: 0 | 1 | 2;
}

export interface PortraitTie {
	slug: string;
	name: string;
	kind: OrganisationKind;
	isInferred: boolean;
}

/** How far around the own hexagon is drawn, in hexagons. */
const RADIUS = 5;
const MOST_TIES = 12;

/** The portrait of an organisation on the atlas's day. */
export function organisationPortrait(atlas: Atlas, row: number): Portrait {
	return { place: placeOf(atlas, row), ties: tiesOf(atlas, row), events: eventsOf(atlas, row) };
}

function placeOf({ areas, organisations }: Atlas, row: number): Portrait['place'] {
	const own = areas[organisations.area[row]!];
	if (own === undefined || own.hex === null) return null;
	const { hex, name } = own;
	const near = areas.flatMap((area) => {
		if (area.hex === null) return [];
		const steps = stepsBetween(hex, area.hex);
		return steps > RADIUS ? [] : [{ ...area.hex, name: area.name, steps }];
	});
	return {
		cells: near.map(({ q, r, steps }) => ({ q, r, nearness: steps === 0 ? 2 : steps === 1 ? 1 : 0 })),
		name,
		neighbours: near
			.filter(({ steps }) => steps === 1)
			.map((area) => area.name)
			.sort((a, b) => a.localeCompare(b, 'en-GB'))
	};
}

/** Steps from hexagon to hexagon on the grid, of which odd rows stand half a hexagon further east. */
export function stepsBetween(a: { q: number; r: number }, b: { q: number; r: number }): number {
	const across = ({ q, r }: { q: number; r: number }): number => q - (r - (r & 1)) / 2;
	const [dq, dr] = [across(b) - across(a), b.r - a.r];
	return Math.max(Math.abs(dq), Math.abs(dr), Math.abs(dq + dr));
}

function tiesOf({ ties, organisations, index, asOf }: Atlas, row: number): Portrait['ties'] {
	const found = new Map<number, PortraitTie>();
	const add = (tie: number, other: number): void => {
		if (ties.kind[tie] === LIES_WITHIN || other === row || !spellFacts(ties, tie, asOf).isRunning) return;
		const isInferred = CONFIDENCES[ties.confidence[tie]!] === 'inferred';
		const known = found.get(other);
		found.set(other, {
			slug: organisations.slug[other]!,
			name: organisations.name[other]!,
			kind: ORGANISATION_KINDS[organisations.kind[other]!]!,
			// Stated once is stated.
			isInferred: isInferred && (known?.isInferred ?? true)
		});
	};
	for (const tie of rowsOf(index.tiesFrom, row)) add(tie, ties.to[tie]!);
	for (const tie of rowsOf(index.tiesTo, row)) add(tie, ties.from[tie]!);
	const all = [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
	return { drawn: all.slice(0, MOST_TIES), all: all.length };
}

function eventsOf(atlas: Atlas, row: number): Portrait['events'] {
	const { adoptions, practices, memberships, networks, index, asOf } = atlas;
	const began = Array.from(rowsOf(index.adoptionsOfOrganisation, row)).flatMap((adoption) => {
		const practice = adoptions.practice[adoption]!;
		const since = sinceWhen(adoptions, adoption, 'adopted');
		if (since === null || since.day === null || recordOfPractice(atlas, practice) !== null) return [];
		return [{ day: since.day, words: `${practices[practice]!.name}, ${since.words}` }];
	});
	const joined = Array.from(rowsOf(index.membershipsOfOrganisation, row)).flatMap((membership) => {
		const day = dayOrNull(memberships.startedOn[membership]);
		const { name } = networks[memberships.network[membership]!]!;
		if (day === null) return [];
		// By a day tells when somebody was in, not when they came.
		const since = startInWords({
			startedOn: day,
			startedBound: DATE_BOUNDS[memberships.startedBound[membership]!]!,
			startedPrecision: DATE_PRECISIONS[memberships.startedPrecision[membership]!]!
		});
		return [{ day, words: `member of ${name}, ${since}` }];
	});
	return [...began, ...joined].filter(({ day }) => day <= asOf).sort((a, b) => a.day - b.day);
}
