import { AnalysisError } from '../analysis-error.ts';
import type { Panel } from '../panel/panel.ts';
import {
	kaplanMeier,
	kaplanMeierByGroup,
	type GroupSurvival,
	type SurvivalPoint
} from '../survival/kaplan-meier.ts';
import { logRank, type LogRank } from '../survival/log-rank.ts';
import { selectRows, survivalFromPanel } from '../survival/survival-data.ts';
import { survivalSummary, type SurvivalSummary } from '../survival/survival-summary.ts';
import { groupSizes, inSharedGroups } from './small-groups.ts';
import { SMALLEST_GROUP } from './study-limits.ts';

/** How long bodies went without the practice, overall and by group. */
export interface StudySurvival {
	/** Units in the curve, and those left out because they adopted *by* a date or never existed in the period (counts). */
	n: number;
	/** Of them, those that were there when the period began; the others entered later (count). */
	atStart: number;
	leftCensored: number;
	notExisting: number;
	overall: SurvivalPoint[];
	/** `null` for no points. */
	summary: SurvivalSummary | null;
	groupedBy: string | null;
	groups: (GroupSurvival & { summary: SurvivalSummary | null })[];
	/** Groups with fewer than five bodies, whose rows are not shown apart, and bodies in them (counts). */
	suppressed: { groups: number; bodies: number };
	/** Bodies without a group, which are in the whole and in no comparison (count). */
	groupless: number;
	/** Log-rank and Peto & Peto over the groups shown; `null` with fewer than two, or too few adopters. */
	logRank: LogRank | null;
	peto: LogRank | null;
}

/**
 * Kaplan–Meier curves of a study, overall and by group, with tests between groups.
 *
 * Groups of fewer than five bodies are not shown apart: they stay in the overall curve.
 *
 * @param isTested whether enough adopted for a test between groups to mean anything
 * @throws {AnalysisError} when no body was ever at risk
 */
export function studySurvival(
	panel: Panel,
	groups: { name: string; labels: readonly (string | null)[] } | null,
	isTested = true
): StudySurvival {
	const data = survivalFromPanel(panel);
	if (data.unit.length === 0) throw new AnalysisError('No body was without the practice within the period.');
	const until = Math.max(...data.time);
	const summaryOf = (points: readonly SurvivalPoint[]): SurvivalSummary | null =>
		points.length === 0 ? null : survivalSummary(points, until);
	const overall = kaplanMeier(data);
	const labels = data.unit.map((unit) => groups?.labels[unit] ?? null);
	const isShared = inSharedGroups(labels);
	const shown = groups === null ? [] : [...labels.keys()].filter((row) => isShared[row]);
	const part = selectRows(data, shown);
	const partLabels = shown.map((row) => labels[row]!);
	const isComparable = isTested && new Set(partLabels).size > 1;
	const small =
		groups === null ? [] : [...groupSizes(labels).values()].filter((size) => size < SMALLEST_GROUP);
	return {
		n: data.unit.length,
		atStart: data.entry.filter((entry) => entry === 0).length,
		leftCensored: data.leftCensored,
		notExisting: data.notExisting,
		overall,
		summary: summaryOf(overall),
		groupedBy: groups?.name ?? null,
		groups:
			shown.length === 0
				? []
				: kaplanMeierByGroup(part, partLabels).map((group) => ({
						...group,
						summary: summaryOf(group.points)
					})),
		suppressed: { groups: small.length, bodies: small.reduce((sum, size) => sum + size, 0) },
		groupless: groups === null ? 0 : labels.filter((label) => label === null).length,
		logRank: isComparable ? logRank(part, partLabels) : null,
		peto: isComparable ? logRank(part, partLabels, 1) : null
	};
}
