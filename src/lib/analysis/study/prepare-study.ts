import { dayInterval, periodName, periodOf } from '../panel/date-interval.ts';
import { panelFromSpells } from '../panel/spells.ts';
import { COUNCIL_TYPES, GROUPINGS, type StudyChoice } from './study-choice.ts';
import type { StudyData } from './study-data.ts';
import { studyNetworks, type Likeness } from './study-networks.ts';
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
		networks: studyNetworks(data, choice.weights, { distanceKm: choice.distanceKm, likeness }),
		declared: data.declared,
		leftOut: [...data.leftOut, ...outsideWindow(data)],
		dates: { spells, window: data.window },
		permutations: choice.permutations,
		seed: choice.seed
	};
}

function groupName(group: string | null): string {
	if (group === null) return UNKNOWN;
	return (COUNCIL_TYPES as Record<string, string>)[group] ?? group;
}

/** Adopters whose start lies outside the period; they count as adopted by its start, or not at all. */
function outsideWindow({ units, window }: StudyData): StudyData['leftOut'] {
	const last = periodOf(dayInterval(window.until, 'the end of the period').last, window.unit);
	const later = units.filter(({ spell: { adoption } }) => {
		if (adoption?.startedOn == null) return false;
		return periodOf(dayInterval(adoption.startedOn, 'an adoption').first, window.unit) > last;
	});
	return later.length === 0
		? []
		: [
				{
					reason: 'who adopted after the period: they count as not having adopted in it',
					count: later.length,
					names: later.slice(0, 5).map(({ name }) => name)
				}
			];
}
