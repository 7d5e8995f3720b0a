import { periodName } from '../panel/date-interval.ts';
import { NEVER, type Panel } from '../panel/panel.ts';
import { panelFromSpells } from '../panel/spells.ts';
import { COUNCIL_TYPES, GROUPINGS, type StudyChoice } from './study-choice.ts';
import { leftOut, type LeftOut, type StudyData } from './study-data.ts';
import { studyNetworks, type Likeness } from './study-networks.ts';
import type { StudyUnit } from './study-units.ts';
import { type Study } from './study.ts';

/** What stands for a group that is not on record. */
const UNKNOWN = 'not recorded';

/**
 * Lays gathered data out over periods and builds the networks asked for.
 *
 * @param likeness distance of two areas' profiles; `null` where there are no figures
 * @throws {AnalysisError} if the dates cannot be laid out
 */
export function prepareStudy(
	data: StudyData,
	choice: Pick<StudyChoice, 'weights' | 'distanceKm' | 'groupBy' | 'permutations' | 'seed'>,
	likeness: Likeness | null
): Study {
	const spells = data.units.map(({ spell }) => spell);
	const panel = panelFromSpells(spells, data.window);
	return {
		panel,
		names: data.units.map(({ name }) => name),
		periods: panel.periods.map((label) => periodName(label, data.window.unit)),
		unit: data.window.unit,
		groups: {
			name: GROUPINGS[choice.groupBy],
			labels: data.units.map((unit) => groupName(unit[choice.groupBy]))
		},
		strata: (['type', 'region'] as const).map((grouping) => ({
			name: GROUPINGS[grouping],
			labels: data.units.map((unit) => groupName(unit[grouping]))
		})),
		networks: studyNetworks(data, choice.weights, { distanceKm: choice.distanceKm, likeness }),
		declared: data.declared,
		leftOut: [...data.leftOut, ...afterWindow(data, panel)],
		notes: [],
		windowReason: data.windowReason,
		dates: { spells, window: data.window },
		permutations: choice.permutations,
		seed: choice.seed
	};
}

function groupName(group: string | null): string {
	if (group === null) return UNKNOWN;
	return (COUNCIL_TYPES as Record<string, string>)[group] ?? group;
}

/** Adopters whose start lies after the period, whom the panel therefore has as not adopting. */
function afterWindow({ units }: StudyData, panel: Panel): LeftOut[] {
	const later = units.filter(({ spell }, at) => spell.adoption !== null && panel.adoptedAt[at] === NEVER);
	const isBy = ({ spell }: StudyUnit): boolean => spell.adoption?.bound === 'by';
	return [
		...leftOut(
			later.filter((unit) => !isBy(unit)).map(({ name }) => name),
			'who adopted after the period: they count as not having adopted in it'
		),
		...leftOut(
			later.filter(isBy).map(({ name }) => name),
			'known only to have adopted by a date after the period: they count as not having adopted in it'
		)
	];
}
