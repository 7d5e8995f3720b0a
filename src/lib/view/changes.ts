import type { Atlas, SpellTable } from '#lib/domain/atlas.ts';
import { sinceWhen } from '#lib/domain/counting.ts';
import { dayOrNull } from '#lib/domain/day.ts';
import type { Day } from '#lib/domain/day.ts';
import { rowsOf } from '#lib/domain/row-index.ts';
import { CONFIDENCES, DATE_BOUNDS, DATE_PRECISIONS, END_KINDS, STAGES } from '#lib/domain/vocabulary.ts';
import type { DatePrecision, EndKind } from '#lib/domain/vocabulary.ts';
import type { Selection } from './selection.ts';

/** Something that is on record as having happened, with rows of the atlas for what it is about. */
export interface Change {
	/**
	 * An adoption begins at stage *adopted*; before it, something is only looked at or tried. What ended because its
	 * time was over, or its body closed, is no news.
	 */
	verb:
		| 'began to look at'
		| 'began to try'
		| 'adopted'
		| 'stopped'
		| 'replaced'
		| 'no longer does'
		| 'joined'
		| 'left';
	day: Day;
	precision: DatePrecision;
	isInferred: boolean;
	organisation: number;
	/** What was taken up or stopped; null for a membership. */
	practice: number | null;
	/** What was joined or left; null for a practice. */
	network: number | null;
}

const EXPLORING = STAGES.indexOf('exploring');
const BY = DATE_BOUNDS.indexOf('by');

/**
 * The latest recorded changes among some organisations, newest first: in the practices that a selection means, and
 * in memberships. A date *by* which something was in
 * place tells of no change, since it happened on an unknown day before.
 *
 * @param counted rows of the organisations that count
 * @param until nothing later than this day
 * @param most how many at most
 */
export function latestChanges(
	selection: Selection,
	counted: ReadonlySet<number>,
	until: Day,
	most: number
): Change[] {
	const { atlas } = selection;
	const { adoptions, memberships } = atlas;
	const changes: Change[] = [];
	const add = (
		table: SpellTable & { organisation: Int32Array },
		row: number,
		what: Pick<Change, 'verb' | 'practice' | 'network'>,
		day: Day | null,
		known: number
	): void => {
		const organisation = table.organisation[row]!;
		if (day === null || day > until || !counted.has(organisation)) return;
		const isInferred = CONFIDENCES[table.confidence[row]!] === 'inferred';
		changes.push({ ...what, day, precision: DATE_PRECISIONS[known]!, isInferred, organisation });
	};

	for (let row = 0; row < adoptions.count; row += 1) {
		if (!selection.isMeant(row)) continue;
		const about = { practice: adoptions.practice[row]!, network: null };
		const adopted = sinceWhen(adoptions, row, 'adopted');
		if (adopted !== null && adopted.bound === 'on') {
			add(
				adoptions,
				row,
				{ ...about, verb: 'adopted' },
				adopted.day,
				DATE_PRECISIONS.indexOf(adopted.precision)
			);
		}
		const started = dayOrNull(adoptions.startedOn[row]);
		if (adoptions.startedBound[row] !== BY && (adopted === null || adopted.day !== started)) {
			const verb = firstStage(atlas, row) === EXPLORING ? 'began to look at' : 'began to try';
			add(adoptions, row, { ...about, verb }, started, adoptions.startedPrecision[row]!);
		}
		const ended = dayOrNull(adoptions.endedOn[row]);
		const verb = END_VERBS[END_KINDS[adoptions.endKind[row]!]!];
		if (verb !== null) add(adoptions, row, { ...about, verb }, ended, adoptions.endedPrecision[row]!);
	}
	for (let row = 0; row < memberships.count; row += 1) {
		const about = { practice: null, network: memberships.network[row]! };
		if (memberships.startedBound[row] !== BY) {
			const started = dayOrNull(memberships.startedOn[row]);
			add(memberships, row, { ...about, verb: 'joined' }, started, memberships.startedPrecision[row]!);
		}
		const ended = dayOrNull(memberships.endedOn[row]);
		add(memberships, row, { ...about, verb: 'left' }, ended, memberships.endedPrecision[row]!);
	}
	return changes.sort((a, b) => b.day - a.day || a.organisation - b.organisation).slice(0, most);
}

/** Null: what ran its time, or ended with its body, was given up by nobody. */
const END_VERBS: Record<EndKind, Change['verb'] | null> = {
	completed: null,
	stopped: 'stopped',
	replaced: 'replaced',
	'body closed': null,
	'not known': 'no longer does'
};

/** Stage with which an adoption began. */
function firstStage({ adoptions }: Atlas, row: number): number {
	const first = rowsOf(adoptions.stages.byAdoption, row)[0];
	return first === undefined ? adoptions.stage[row]! : adoptions.stages.stage[first]!;
}
