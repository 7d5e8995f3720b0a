import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { Atlas } from '#lib/domain/atlas.ts';
import { formatDay } from '#lib/domain/day.ts';
import { writeFigure } from '#lib/domain/indicators/write-figure.ts';
import { DATE_PRECISIONS, STAGES } from '#lib/domain/vocabulary.ts';
import { areaAdoptions, countAreas, isCouncilIn } from './area-adoption.ts';
import type { AreaAdoption, AreaAdoptions } from './area-adoption.ts';
import type { AreaCounts } from './coverage.ts';
import { silentInWords } from './coverage.ts';
import { classBreaks, classOf } from './class-breaks.ts';
import type { ClassMethod } from './class-breaks.ts';
import type { Selection } from './selection.ts';

/** What areas are shaded by; any other text is the key of an indicator. */
export const AREA_MEASURES = ['organisations', 'share', 'adopted', 'stage'] as const;
export type AreaMeasureKey = (typeof AREA_MEASURES)[number] | `indicator:${string}`;

/** One measure over all areas, in the atlas's order, ready to shade, list and export. */
export interface AreaMeasure {
	key: AreaMeasureKey;
	/** For the legend: "Organisations in the area". */
	title: string;
	/** What one number is: "organisations", "%", "year" … */
	unit: string;
	/** Null: no data, or not adopted; `isNone` and `words` say which. 0 is a value like any other. */
	values: (number | null)[];
	/** Areas without a value of which it is on record that there is none: not adopted, where others have. */
	isNone: boolean[];
	/** The value in words: "3 organisations", "adopted 28 Jul 2020", "not adopted so far". */
	words: string[];
	/** What one must know to read the figures. */
	notes: string[];
	source: string | null;
	/** Numbers in the legend. */
	format: (value: number) => string;
}

/**
 * A measure of every area on the selection's date.
 *
 * @param counts organisations of the view on its date, by area
 * @param figures published indicators; null where they are not loaded
 * @returns null when the measure is an indicator that is not among the figures
 */
export function measureAreas(
	selection: Selection,
	counts: AreaCounts,
	key: AreaMeasureKey,
	figures: AreasWire | null
): AreaMeasure | null {
	const { atlas } = selection;
	if (key.startsWith('indicator:')) return indicatorMeasure(atlas, key, figures);
	if (key === 'organisations') return countMeasure(counts);
	const areas = areaAdoptions(selection);
	const what = adoptionInWords(selection);
	if (key === 'share') return shareMeasure(selection, areas, what);
	return key === 'stage' ? stageMeasure(atlas, areas, what) : dateMeasure(atlas, areas, what);
}

/** The adoption that an area is shaded for: the first here, else the one beside the count. */
export function shownAdoption({ here, beside }: AreaAdoptions): AreaAdoption | null {
	return here[0] ?? beside;
}

const MOST_NAMED = 2;

/** Of which practices and in whose network an adoption measure is: ": Family Safeguarding, in Good Help". */
function adoptionInWords({ atlas, view, practices: meant }: Selection): string {
	const { practices, networks, index } = atlas;
	const rows = [...meant];
	const isChosen = view.practices.length > 0 || view.characteristics.length > 0;
	const named =
		rows.length <= MOST_NAMED && rows.length > 0
			? rows.map((row) => practices[row]!.name).join(' or ')
			: isChosen
				? `any of ${rows.length} practices`
				: 'any practice';
	const network = view.network === null ? undefined : networks[index.networkBySlug.get(view.network) ?? -1];
	return `: ${named}${network === undefined ? '' : `, in ${network.name}`}`;
}

/** Classes of a measure's values for its legend, and the class of each area (1 up; 0 for zero; null no data). */
export function shadeAreas(
	measure: AreaMeasure,
	method: ClassMethod,
	classes = 5
): { bounds: number[]; steps: (number | null)[] } {
	const known = measure.values.filter((value): value is number => value !== null);
	// Zero is no shade of "some", so it never shares a class with the smallest number above it.
	const isCount = known.every((value) => Number.isInteger(value) && value >= 0) && known.includes(0);
	const bounds = classBreaks(isCount ? known.filter((value) => value > 0) : known, classes, method);
	return {
		bounds,
		steps: measure.values.map((value, at) => {
			if (value === null) return measure.isNone[at] === true ? 0 : null;
			return isCount && value === 0 ? 0 : classOf(value, bounds) + 1;
		})
	};
}

