import type { Atlas } from '#lib/domain/atlas.ts';
import { sinceWhen, undatedFrom } from '#lib/domain/counting.ts';
import { dayOrNull } from '#lib/domain/day.ts';
import type { Day } from '#lib/domain/day.ts';
import { rowsOf } from '#lib/domain/row-index.ts';
import { DATE_BOUNDS, DATE_PRECISIONS, STAGES } from '#lib/domain/vocabulary.ts';
import type { DateBound } from '#lib/domain/vocabulary.ts';
import { ALWAYS_AFTER } from './intervals.ts';
import { lifetime } from './lifetime.ts';
import { NO_EVENT } from './known-event.ts';
import { inAll } from './span.ts';
import type { Known } from './known-event.ts';
import type { Span } from './span.ts';
import type { View } from './view.ts';

const ENDED = STAGES.indexOf('ended');
const BY = DATE_BOUNDS.indexOf('by' satisfies DateBound);

/**
 * Days of one adoption at the stages a view asks for, or from the stage it counts from, while its
 * organisation exists: a council that is abolished does nothing any longer, whatever its record leaves open.
 */
export function adoptionSpans(atlas: Atlas, row: number, view: Pick<View, 'stages' | 'countFrom'>): Span[] {
	return whileThere(atlas, row, recordedSpans(atlas, row, view));
}

/** The same as the record has it, whatever became of the organisation: what its successor takes over. */
export function recordedSpans(atlas: Atlas, row: number, view: Pick<View, 'stages' | 'countFrom'>): Span[] {
	if (view.stages.length > 0) {
		return stageSpans(
			atlas,
			row,
			view.stages.map((stage) => STAGES.indexOf(stage))
		);
	}
	const since = sinceWhen(atlas.adoptions, row, view.countFrom);
	if (since === null) return [];
	return [spanOf(atlas, row, since.day, since.bound === 'by', DATE_PRECISIONS.indexOf(since.precision))];
}

/** Days from the start of an adoption at whatever stage, while its organisation exists. */
export function wholeSpans(atlas: Atlas, row: number): Span[] {
	const { startedOn, startedBound, startedPrecision } = atlas.adoptions;
	const isBy = startedBound[row] === BY;
	return whileThere(atlas, row, [
		spanOf(atlas, row, dayOrNull(startedOn[row]), isBy, startedPrecision[row]!)
	]);
}

function whileThere(atlas: Atlas, row: number, spans: Span[]): Span[] {
	const life = lifetime(atlas, atlas.adoptions.organisation[row]!);
	const isThereThroughout = spans.every(({ from, to }) => from >= life.from && to <= life.to);
	return isThereThroughout ? spans : inAll([spans, [life]]);
}

function spanOf(atlas: Atlas, row: number, start: Day | null, isBy: boolean, known: Known): Span {
	const { adoptions } = atlas;
	const end = dayOrNull(adoptions.endedOn[row]);
	return {
		from: start ?? undatedFrom(atlas, row),
		to: end ?? ALWAYS_AFTER,
		begun: start === null || isBy ? NO_EVENT : known,
		ended: end === null ? NO_EVENT : adoptions.endedPrecision[row]!
	};
}

function stageSpans(atlas: Atlas, row: number, wanted: readonly number[]): Span[] {
	const { adoptions } = atlas;
	const { stages } = adoptions;
	const isBy = adoptions.startedBound[row] === BY;
	const whole = spanOf(
		atlas,
		row,
		dayOrNull(adoptions.startedOn[row]),
		isBy,
		adoptions.startedPrecision[row]!
	);
	const spans: Span[] = [];
	if (wanted.includes(ENDED) && whole.to !== ALWAYS_AFTER) {
		spans.push({ from: whole.to, to: ALWAYS_AFTER, begun: whole.ended, ended: NO_EVENT });
	}

	const steps = Array.from(rowsOf(stages.byAdoption, row));
	if (steps.length === 0) {
		if (wanted.includes(adoptions.stage[row]!)) spans.push(whole);
		return spans;
	}
	steps.forEach((step, at) => {
		if (!wanted.includes(stages.stage[step]!)) return;
		const on = dayOrNull(stages.on[step]);
		const next = steps[at + 1];
		const until = next === undefined ? null : dayOrNull(stages.on[next]);
		const isCut = until !== null && until < whole.to;
		const span: Span = {
			from: on ?? undatedFrom(atlas, row),
			to: isCut ? until : whole.to,
			begun: on === null || (on === whole.from && isBy) ? NO_EVENT : stages.precision[step]!,
			ended: isCut ? stages.precision[next!]! : whole.ended
		};
		if (span.from < span.to) spans.push(span);
	});
	return spans;
}
