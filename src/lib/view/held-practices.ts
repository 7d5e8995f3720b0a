import type { Atlas } from '#lib/domain/atlas.ts';
import { dayOrNull } from '#lib/domain/day.ts';
import { rowsOf } from '#lib/domain/row-index.ts';
import { startInWords } from '#lib/domain/spell.ts';
import { CONFIDENCES, DATE_BOUNDS, DATE_PRECISIONS, STAGES } from '#lib/domain/vocabulary.ts';
import type { Stage } from '#lib/domain/vocabulary.ts';
import { adoptionSpans, stageOn, wholeSpans } from './adoption-spans.ts';
import { anyInWindow } from './date-window.ts';
import type { DateWindow } from './date-window.ts';
import { countsAsFact } from './row-filters.ts';
import type { DateMode, View } from './view.ts';

/** One practice of an organisation in a window of time. */
export interface HeldPractice {
	/** Row of the adoption. */
	row: number;
	/** Row of the practice. */
	practice: number;
	/** On the window's day. */
	stage: Stage;
	/** "28 Jul 2020", "by 2016", "date not recorded". */
	since: string;
	isInferred: boolean;
	/** Whether it is at the stage that the view counts from; what is only explored or tried is not. */
	counts: boolean;
}

/** What an organisation does in a window, at whatever stage, of the facts that the view counts. */
export function listHeld(
	atlas: Atlas,
	organisation: number,
	view: Pick<View, 'countFrom' | 'statedOnly'>,
	window: DateWindow
): HeldPractice[] {
	const { adoptions } = atlas;
	return Array.from(rowsOf(atlas.index.adoptionsOfOrganisation, organisation))
		.filter((row) => countsAsFact(adoptions, row, view) && anyInWindow(wholeSpans(atlas, row), window))
		.map((row) => ({
			row,
			practice: adoptions.practice[row]!,
			stage: STAGES[stageOn(atlas, row, window.day)]!,
			since: startInWords({
				startedOn: dayOrNull(adoptions.startedOn[row]),
				startedBound: DATE_BOUNDS[adoptions.startedBound[row]!]!,
				startedPrecision: DATE_PRECISIONS[adoptions.startedPrecision[row]!]!
			}),
			isInferred: CONFIDENCES[adoptions.confidence[row]!] === 'inferred',
			counts: anyInWindow(adoptionSpans(atlas, row, { stages: [], countFrom: view.countFrom }), window)
		}));
}

const VERBS: Record<DateMode, string> = {
	'as-of': 'in place',
	cumulative: 'taken up',
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