function countMeasure({ inArea, withoutArea }: AreaCounts): AreaMeasure {
	const values = Array.from(inArea);
	return {
		key: 'organisations',
		title: 'Organisations in the area',
		unit: 'organisations',
		values,
		isNone: values.map(() => false),
		words: values.map((count) => (count === 1 ? '1 organisation' : `${count} organisations`)),
		notes: withoutArea === 0 ? [] : [`${withoutArea} more belong to no single area and are not shaded.`],
		source: null,
		format: (value) => String(value)
	};
}

/** Of councils alone, which is another count than that of areas and says so. */
function shareMeasure(selection: Selection, areas: readonly AreaAdoptions[], what: string): AreaMeasure {
	const { atlas, silent, window } = selection;
	const all = new Map<string, { councils: number; adopters: number; counties: Set<number> }>();
	const own = areas.map(({ here, beside }, at) => {
		const { council } = atlas.areas[at]!;
		const inherited = beside?.through === 'inherited' ? beside : null;
		return here.find(({ by }) => by === council) ?? inherited;
	});
	atlas.areas.forEach(({ region, council }, at) => {
		const of = all.get(region) ?? { councils: 0, adopters: 0, counties: new Set<number>() };
		const { beside, isInView } = areas[at]!;
		const isCounted = isInView && council !== null && isCouncilIn(selection, council, window);
		if (own[at] !== null || (isCounted && !silent.has(council))) of.councils += 1;
		if (own[at] !== null) of.adopters += 1;
		if (beside?.through === 'county') of.counties.add(beside.by);
		all.set(region, of);
	});
	const shares = atlas.areas.map(({ region }) => all.get(region)!);
	const counties = new Set([...all.values()].flatMap((of) => [...of.counties])).size;
	return {
		key: 'share',
		title: `Share of the region’s councils that have adopted${what}`,
		unit: '%',
		values: shares.map((of) => (of.councils === 0 ? null : (100 * of.adopters) / of.councils)),
		isNone: shares.map(() => false),
		words: shares.map((of, at) => {
			const { region } = atlas.areas[at]!;
			if (of.councils === 0) return `no council of ${region} in view`;
			const above = of.counties.size === 0 ? '' : `, and ${countyCouncils(of.counties.size)}`;
			return `${of.adopters} of ${of.councils} councils of ${region}${above}`;
		}),
		notes: [
			'Every area of a region has the region’s shade.',
			'The share counts councils alone, with what they inherited; “Adopted on” shades every area in which anybody has it.',
			...(counties === 0
				? []
				: [
						`It counts district, borough and unitary councils; ${countyCouncils(counties)} that adopted ${counties === 1 ? 'is' : 'are'} named beside it.`
					]),
			...inheritedNotes(own),
			...silentNotes(areas)
		],
		source: null,
		format: (value) => `${Math.round(value)}%`
	};
}

function countyCouncils(count: number): string {
	return count === 1 ? '1 county council' : `${count} county councils`;
}

function stageMeasure(atlas: Atlas, areas: readonly AreaAdoptions[], what: string): AreaMeasure {
	const furthest = areas.map((area) =>
		area.here.length === 0 ? area.beside : area.here.reduce((far, it) => (it.stage > far.stage ? it : far))
	);
	return {
		key: 'stage',
		title: `Stage reached${what}`,
		unit: 'stage',
		values: furthest.map((it) => (it === null ? null : it.stage + 1)),
		isNone: areas.map(isNone),
		words: areas.map((area, at) => {
			const it = furthest[at]!;
			return it === null ? noneInWords(area) : `${STAGES[it.stage]!}${throughWords(atlas, area, it, at)}`;
		}),
		notes: areaNotes(areas),
		source: null,
		format: (value) => STAGES[value - 1] ?? ''
	};
}

