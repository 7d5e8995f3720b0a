import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { Atlas } from '#lib/domain/atlas.ts';
import { beganWhen, isSilent, sinceWhen, stageOn } from '#lib/domain/counting.ts';
import { dayOrNull } from '#lib/domain/day.ts';
import { inheritedAdoptions, lineageOf } from '#lib/domain/lineage.ts';
import { linkDay } from '#lib/domain/link-day.ts';
import { rowsOf } from '#lib/domain/row-index.ts';
import { LIES_WITHIN, STAGES } from '#lib/domain/vocabulary.ts';
import type { Stage } from '#lib/domain/vocabulary.ts';
import type { Holdings } from '#lib/peers/peer-adoption.ts';
import type { Selection } from '#lib/view/selection.ts';
import { organisationsByCode } from './peer-organisations.ts';

/** Why a holding is a holder's: it does it, somebody in its area does, or it stands beside the count. */
export type Through = 'own' | 'here' | 'inherited' | 'county';

/** Holdings of practices, with the row of each adoption and who does it. */
export interface PracticeHoldings extends Holdings {
	organisation: number[];
	item: number[];
	stage: (Stage | null)[];
	/** Row in the atlas's adoptions. */
	adoption: number[];
	/** Row of the organisation whose doing it is: the holder's own, or another's in its place. */
	by: number[];
	through: Through[];
}

/**
 * Who does which practice on the atlas's day, each organisation for itself, sample data and what stands apart left
 * out. A council that took over from others is shown with what they handed on, unless it has a record of its own;
 * that is beside the count, as the rule of *who* has it.
 *
 * @param selection says which public records are asked for, and whether what was handed on is shown
 */
export function practiceHoldings(selection: Selection): PracticeHoldings {
	const { atlas, view } = selection;
	const { successions, adoptions } = atlas;
	const holdings = new HoldingList(selection);
	for (let row = 0; row < adoptions.count; row += 1) holdings.add(adoptions.organisation[row]!, row, 'own');
	const own = new Map<number, Set<number>>();
	holdings.list.organisation.forEach((holder, at) => {
		own.set(holder, (own.get(holder) ?? new Set()).add(holdings.list.item[at]!));
	});
	if (!view.inherited) return holdings.list;
	const lineage = lineageOf(atlas);
	for (const successor of new Set(successions.map((step) => step.successor))) {
		const has = own.get(successor) ?? new Set<number>();
		for (const row of inheritedAdoptions(atlas, successor, lineage)) {
			const practice = adoptions.practice[row]!;
			if (!has.has(practice) && holdings.add(successor, row, 'inherited')) has.add(practice);
		}
	}
	return holdings.list;
}

/**
 * The same by place, for councils that are compared as places: a council's area holds what whoever sits in it
 * does, as the rule of *where* has it; what its county council does, and what it inherited, is beside the count.
 * A county or combined authority holds what it does itself and what is done in its districts.
 *
 * @returns holders are the organisations that stand for the places, as `organisationsByCode` has them
 */
export function placeHoldings(selection: Selection, figures: AreasWire): PracticeHoldings {
	const { atlas } = selection;
	const { areas, organisations, index, ties } = atlas;
	const standFor = organisationsByCode(atlas, figures);
	const upperOf = new Map<string, number[]>();
	for (const { code, districts } of figures.upper) {
		const above = standFor.get(code);
		if (above === undefined) continue;
		for (const district of districts) {
			const area = figures.codes[district]!;
			upperOf.set(area, [...(upperOf.get(area) ?? []), above]);
		}
	}
	const all = practiceHoldings(selection);
	const holdings = new HoldingList(selection);
	all.adoption.forEach((row, at) => {
		const holder = all.organisation[at]!;
		const through = all.through[at]!;
		holdings.add(holder, row, through);
		if (through !== 'own') return;
		const area = areas[organisations.area[holder]!];
		if (area === undefined) return;
		const places = [area.council, ...(upperOf.get(area.code) ?? [])];
		for (const place of new Set(places)) {
			if (place !== null && place !== holder) holdings.add(place, row, 'here');
		}
	});
	for (const { council } of areas) {
		if (council === null) continue;
		for (const tie of rowsOf(index.tiesFrom, council)) {
			if (ties.kind[tie] !== LIES_WITHIN) continue;
			const county = ties.to[tie]!;
			if (organisations.kind[county] !== organisations.kind[council]) continue;
			for (const row of rowsOf(index.adoptionsOfOrganisation, county)) holdings.add(council, row, 'county');
		}
	}
	const { list } = holdings;
	const held = new Set(list.organisation.map((holder, at) => `${holder} ${list.item[at]!}`));
	// Where anybody in a place is on record, its council's silence says nothing of the place.
	return {
		...list,
		isSilent: (holder, practice) => list.isSilent(holder, practice) && !held.has(`${holder} ${practice}`)
	};
}

/** Collects holdings of practices that are shown: no sample, nothing that stands apart, nothing only announced. */
class HoldingList {
	readonly #selection: Selection;
	readonly list;

	constructor(selection: Selection) {
		const { atlas } = selection;
		this.#selection = selection;
		this.list = {
			organisation: [] as number[],
			item: [] as number[],
			stage: [] as (Stage | null)[],
			since: [] as (number | null)[],
			adoption: [] as number[],
			by: [] as number[],
			through: [] as Through[],
			isBeside: [] as boolean[],
			isSilent: (organisation: number, practice: number) => isSilent(atlas, organisation, practice)
		};
	}

	/** Adds one, and says whether it is shown. */
	add(holder: number, row: number, through: Through): boolean {
		const { adoptions, practices, organisations, asOf } = this.#selection.atlas;
		const practice = adoptions.practice[row]!;
		const began = dayOrNull(adoptions.startedOn[row]);
		if (practices[practice]!.isSample || this.#selection.isApart(practice)) return false;
		if (began !== null && began > asOf) return false;
		const by = adoptions.organisation[row]!;
		const closed = dayOrNull(organisations.closedOn[by]);
		const isClosed = closed !== null && closed <= asOf;
		if (through === 'inherited' && !isClosed) return false;
		// A body that closed does nothing any longer where it sat, and its own page says what it did.
		if (isClosed && through !== 'own' && through !== 'inherited') return false;
		this.list.organisation.push(holder);
		this.list.item.push(practice);
		this.list.stage.push(STAGES[stageOn(adoptions, row, isClosed ? closed - 1 : asOf)]!);
		this.list.since.push((sinceWhen(adoptions, row, 'adopted') ?? beganWhen(adoptions, row)).day);
		this.list.adoption.push(row);
		this.list.by.push(by);
		this.list.through.push(through);
		this.list.isBeside.push(through === 'inherited' || through === 'county');
		return true;
	}
}

/** Who made, hosted, attended or shared which learning link; sample data left out. */
export function linkHoldings({ links }: Atlas): Holdings {
	const organisation: number[] = [];
	const item: number[] = [];
	const since: (number | null)[] = [];
	links.forEach((link, at) => {
		if (link.isSample) return;
		for (const holder of new Set(link.organisations.map((role) => role.organisation))) {
			organisation.push(holder);
			item.push(at);
			since.push(linkDay(link));
		}
	});
	return {
		organisation,
		item,
		since,
		stage: organisation.map(() => null),
		isBeside: organisation.map(() => false),
		isSilent: () => false
	};
}
