import { dayOrNull, formatDay, parseDay, type Day } from '#lib/domain/day.ts';
import { isHandedOn } from '#lib/domain/counting.ts';
import { inheritedAdoptions, lineageOf } from '#lib/domain/lineage.ts';
import { rowsOf } from '#lib/domain/row-index.ts';
import { COUNCILS, type CouncilBody } from '#lib/councils/register.ts';
import { practiceHoldings } from '#lib/council-peers/atlas-holdings.ts';
import { select, type Selection } from '#lib/view/selection.ts';
import { countedStages, type Named } from '#lib/council-peers/peer-practices.ts';
import { adoptionFacts, type AdoptionFacts } from '#lib/view/spell-facts.ts';
import { named } from './predecessors.ts';
import type { Making } from './proposal.ts';

/** A council that was made from two or more before it. */
export interface MadeCouncil {
	body: CouncilBody;
	/** The day on which it began in this form; null where it is not on record. */
	on: Day | null;
	/** Those before it, county councils among them. */
	from: CouncilBody[];
	making: Making;
}

/** From this day on what happened to councils that were made is told one by one. */
export const RECENT: Day = parseDay('2019-01-01')!;

/**
 * The councils that were made from two or more others since 1974, as far as the register goes, the newest first.
 * A county council that went on as a unitary one when its districts ended was made from them and itself.
 */
export function madeCouncils(register: readonly CouncilBody[] = COUNCILS): MadeCouncil[] {
	const before = new Map<string, CouncilBody[]>();
	for (const body of register) {
		for (const id of body.successors) before.set(id, [...(before.get(id) ?? []), body]);
	}
	return register
		.flatMap((body): MadeCouncil[] => {
			const from = before.get(body.id) ?? [];
			const councils = from.filter(({ type }) => type !== 'combined authority');
			const wentOnAlone = body.formerGss.some((code) => code.startsWith('E10'));
			if (body.type === 'combined authority' || councils.length + (wentOnAlone ? 1 : 0) < 2) return [];
			const ended = councils.map(({ until }) => until).filter((until) => until !== null);
			return [
				{
					body,
					on: body.from ?? (ended.length === 0 ? null : Math.max(...ended)),
					from: councils,
					making: makingOf(councils, wentOnAlone)
				}
			];
		})
		.sort((a, b) => (b.on ?? 0) - (a.on ?? 0) || a.body.name.localeCompare(b.body.name, 'en-GB'));
}

function makingOf(from: readonly CouncilBody[], wentOnAlone: boolean): Making {
	if (wentOnAlone) return 'whole county';
	const counties = from.filter(({ type }) => type === 'county');
	if (counties.length === 0) return 'merger';
	return counties.some(({ successors }) => successors.length > 1) ? 'part of a county' : 'whole county';
}

/** A council to ask: it was made before, and does the practice or does not. */
export interface MadeHolder extends AdoptionFacts {
	council: Named;
	/** "1 Apr 2023". */
	made: string | null;
	making: Making;
	/** Whether it was made in the same way as the proposal. */
	isSameWay: boolean;
	/** The body before it, where what it does is only inherited; null where it has it on record itself. */
	inheritedFrom: Named | null;
	isCounted: boolean;
}

/** Councils that were made from others and do a practice. */
export interface WhoToAsk {
	/** Those made in the same way first, then the newest. */
	holders: MadeHolder[];
	/** Councils made in the same way that are there today, and how many of them do it by their own record. */
	of: number;
	count: number;
}

/** Who was made in the same way and does a practice: whom a new council can ask. */
export function whoToAsk({ atlas, view }: Selection, making: Making, practice: number): WhoToAsk {
	const there = madeCouncils().flatMap((made) => {
		const row = made.body.slug === null ? undefined : atlas.index.organisationBySlug.get(made.body.slug);
		return row === undefined || made.body.until !== null ? [] : [{ ...made, row }];
	});
	// The practice is asked for, a public record's too.
	const asked = { ...view, practices: [atlas.practices[practice]!.slug] };
	const holdings = practiceHoldings(select(atlas, asked));
	const { countFrom } = view;
	const counted = countedStages(countFrom);
	const holders = there.flatMap(({ row, on, making: way }) =>
		holdings.organisation.flatMap((holder, at): MadeHolder[] => {
			if (holder !== row || holdings.item[at] !== practice) return [];
			const stage = holdings.stage[at] ?? null;
			const by = holdings.by[at]!;
			return [
				{
					...adoptionFacts(atlas, holdings.adoption[at]!, atlas.asOf, countFrom),
					...(stage === null ? {} : { stage }),
					council: named(atlas, row),
					made: on === null ? null : formatDay(on),
					making: way,
					isSameWay: way === making,
					inheritedFrom: by === row ? null : named(atlas, by),
					isCounted: holdings.isBeside[at] !== true && stage !== null && counted.includes(stage)
				}
			];
		})
	);
	const same = there.filter(({ making: way }) => way === making);
	return {
		holders: holders.sort((a, b) => Number(b.isSameWay) - Number(a.isSameWay)),
		of: same.length,
		count: new Set(
			holders.filter(({ isSameWay, isCounted }) => isSameWay && isCounted).map(({ council }) => council.slug)
		).size
	};
}