function dateMeasure(atlas: Atlas, areas: readonly AreaAdoptions[], what: string): AreaMeasure {
	const adoption = areas.map(shownAdoption);
	const found = adoption.filter((it) => it !== null);
	const undated = found.filter(({ since }) => since.day === null).length;
	const bounds = found.filter(({ since: { day, bound } }) => day !== null && bound === 'by').length;
	// A class begins and ends with a day of the record; its name is no more exact than that day is known.
	const known = new Map<number, number>();
	for (const { since } of found) {
		if (since.day === null) continue;
		const precision = DATE_PRECISIONS.indexOf(since.precision);
		known.set(since.day, Math.max(MONTH, precision, known.get(since.day) ?? 0));
	}
	return {
		key: 'adopted',
		title: `Adopted on${what}`,
		unit: 'date',
		values: adoption.map((it) => it?.since.day ?? null),
		isNone: areas.map(isNone),
		words: areas.map((area, at) => {
			const it = adoption[at]!;
			if (it === null) return noneInWords(area);
			const when = it.since.day === null ? 'adopted, date not recorded' : `adopted ${it.since.words}`;
			return when + throughWords(atlas, area, it, at);
		}),
		notes: [
			...(undated === 0 ? [] : [`${undated} adopted on a date that is not recorded; they have no shade.`]),
			...(bounds === 0
				? []
				: [
						`${bounds} had adopted by their date, on an unknown earlier one; they have the shade of that date.`
					]),
			...areaNotes(areas)
		],
		source: null,
		format: (value) => formatDay(Math.round(value), DATE_PRECISIONS[known.get(value) ?? MONTH])
	};
}

const MONTH = DATE_PRECISIONS.indexOf('month');

function indicatorMeasure(atlas: Atlas, key: AreaMeasureKey, figures: AreasWire | null): AreaMeasure | null {
	const indicator = figures?.indicators.find((it) => `indicator:${it.key}` === key);
	if (figures === null || indicator === undefined) return null;
	const position = new Map(figures.codes.map((code, at) => [code, at]));
	const values = atlas.areas.map(({ code }) => indicator.values[position.get(code) ?? -1] ?? null);
	const format = (value: number): string =>
		value.toLocaleString('en-GB', { maximumFractionDigits: indicator.decimals });
	const blank = values.filter((value) => value === null).length;
	return {
		key,
		title: indicator.label,
		unit: indicator.unit,
		values,
		isNone: values.map(() => false),
		words: values.map((value) => writeFigure(value, indicator)),
		notes: blank === 0 ? [] : [`Not published for ${blank} of ${values.length} areas.`],
		source: `${indicator.source}, ${indicator.vintage} (${indicator.licence})`,
		format
	};
}

/** Whether nobody has it, and that is on record as far as anything is. */
function isNone(area: AreaAdoptions): boolean {
	return area.isInView && !area.isSilent && shownAdoption(area) === null;
}

function noneInWords({ isSilent, isInView }: AreaAdoptions): string {
	if (!isInView) return 'not in this view';
	return isSilent ? 'the record says nothing of its council' : 'not adopted so far';
}

/** Who in the area it is, where it is not its council alone. */
function throughWords(
	atlas: Atlas,
	{ here }: AreaAdoptions,
	{ by, through }: AreaAdoption,
	area: number
): string {
	if (through === 'inherited') return ', inherited from a council it succeeded';
	if (through === 'county') return ', by its county council';
	const others = new Set(here.map((it) => it.by)).size - 1;
	const more = others === 0 ? '' : `, and ${others === 1 ? '1 other' : `${others} others`}`;
	const isCouncil = by === atlas.areas[area]!.council;
	return isCouncil ? more : `, by ${atlas.organisations.name[by]!}${more}`;
}

/** What a count of areas comes to, and what is shaded beside it. */
function areaNotes(areas: readonly AreaAdoptions[]): string[] {
	const { having, outOf, county, inherited } = countAreas(areas);
	return [
		`Somebody in ${having} of ${outOf} areas has it, whether the council or another organisation.`,
		...(county === 0
			? []
			: [
					`Beside that count, ${county === 1 ? '1 district is' : `${county} districts are`} shaded for what the county council does: counties have no hexagon of their own.`
				]),
		...(inherited === 0
			? []
			: [
					inherited === 1
						? 'Beside that count, 1 area is shaded for what a council before its own did.'
						: `Beside that count, ${inherited} areas are shaded for what a council before their own did.`
				]),
		...silentNotes(areas)
	];
}

function silentNotes(areas: readonly AreaAdoptions[]): string[] {
	const { silent } = countAreas(areas);
	return silent === 0 ? [] : [silentInWords(silent)];
}

function inheritedNotes(adoption: readonly (AreaAdoption | null)[]): string[] {
	const count = adoption.filter((it) => it?.through === 'inherited').length;
	if (count === 0) return [];
	return [
		count === 1
			? '1 council inherits the date of a council that it succeeded.'
			: `${count} councils inherit the date of a council that they succeeded.`
	];
}
