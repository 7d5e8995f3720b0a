import type { StageSeries } from '#lib/analysis/graph/stage-series.ts';
import type { NetworkStage } from '#lib/analysis/graph/stage.ts';
import { formatDay } from '#lib/domain/day.ts';
import { STAGE_WORDS, countOf } from './network-words.ts';

/**
 * Since when a network is at its stage, in a sentence; null where no stage can be told. A run that reaches
 * back to the first month looked at may be older than that.
 */
export function sinceText({ since, isSinceStart, months }: StageSeries): string | null {
	if (since === null) return null;
	const month = formatDay(since, 'month');
	return isSinceStart
		? `At this stage in every month looked at, from ${formatDay(months[0]!.day, 'month')} on; it may have been before.`
		: `At this stage since ${month}.`;
}

/** What a year has changed, in one or two sentences; null where it cannot be told. */
export function yearText({ yearAgo }: StageSeries, stage: NetworkStage | null): string | null {
	if (yearAgo === null) return null;
	const was =
		yearAgo.stage === null
			? 'too few to tell'
			: yearAgo.stage === stage
				? 'the same'
				: STAGE_WORDS[yearAgo.stage].name.toLowerCase();
	const [joined, left] = [yearAgo.joined.length, yearAgo.left.length];
	const moved =
		joined + left === 0 ? 'Nobody joined or left since.' : `Since then ${joined} joined and ${left} left.`;
	return `A year ago: ${was}. ${moved}`;
}

/** Into what the hub's part of the network would fall without it, in a sentence; null where it would hold. */
export function piecesText(pieces: readonly number[]): string | null {
	if (pieces.length < 2) return null;
	const [largest, ...rest] = pieces as [number, ...number[]];
	const single = rest.filter((size) => size === 1).length;
	const alone = single === 0 ? '' : `; ${countOf(single, 'organisation')} would be left without any link`;
	return `Its part would fall into ${pieces.length} pieces, the largest of ${countOf(largest, 'organisation')}${alone}.`;
}
