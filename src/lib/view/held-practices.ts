import { beganWhen, sinceWhen, stageOn } from '#lib/domain/counting.ts';
import { rowsOf } from '#lib/domain/row-index.ts';
import { CONFIDENCES, STAGES } from '#lib/domain/vocabulary.ts';
import type { Stage } from '#lib/domain/vocabulary.ts';
import { adoptionSpans, wholeSpans } from './adoption-spans.ts';
import { anyInWindow } from './date-window.ts';
import type { DateWindow } from './date-window.ts';
import type { Selection } from './selection.ts';
import type { DateMode } from './view.ts';

/** One practice of an organisation in a window of time. */
export interface HeldPractice {
	/** Row of the adoption. */
	row: number;
	/** Row of the practice. */
	practice: number;
	/** On the window's day. */
	stage: Stage;
	/** By the rule of *since when*; of what is only explored or tried, when it began. */
	since: string;
	isInferred: boolean;
	/** Whether it is at the stage that the view counts from; what is only explored or tried is not. */
	counts: boolean;
}

/**
 * What an organisation does on the date of a selection, at whatever stage, of the facts that count; without what
 * stands apart.
 */
export function listHeld(
	selection: Selection,
	organisation: number,
	window: DateWindow = selection.window
): HeldPractice[] {
	const { atlas, view } = selection;
	const { adoptions } = atlas;
	return Array.from(rowsOf(atlas.index.adoptionsOfOrganisation, organisation))
		.filter((row) => selection.isFact(adoptions, row) && !selection.isApart(adoptions.practice[row]!))
		.filter((row) => anyInWindow(wholeSpans(atlas, row), window))
		.map((row) => {
			const counted = adoptionSpans(atlas, row, { stages: [], countFrom: view.countFrom });
			const isCounted = anyInWindow(counted, window);
			const since = isCounted ? sinceWhen(adoptions, row, view.countFrom) : null;
			return {
				row,
				practice: adoptions.practice[row]!,
				stage: STAGES[stageOn(adoptions, row, window.day)]!,
				since: (since ?? beganWhen(adoptions, row)).words,
				isInferred: CONFIDENCES[adoptions.confidence[row]!] === 'inferred',
				counts: isCounted
			};
		});
}

const VERBS: Record<DateMode, string> = {
	'as-of': 'in place',
	cumulative: 'adopted',
	changed: 'begun or ended'
};

/** "2 practices in place, 1 explored or tried", "no practice on record". */
export function heldInWords(held: readonly HeldPractice[], mode: DateMode): string {
	if (held.length === 0) return 'no practice on record';
	const counted = held.filter(({ counts }) => counts).length;
	const others = held.length - counted;
	return [
		counted === 0 ? '' : `${counted} ${counted === 1 ? 'practice' : 'practices'} ${VERBS[mode]}`,
		others === 0 ? '' : `${others} explored or tried`
	]
		.filter((part) => part !== '')
		.join(', ');
}
