import type { Area } from '#lib/domain/atlas.ts';
import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { StudyData } from '#lib/analysis/study/study-data.ts';
import { periodName, type PeriodUnit } from '#lib/analysis/panel/date-interval.ts';
import { forecast, type Forecast } from '#lib/forecast/forecast.ts';
import { forecastReport } from '#lib/forecast/forecast-report.ts';
import { ownForecastData, type OwnFiles } from '#lib/forecast/own-data.ts';
import type { RecordClaim } from '#lib/forecast/refusal.ts';
import { studyForecastData } from '#lib/forecast/study-forecast.ts';
import { areaLikeness } from './area-likeness.ts';
import type { Task } from './tasks.ts';

export type ForecastInput = { horizon: number; seed: number } & (
	| {
			kind: 'atlas';
			data: StudyData;
			figures: AreasWire;
			areas: Area[];
			claim: RecordClaim;
	  }
	| { kind: 'own'; files: OwnFiles }
);

export interface ForecastOutput {
	found: Forecast;
	/** The same with keys, for the download. */
	report: Record<string, unknown>;
	/** Last period of the record, as a reader knows it. */
	until: string;
	/** What was decided in reading one's own files. */
	notes: string[];
}

/** Forecasts off the main thread. */
export const task: Task<ForecastInput, ForecastOutput> = (input, { progress }) => {
	const { horizon, seed } = input;
	const onProgress = (share: number): void => progress(share);
	const { data, notes, claim, unit } = read(input);
	const found = forecast(data, { horizon, seed, claim }, { onProgress });
	return {
		found,
		report: forecastReport(found, data, seed),
		until: unit === null ? String(found.until) : periodName(found.until, unit),
		notes
	};
};

function read(input: ForecastInput): {
	data: Parameters<typeof forecast>[0];
	notes: string[];
	claim: RecordClaim;
	unit: PeriodUnit | null;
} {
	if (input.kind === 'own') {
		const { data, notes } = ownForecastData(input.files);
		return { data, notes, claim: { completeFor: input.files.nodes.file, horizonsAgo: null }, unit: null };
	}
	const likeness = areaLikeness(input.figures, input.areas);
	return {
		data: studyForecastData(input.data, input.figures, likeness, input.seed),
		notes: [],
		claim: input.claim,
		unit: input.data.window.unit
	};
}
