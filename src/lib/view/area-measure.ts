import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { Atlas } from '#lib/domain/atlas.ts';
import { formatDay } from '#lib/domain/day.ts';
import { writeFigure } from '#lib/domain/indicators/write-figure.ts';
import { DATE_PRECISIONS, STAGES } from '#lib/domain/vocabulary.ts';
import { adoptionByArea, practicesInView } from './area-adoption.ts';
import type { AreaAdoption, AreaCouncils } from './area-adoption.ts';
import type { AreaCounts } from './coverage.ts';
import { classBreaks, classOf } from './class-breaks.ts';
import type { ClassMethod } from './class-breaks.ts';
import type { DateWindow } from './date-window.ts';
import type { View } from './view.ts';

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
	/** Null: no data, or not adopted; `words` says which. 0 is a value like any other. */
	values: (number | null)[];
	/** The value in words: "3 organisations", "adopted 28 Jul 2020", "not adopted so far". */
	words: string[];
	/** What one must know to read the figures. */
	notes: string[];
	source: string | null;
	/** Numbers in the legend. */
	format: (value: number) => string;
}

/**
 * A measure of every area on the view's date.
 *
 * @param counts organisations of the view on its date, by area
 * @param figures published indicators; null where they are not loaded
 * @returns null when the measure is an indicator that is not among the figures
 */
export function measureAreas(
	atlas: Atlas,
	view: View,
	window: DateWindow,
	counts: AreaCounts,
	key: AreaMeasureKey,
	figures: AreasWire | null
): AreaMeasure | null {
	if (key.startsWith('indicator:')) return indicatorMeasure(atlas, key, figures);
	if (key === 'organisations') return countMeasure(counts);
	const councils = adoptionByArea(atlas, view, window);
	const what = adoptionInWords(atlas, view);
	if (key === 'share') return shareMeasure(atlas, councils, what);
	const adoption = councils.map(({ council, county }) => council ?? county);
	return key === 'stage' ? stageMeasure(adoption, what) : dateMeasure(adoption, what);
}

const MOST_NAMED = 2;

/** Of which practices and among whose councils an adoption measure is: ": Family Safeguarding, in Good Help". */
function adoptionInWords(atlas: Atlas, view: View): string {
	const { practices, networks, index } = atlas;
	const rows = [...practicesInView(atlas, view)];
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
		steps: measure.values.map((value) => {
			if (value === null) return null;
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
		words: values.map((count) => (count === 1 ? '1 organisation' : `${count} organisations`)),
		notes: withoutArea === 0 ? [] : [`${withoutArea} more belong to no single area and are not shaded.`],
		source: null,
		format: (value) => String(value)
	};
}

function shareMeasure(atlas: Atlas, councils: readonly AreaCouncils[], what: string): AreaMeasure {
	const all = new Map<string, { councils: number; adopters: number; counties: Set<number> }>();
	atlas.areas.forEach(({ region }, at) => {
		const of = all.get(region) ?? { councils: 0, adopters: 0, counties: new Set<number>() };
		const { isInView, council, county } = councils[at]!;
		if (isInView || council !== null) of.councils += 1;
		if (council !== null) of.adopters += 1;
		if (county !== null) of.counties.add(county.by);
		all.set(region, of);
	});
	const shares = atlas.areas.map(({ region }) => all.get(region)!);
	const counties = new Set([...all.values()].flatMap((of) => [...of.counties])).size;
	return {
		key: 'share',
		title: `Share of the region’s councils that have adopted${what}`,
		unit: '%',
		values: shares.map((of) => (of.councils === 0 ? null : (100 * of.adopters) / of.councils)),
		words: shares.map((of, at) => {
			const { region } = atlas.areas[at]!;
			if (of.councils === 0) return `no council of ${region} in view`;
			const above = of.counties.size === 0 ? '' : `, and ${countyCouncils(of.counties.size)}`;
			return `${of.adopters} of ${of.councils} councils of ${region}${above}`;
		}),
		notes: [
			'Every area of a region has the region’s shade.',
			...(counties === 0
				? []
				: [
						`The share counts district, borough and unitary councils; ${countyCouncils(counties)} that adopted ${counties === 1 ? 'is' : 'are'} named beside it.`
					]),
			...inheritedNotes(councils.map(({ council }) => council))
		],
		source: null,
		format: (value) => `${Math.round(value)} %`
	};
}

function countyCouncils(count: number): string {
	return count === 1 ? '1 county council' : `${count} county councils`;
}

function stageMeasure(adoption: readonly (AreaAdoption | null)[], what: string): AreaMeasure {
	return {
		key: 'stage',
		title: `Stage reached${what}`,
		unit: 'stage',
		values: adoption.map((it) => (it === null ? null : it.stage + 1)),
		words: adoption.map((it) =>
			it === null ? 'not adopted so far' : `${STAGES[it.stage]!}${throughWords(it)}`
		),
		notes: throughNotes(adoption),
		source: null,
		format: (value) => STAGES[value - 1] ?? ''
	};
}

function dateMeasure(adoption: readonly (AreaAdoption | null)[], what: string): AreaMeasure {
	const found = adoption.filter((it) => it !== null);
	const undated = found.filter(({ since }) => since === null).length;
	const bounds = found.filter(({ since, bound }) => since !== null && bound === 'by').length;
	// A class begins and ends with a day of the record; its name is no more exact than that day is known.
	const known = new Map<number, number>();
	for (const it of found) {
		if (it.since !== null) known.set(it.since, Math.max(MONTH, it.known, known.get(it.since) ?? 0));
	}
	return {
		key: 'adopted',
		title: `Adopted on${what}`,
		unit: 'date',
		values: adoption.map((it) => it?.since ?? null),
		words: adoption.map((it) => {
			if (it === null) return 'not adopted so far';
			return (it.since === null ? 'adopted, date not recorded' : `adopted ${it.words}`) + throughWords(it);
		}),
		notes: [
			...(undated === 0 ? [] : [`${undated} adopted on a date that is not recorded; they have no shade.`]),
			...(bounds === 0
				? []
				: [
						`${bounds} had adopted by their date, on an unknown earlier one; they have the shade of that date.`
					]),
			...throughNotes(adoption)
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
		words: values.map((value) => writeFigure(value, indicator)),
		notes: blank === 0 ? [] : [`Not published for ${blank} of ${values.length} areas.`],
		source: `${indicator.source}, ${indicator.vintage} (${indicator.licence})`,
		format
	};
}

function throughWords({ through }: AreaAdoption): string {
	return through === 'own'
		? ''
		: through === 'inherited'
			? ', inherited from a council it succeeded'
			: ', by its county council';
}

function throughNotes(adoption: readonly (AreaAdoption | null)[]): string[] {
	const districts = adoption.filter((it) => it?.through === 'county').length;
	return [
		...(districts === 0
			? []
			: [
					`${districts} districts are shown for what their county council does: counties have no hexagon of their own.`
				]),
		...inheritedNotes(adoption)
	];
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
