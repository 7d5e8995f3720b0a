import type { ForecastData } from './forecast-data.ts';
import type { Forecast } from './forecast.ts';
import type { WithInterval } from './verdict.ts';

/** A forecast as the command line and downloads give it; every key is told in the README of this room. */
export function forecastReport(found: Forecast, data: ForecastData, seed: number): Record<string, unknown> {
	const { model, test } = found;
	return {
		refused: found.refusal,
		n: data.panel.ids.length,
		adopters: found.counts.adopters,
		periods_with_adopters: found.counts.periods,
		at_risk: found.counts.atRisk,
		record_until: found.until,
		horizon: found.horizon,
		seed,
		verdict: test === null ? null : verdictReport(test.verdict),
		back_test:
			test === null
				? null
				: {
						n: test.n,
						events: test.events,
						contenders: test.scores.map((score) => ({
							key: score.key,
							knows: score.knows,
							log_score: score.logScore,
							brier: score.brier,
							concordance: score.concordance,
							average_precision: score.averagePrecision,
							log_score_before: score.logScoreBefore,
							penalty: score.penalty
						})),
						average_precision_at_random: test.averagePrecisionAtRandom,
						calibration: test.calibration,
						calibration_slope: test.calibrationSlope
					},
		model:
			model === null
				? null
				: {
						n: model.n,
						events: model.events,
						penalty: model.penalty,
						knots: model.knots,
						held_at: model.heldAt,
						draws_of_dates: model.draws,
						terms: model.coefficients.map((one) => ({
							term: one.term,
							coefficient: one.value,
							se: one.error,
							lower: one.lower,
							upper: one.upper,
							from_dates: one.fromDates,
							separated: one.isSeparated
						}))
					},
		expected_adopters: found.adopters === null ? null : interval(found.adopters),
		uncertainty_from_dates: found.runs === null ? null : found.fromDates,
		runs: found.runs,
		list_open: found.units !== null && test?.verdict.isListOpen === true,
		organisations:
			found.units?.map(({ id, name, chance, inWords, reasons, because }) => ({
				id,
				name,
				chance: chance.value,
				lower: chance.lower,
				upper: chance.upper,
				in_words: inWords,
				reasons,
				because
			})) ?? null,
		notes: found.notes
	};
}

function verdictReport(verdict: NonNullable<Forecast['test']>['verdict']): Record<string, unknown> {
	return {
		kind: verdict.kind,
		sentence: verdict.sentence,
		against: verdict.against,
		log_score_gain: verdict.logScoreGain,
		concordance_gain: verdict.concordanceGain
	};
}

function interval({ value, lower, upper }: WithInterval): WithInterval {
	return { value, lower, upper };
}
