import type { Atlas } from '#lib/domain/atlas.ts';
import type { AreasWire } from '#lib/domain/areas-wire.ts';
import { isoDay } from '#lib/domain/day.ts';
import { studyData } from '#lib/analysis/study/study-data.ts';
import type { StudyChoice } from '#lib/analysis/study/study-choice.ts';
import { horizonsBetween, lastWholePeriod } from '#lib/forecast/study-forecast.ts';
import type { ForecastInput } from '#lib/worker/forecast-task.ts';

/** A practice whose record is whole. */
export interface WholeRecord {
	slug: string;
	recordedFor: string;
	/** ISO 8601. */
	recordedUntil: string;
	/** Network among whose members it is forecast; null: among councils. */
	network: string | null;
}

/**
 * What the worker needs to forecast a practice from the atlas: time at risk ends with the last period that the record
 * covers whole.
 *
 * @throws {AnalysisError} if nobody is in the population
 */
export function atlasInput(
	atlas: Atlas,
	figures: AreasWire,
	{ slug, recordedFor, recordedUntil, network }: WholeRecord,
	{ horizon, seed }: { horizon: number; seed: number }
): ForecastInput {
	const choice: StudyChoice = {
		practice: slug,
		population: {
			kinds: network === null ? ['council'] : [],
			councilTypes: [],
			places: [],
			areas: [],
			network,
			selection: []
		},
		from: null,
		until: null,
		unit: null,
		countFrom: 'adopted',
		statedOnly: false,
		weights: [],
		distanceKm: 50,
		groupBy: 'type',
		permutations: 99,
		seed
	};
	const { unit } = studyData(atlas, figures, choice).window;
	const until = lastWholePeriod(recordedUntil, unit);
	return {
		kind: 'atlas',
		data: studyData(atlas, figures, { ...choice, unit, until }),
		figures,
		areas: atlas.areas,
		claim: {
			completeFor: recordedFor,
			horizonsAgo: horizonsBetween(until, isoDay(atlas.asOf), unit, horizon)
		},
		horizon,
		seed
	};
}
