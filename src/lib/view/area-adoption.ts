import type { Atlas } from '#lib/domain/atlas.ts';
import { isHandedOn, sinceWhen, stageOn } from '#lib/domain/counting.ts';
import type { Since } from '#lib/domain/counting.ts';
import { dayOrNull } from '#lib/domain/day.ts';
import { ancestorsOf, lineageOf } from '#lib/domain/lineage.ts';
import { rowsOf } from '#lib/domain/row-index.ts';
import { LIES_WITHIN, ORGANISATION_KINDS } from '#lib/domain/vocabulary.ts';
import { recordedSpans } from './adoption-spans.ts';
import { anyInWindow, isInWindow } from './date-window.ts';
import type { DateWindow } from './date-window.ts';
import { ALWAYS_AFTER } from './intervals.ts';
import type { Selection } from './selection.ts';
import { inAll } from './span.ts';
import type { Span } from './span.ts';

/** One organisation's adoption as a part of an area's. */
export interface AreaAdoption {
	/** Row of the organisation whose doing it is. */
	by: number;
	/** Row of the adoption. */
	adoption: number;
	/** Position in `STAGES` on the date. */
	stage: number;
	/** From the stage that the view counts from. */
	since: Since;
	/**
	 * `here`: it sits in the area; `inherited`: the area's council succeeded it; `county`: the county council
	 * above the area.
	 */
	through: 'here' | 'inherited' | 'county';
}

/** Who has the practices of a view in an area, by the rule of *where*. */
export interface AreaAdoptions {
	/** Whoever sits in the area, first the one that began first. An area with anybody here has the practice. */
	here: AreaAdoption[];
	/** Where nobody here has it: what the area's council inherited, else what its county council does. */
	beside: AreaAdoption | null;
	/** Whether nothing may be said of the area: the record is silent about its council, and nobody has it. */
	isSilent: boolean;
	/** Whether the view looks at the area: its regions and areas leave it in. */
	isInView: boolean;
}

/** Areas by the rule of *where*: every page says the first of the second. */
export interface AreaCount {
	/** Areas in which somebody has it. */
	having: number;
	/** Areas that the view looks at, less those of which nothing may be said. */
	outOf: number;
	/** Areas of which nothing may be said. */
	silent: number;
	/** Areas beside the count: whose council inherited it, or whose county council has it. */
	inherited: number;
	county: number;
}

const COUNCIL = ORGANISATION_KINDS.indexOf('council');
const UNKNOWN: Since = { day: null, bound: 'on', precision: 'day', words: 'date not recorded' };

/** Who has the practices of a view in each area in a window, in the atlas's order of areas. */
export function areaAdoptions(selection: Selection, window: DateWindow = selection.window): AreaAdoptions[] {
	const { atlas, view } = selection;
	const lineage = lineageOf(atlas);
	const conditions = selection.anyone;
	const found = (
		organisations: Iterable<number>,
		through: AreaAdoption['through'],
		spansOf: (organisation: number, adoption: number) => readonly Span[]
	): AreaAdoption[] =>
		Array.from(organisations)
			.flatMap((by) =>
				selection
					.adoptionsOf(by)
					.filter((adoption) => anyInWindow(spansOf(by, adoption), window))
					.map((adoption) => ({
						by,
						adoption,
						through,
						stage: stageOn(atlas.adoptions, adoption, window.day),
						since: sinceWhen(atlas.adoptions, adoption, view.countFrom) ?? UNKNOWN
					}))
			)
			.sort((a, b) => (a.since.day ?? Infinity) - (b.since.day ?? Infinity));
	const whileInView = (organisation: number, adoption: number): Span[] =>
		inAll([conditions.presence(organisation), selection.spans(adoption)]);
	// A council that does not exist yet stands for those it comes of.
	const handedOn = (successor: number, adoption: number): readonly Span[] => {
		if (conditions.presence(successor).length === 0) return [];
		if (!isHandedOn(atlas, adoption)) return selection.spans(adoption);
		return recordedSpans(atlas, adoption, view).map((span) => ({ ...span, to: ALWAYS_AFTER }));
	};

	const asked = areasOf(selection);
	const silent = silentAreas(selection);
	return atlas.areas.map(({ council }, area) => {
		if (!asked.has(area)) return { here: [], beside: null, isSilent: false, isInView: false };
		const here = found(rowsOf(atlas.index.organisationsOfArea, area), 'here', whileInView);
		const inherited =
			council === null || !view.inherited
				? []
				: found(ancestorsOf(council, lineage), 'inherited', (_, adoption) => handedOn(council, adoption));
		const county = council === null ? [] : found(countyCouncils(atlas, council), 'county', whileInView);
		const beside = here.length > 0 ? null : (inherited[0] ?? county[0] ?? null);
		return { here, beside, isSilent: silent.has(area), isInView: true };
	});
}

/** Counts areas by the rule of *where*. */
export function countAreas(areas: readonly AreaAdoptions[]): AreaCount {
	const inView = areas.filter((area) => area.isInView);
	const silent = inView.filter((area) => area.isSilent).length;
	const through = (word: AreaAdoption['through']): number =>
		inView.filter(({ beside }) => beside?.through === word).length;
	return {
		having: inView.filter(({ here }) => here.length > 0).length,
		outOf: inView.length - silent,
		silent,
		inherited: through('inherited'),
		county: through('county')
	};
}

/** Rows of the areas that the regions and areas of a view leave in. */
export function areasOf({ atlas, view }: Selection): Set<number> {
	const regions = new Set(view.regions);
	const codes = new Set(view.areas);
	return new Set(
		atlas.areas.flatMap(({ region, code }, row) =>
			(regions.size === 0 || regions.has(region)) && (codes.size === 0 || codes.has(code)) ? [row] : []
		)
	);
}

/**
 * Rows of the areas of which nothing may be said, whatever the date: the record is silent about the council,
 * and nobody in the area, before its council or above it is on record with the practice.
 */
export function silentAreas(selection: Selection): Set<number> {
	const { atlas, silent } = selection;
	if (silent.size === 0) return new Set();
	const lineage = lineageOf(atlas);
	const isAdopter = (row: number): boolean =>
		selection.adoptionsOf(row).some((adoption) => selection.spans(adoption).length > 0);
	return new Set(
		atlas.areas.flatMap(({ council }, area) => {
			if (council === null || !silent.has(council)) return [];
			const others = [
				...rowsOf(atlas.index.organisationsOfArea, area),
				...ancestorsOf(council, lineage),
				...countyCouncils(atlas, council)
			];
			return others.some(isAdopter) ? [] : [area];
		})
	);
}

/** The county councils above a district council. */
function countyCouncils({ index, ties, organisations }: Atlas, council: number): number[] {
	return Array.from(rowsOf(index.tiesFrom, council))
		.filter((tie) => ties.kind[tie] === LIES_WITHIN)
		.map((tie) => ties.to[tie]!)
		.filter((row) => organisations.kind[row] === COUNCIL);
}

/** Whether a council is one of a view's in a window; one that did not exist yet stands for those it came of. */
export function isCouncilIn(selection: Selection, council: number, window: DateWindow): boolean {
	const founded = dayOrNull(selection.atlas.organisations.foundedOn[council]);
	const day = founded === null ? window.day : Math.max(window.day, founded);
	return selection.anyone
		.presence(council)
		.some(({ from, to, begun }) => isInWindow(from, to, { ...window, mode: 'as-of', day }, begun));
}