/** What became of one practice of a predecessor. */
export interface PracticeFate extends Named {
	/** Who did it before, and since when. */
	before: { body: Named; since: string; stage: string }[];
	/**
	 * On record since the council began (or of it from before, where it took a name over), with the day from which it
	 * counts; null where nothing is recorded.
	 */
	now: { body: Named; since: string; stage: string; sourceUrl: string | null } | null;
	/** Recorded to have ended before the predecessor did. */
	hadEnded: boolean;
}

/** A council made since 2019 and what became of what was done before it. */
export interface MadeStory {
	council: Named;
	on: string;
	making: Making;
	from: Named[];
	/** Practices of those before it; empty where none is on record. */
	practices: PracticeFate[];
	/** How many of them are on record as going on. */
	wentOn: number;
	/** The last day on which the council's own record was confirmed; null where it never was. */
	confirmed: string | null;
	/** What it has been followed by; null while it is there. */
	until: string | null;
}

/**
 * What happened to the councils that were made since 2019, the newest first: only what is on record, public records
 * that were not asked for left out.
 */
export function madeStories(selection: Selection): MadeStory[] {
	const { atlas } = selection;
	const lineage = lineageOf(atlas);
	return madeCouncils().flatMap(({ body, on, making, from }): MadeStory[] => {
		if (on === null || on < RECENT || body.slug === null) return [];
		const row = atlas.index.organisationBySlug.get(body.slug);
		if (row === undefined) return [];
		const rows = from.flatMap(({ slug }) =>
			slug === null ? [] : (atlas.index.organisationBySlug.get(slug) ?? [])
		);
		const practices = fatesOf(selection, row, rows, inheritedAdoptions(atlas, row, lineage));
		const confirmed = dayOrNull(atlas.organisations.confirmedOn[row]);
		return [
			{
				council: named(atlas, row),
				on: formatDay(on),
				making,
				from: rows.map((before) => named(atlas, before)),
				practices,
				wentOn: practices.filter(({ now }) => now !== null).length,
				confirmed: confirmed === null ? null : formatDay(confirmed),
				until: body.until === null ? null : formatDay(body.until)
			}
		];
	});
}

function fatesOf(
	selection: Selection,
	row: number,
	before: readonly number[],
	inherited: readonly number[]
): PracticeFate[] {
	const {
		atlas,
		view: { countFrom }
	} = selection;
	const { adoptions, organisations, index, practices, asOf } = atlas;
	const facts = (adoption: number) => {
		const body = adoptions.organisation[adoption]!;
		const closed = dayOrNull(organisations.closedOn[body]);
		// What a body that is no more did is told as of its last day.
		const day = closed !== null && closed <= asOf ? closed - 1 : asOf;
		const { since, stage, sourceUrl } = adoptionFacts(atlas, adoption, day, countFrom);
		return { body: named(atlas, body), since, stage, sourceUrl };
	};
	const direct = before.flatMap((body) => [...rowsOf(index.adoptionsOfOrganisation, body)]);
	const theirs = [...new Set([...direct, ...inherited])];
	const byPractice = new Map<number, number[]>();
	for (const adoption of theirs) {
		const practice = adoptions.practice[adoption]!;
		if (practices[practice]!.isSample || selection.isApart(practice)) continue;
		byPractice.set(practice, [...(byPractice.get(practice) ?? []), adoption]);
	}
	return [...byPractice]
		.map(([practice, rows]): PracticeFate => {
			const { slug, name } = practices[practice]!;
			const own = [...rowsOf(index.adoptionsOfOrganisation, row)].find(
				(adoption) => adoptions.practice[adoption] === practice
			);
			return {
				slug,
				name,
				before: rows.map((adoption) => facts(adoption)),
				now: own === undefined ? null : facts(own),
				hadEnded: rows.every((adoption) => !isHandedOn(atlas, adoption))
			};
		})
		.sort((a, b) => Number(b.now !== null) - Number(a.now !== null) || a.name.localeCompare(b.name, 'en-GB'));
}
