import { AnalysisError } from '../analysis-error.ts';
import { NEVER, type Panel } from '../panel/panel.ts';

/** How long each unit was observed and how that ended. Times are in periods (or any unit, alike for all). */
export interface SurvivalData {
	/** Time of the event, or of the last observation without it. Above 0. */
	time: readonly number[];
	/** True: the event happened at `time`; false: right-censored. */
	event: readonly boolean[];
	/** Time from which the unit was observed (delayed entry); from the start where absent. Below `time`. */
	entry?: readonly number[];
}

/** Survival data drawn from a panel, and whom it leaves out. */
export interface PanelSurvival extends SurvivalData {
	entry: readonly number[];
	/** Index of each row's unit in the panel. */
	unit: readonly number[];
	/** Units left out because they adopted *by* a date: their time is unknown (count). */
	leftCensored: number;
	/** Units left out because they never existed within the window (count). */
	notExisting: number;
}

/**
 * Time to adoption of every unit, in periods from the start of the window: period 1 is the first.
 *
 * Units founded later enter late; units that close or leave without having adopted are censored then;
 * the others without adoption are censored at the end of the window.
 */
export function survivalFromPanel(panel: Panel): PanelSurvival {
	const time: number[] = [];
	const event: boolean[] = [];
	const entry: number[] = [];
	const unit: number[] = [];
	let leftCensored = 0;
	let notExisting = 0;
	for (let row = 0; row < panel.ids.length; row++) {
		const adopted = panel.adoptedAt[row]!;
		if (panel.leavesAt[row]! <= panel.entersAt[row]!) notExisting++;
		else if (adopted !== NEVER && panel.startKnown[row] === 0) leftCensored++;
		else {
			unit.push(row);
			event.push(adopted !== NEVER);
			time.push(adopted === NEVER ? panel.leavesAt[row]! : adopted + 1);
			entry.push(panel.entersAt[row]!);
		}
	}
	return { time, event, entry, unit, leftCensored, notExisting };
}

/** Rows of survival data, in the order given. */
export function selectRows({ time, event, entry }: SurvivalData, rows: readonly number[]): SurvivalData {
	return {
		time: rows.map((row) => time[row]!),
		event: rows.map((row) => event[row]!),
		...(entry === undefined ? {} : { entry: rows.map((row) => entry[row]!) })
	};
}

/** Rows of each group, groups in ascending order: by number where all are numbers, else by text. */
export function rowsByGroup(groups: readonly string[]): Map<string, number[]> {
	const rows = new Map<string, number[]>();
	groups.forEach((group, row) => {
		const members = rows.get(group);
		if (members === undefined) rows.set(group, [row]);
		else members.push(row);
	});
	const numeric = [...rows.keys()].every((group) => group !== '' && Number.isFinite(Number(group)));
	const order = numeric
		? (a: string, b: string): number => Number(a) - Number(b)
		: (a: string, b: string): number => (a < b ? -1 : Number(a > b));
	return new Map([...rows].sort(([a], [b]) => order(a, b)));
}

/**
 * @throws {AnalysisError} naming the row whose time is not above 0 or not after its entry, or lists of different length
 */
export function assertSurvivalData({ time, event, entry }: SurvivalData): void {
	if (time.length !== event.length || (entry !== undefined && entry.length !== time.length)) {
		throw new AnalysisError(
			`there are ${time.length} times, ${event.length} events and ${entry?.length ?? 0} entries`
		);
	}
	time.forEach((value, row) => {
		if (!Number.isFinite(value) || value <= (entry?.[row] ?? 0)) {
			throw new AnalysisError(
				`row ${row + 1} has the time ${value}, which is not after its entry at ${entry?.[row] ?? 0}`
			);
		}
	});
}
