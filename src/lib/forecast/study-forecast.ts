import type { AreasWire } from '#lib/domain/areas-wire.ts';
import { seededRandom } from '#lib/analysis/numeric/random.ts';
import { dayInterval, periodName, periodOf, type PeriodUnit } from '#lib/analysis/panel/date-interval.ts';
import { NEVER, type Panel } from '#lib/analysis/panel/panel.ts';
import { impreciseStarts, panelFromSpells } from '#lib/analysis/panel/spells.ts';
import { isSeries, type Network } from '#lib/analysis/sparse/sparse-matrix.ts';
import { COUNCIL_TYPES } from '#lib/analysis/study/study-choice.ts';
import type { StudyData } from '#lib/analysis/study/study-data.ts';
import { studyNetworks, type Likeness } from '#lib/analysis/study/study-networks.ts';
import type { ForecastData, ForecastTrait, TraitPart } from './forecast-data.ts';
import { withoutRepeats } from './repeated-traits.ts';

/** Draws of dates that are known to the month or year only. */
export const DATE_DRAWS = 20;
/** Published figures that the model takes, by key; those that are not published are left out. */
const FIGURES = ['population-2024', 'density-2024', 'uk-deprivation-score'] as const;
/** A word that fewer bodies share than this says too little to be a trait. */
const FEWEST_SHARING = 5;

/** Last period that a record which ends on a day covers whole. */
export function lastWholePeriod(recordedUntil: string, unit: PeriodUnit): string {
	const day = dayInterval(recordedUntil, 'the end of the record').last;
	return periodName(periodOf(day + 1, unit) - 1, unit);
}

/** Whole horizons between the end of a record and a later day. */
export function horizonsBetween(until: string, asOf: string, unit: PeriodUnit, horizon: number): number {
	const period = (text: string): number => periodOf(dayInterval(text, 'a day').first, unit);
	return Math.max(0, (period(asOf) - period(until)) / horizon);
}

/**
 * Lays the records of a practice out for a forecast: exposure through shared borders and likeness for councils, through
 * ties and regions for others; what kind of body each is, its region and published figures.
 *
 * @param figures published figures of areas; `null` where they are not at hand
 * @param likeness distance of two areas' profiles; `null` where there are no figures
 * @throws {AnalysisError} if dates cannot be laid out
 */
export function studyForecastData(
	data: StudyData,
	figures: AreasWire | null,
	likeness: Likeness | null,
	seed: number
): ForecastData {
	const spells = data.units.map(({ spell }) => spell);
	const panel = panelFromSpells(spells, data.window);
	const isImprecise = impreciseStarts(spells, data.window.unit) > 0;
	const random = seededRandom(seed + 31);
	const keys = data.units.every(({ kind }) => kind === 'council')
		? (['border', 'likeness'] as const)
		: (['ties', 'region'] as const);
	return {
		names: data.units.map(({ name }) => name),
		panel,
		draws: isImprecise
			? Array.from({ length: DATE_DRAWS }, () =>
					sameBodies(panelFromSpells(spells, data.window, random), panel)
				)
			: [],
		networks: studyNetworks(data, keys, { distanceKm: 50, likeness })
			.filter(({ network }) => hasTies(network))
			.map(({ key, name, network }) => ({
				key,
				name: name.charAt(0).toLowerCase() + name.slice(1),
				network,
				isLikeness: key === 'likeness'
			})),
		...withoutRepeats([
			...figureTraits(data, figures),
			...wordTraits(
				'type',
				data.units.map(({ type }) => (COUNCIL_TYPES as Record<string, string>)[type] ?? type),
				'trait'
			),
			...wordTraits(
				'region',
				data.units.map(({ region }) => region),
				'region'
			)
		])
	};
}

/** A draw moves when a body adopted, never whether it did, nor whether it exists. */
function sameBodies(draw: Panel, panel: Panel): Panel {
	const last = panel.periods.length - 1;
	const adoptedAt = draw.adoptedAt.map((adopted, unit) => {
		if (panel.adoptedAt[unit] === NEVER) return NEVER;
		return adopted === NEVER ? last : adopted;
	});
	return {
		...draw,
		adoptedAt,
		startKnown: panel.startKnown,
		stoppedAt: draw.stoppedAt.map((stopped, unit) => Math.max(stopped, adoptedAt[unit]! + 1)),
		entersAt: panel.entersAt.map((enters, unit) =>
			adoptedAt[unit] === NEVER ? enters : Math.min(enters, adoptedAt[unit]!)
		),
		leavesAt: panel.leavesAt.map((leaves, unit) => Math.max(leaves, adoptedAt[unit]! + 1))
	};
}

function hasTies(network: Network): boolean {
	return (isSeries(network) ? network : [network]).some(({ value }) => value.length > 0);
}

function figureTraits({ units }: StudyData, figures: AreasWire | null): ForecastTrait[] {
	if (figures === null) return [];
	const row = new Map(figures.codes.map((code, at) => [code, at]));
	return FIGURES.flatMap((key): ForecastTrait[] => {
		const indicator = figures.indicators.find((one) => one.key === key);
		if (indicator === undefined) return [];
		const values = units.map(({ area }) => {
			const at = area === null ? undefined : row.get(area);
			return at === undefined ? null : (indicator.values[at] ?? null);
		});
		const known = values.filter((value) => value !== null);
		if (known.length * 2 < units.length || new Set(known).size < 2) return [];
		const isLog = indicator.transform === 'log' && known.every((value) => value > 0);
		return [
			{
				name: indicator.label,
				part: key === 'population-2024' ? 'population' : 'trait',
				values,
				scale: isLog ? 'log' : 'as it is'
			}
		];
	});
}

function wordTraits(what: string, labels: readonly (string | null)[], part: TraitPart): ForecastTrait[] {
	const counts = new Map<string, number>();
	for (const label of labels) if (label !== null) counts.set(label, (counts.get(label) ?? 0) + 1);
	const common = [...counts]
		.filter(([, count]) => count >= FEWEST_SHARING && count < labels.length)
		.map(([label]) => label)
		.sort();
	const told = common.length === 2 && counts.size === 2 && !labels.includes(null) ? common.slice(1) : common;
	return told.map((word) => ({
		name: `${what}: ${word}`,
		part,
		values: labels.map((label) => (label === word ? 1 : 0)),
		scale: 'yes or no'
	}));
}
