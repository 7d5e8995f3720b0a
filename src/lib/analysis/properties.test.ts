import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adoptionCurve } from './diffusion/adoption-curve.ts';
import { exposure } from './diffusion/exposure.ts';
import { infectiousness, susceptibility } from './diffusion/infectiousness.ts';
import { moranByPeriod } from './diffusion/moran-by-period.ts';
import { structuralEquivalence } from './diffusion/structural-equivalence.ts';
import { thresholds } from './diffusion/threshold.ts';
import { panelFromTimes, type UnitTimes } from './panel/panel.ts';
import { sparseMatrix } from './sparse/sparse-matrix.ts';
import { kaplanMeier } from './survival/kaplan-meier.ts';
import { logRank } from './survival/log-rank.ts';
import { survivalFromPanel } from './survival/survival-data.ts';

interface Spread {
	times: (number | null)[];
	ties: { from: number; to: number; weight: number }[];
	/** A new place for every unit. */
	places: number[];
}

const PERIODS = 6;

/** Any spread over any network of up to nine units, and any renumbering of them. */
const spreads: fc.Arbitrary<Spread> = fc.integer({ min: 1, max: 9 }).chain((size) => {
	const unit = fc.integer({ min: 0, max: size - 1 });
	return fc.record({
		times: fc.array(fc.option(fc.integer({ min: 1, max: PERIODS })), { minLength: size, maxLength: size }),
		ties: fc.array(fc.record({ from: unit, to: unit, weight: fc.integer({ min: 0, max: 4 }) }), {
			maxLength: 30
		}),
		places: fc.shuffledSubarray(
			Array.from({ length: size }, (_, at) => at),
			{ minLength: size }
		)
	});
});

function laidOut({ times, ties }: Spread, places: readonly number[]) {
	const units: UnitTimes[] = [];
	times.forEach((adopted, unit) => (units[places[unit]!] = { id: `u${unit}`, adopted }));
	const network = sparseMatrix(times.length, {
		row: ties.map(({ from }) => places[from]!),
		column: ties.map(({ to }) => places[to]!),
		value: ties.map(({ weight }) => weight)
	});
	return { panel: panelFromTimes(units, 1, PERIODS), network };
}

const inOrder = (spread: Spread) =>
	laidOut(
		spread,
		spread.times.map((_, unit) => unit)
	);

describe('what always holds', () => {
	test('a curve falls only where spells end', () => {
		fc.assert(
			fc.property(
				spreads,
				fc.infiniteStream(fc.option(fc.integer({ min: 1, max: 4 }))),
				(spread, lengths) => {
					const units = spread.times.map((adopted, unit) => {
						const length = lengths.next().value ?? null;
						return {
							id: `u${unit}`,
							adopted,
							stopped: adopted === null || length === null ? null : adopted + length
						};
					});
					const curve = adoptionCurve(panelFromTimes(units, 1, PERIODS));
					curve.slice(1).forEach((row, before) => {
						expect(row.adopters).toBe(curve[before]!.adopters + row.adopting - row.ending);
					});
				}
			)
		);
	});

	test('hazards and shares lie between 0 and 1 or are null', () => {
		fc.assert(
			fc.property(spreads, (spread) => {
				for (const { share, hazard } of adoptionCurve(inOrder(spread).panel))
					[share, hazard].forEach(assertShare);
			})
		);
	});

	test('exposure, thresholds and influence lie between 0 and 1 or are null', () => {
		fc.assert(
			fc.property(spreads, (spread) => {
				const { panel, network } = inOrder(spread);
				const table = exposure(panel, network);
				table.flat().forEach(assertShare);
				thresholds(panel, table).forEach(assertShare);
				infectiousness(panel, network, { normalised: false, periods: 3 }).forEach(assertShare);
				susceptibility(panel, network, { normalised: false, periods: 3 }).forEach(assertShare);
			})
		);
	});

	test('exposure never falls while no spell ends', () => {
		fc.assert(
			fc.property(spreads, (spread) => {
				const { panel, network } = inOrder(spread);
				for (const row of exposure(panel, network)) {
					row
						.slice(1)
						.forEach((value, before) => expect(value ?? 0).toBeGreaterThanOrEqual(row[before] ?? 0));
				}
			})
		);
	});

	test('survival never rises, stays between 0 and 1, and its limits enclose it', () => {
		fc.assert(
			fc.property(spreads, (spread) => {
				let before = 1;
				for (const point of kaplanMeier(survivalFromPanel(inOrder(spread).panel))) {
					expect(point.survival).toBeLessThanOrEqual(before);
					assertShare(point.survival);
					expect(point.lowerLog ?? 0).toBeLessThanOrEqual(point.survival + 1e-12);
					expect(point.upperLogLog ?? 1).toBeGreaterThanOrEqual(point.survival - 1e-12);
					before = point.survival;
				}
			})
		);
	});

	test('the weights of structural equivalence sum to one or to nothing', () => {
		fc.assert(
			fc.property(spreads, (spread) => {
				const { weights } = structuralEquivalence(inOrder(spread).network);
				for (let row = 0; row < weights.size; row++) {
					const part = weights.value.subarray(weights.rowStart[row], weights.rowStart[row + 1]);
					if (part.length > 0) expect(part.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 10);
				}
			})
		);
	});

	test('renumbering the units changes nothing but their order', () => {
		fc.assert(
			fc.property(spreads, (spread) => {
				const { places } = spread;
				const a = inOrder(spread);
				const b = laidOut(spread, places);
				expect(adoptionCurve(b.panel)).toEqual(adoptionCurve(a.panel));
				const [before, after] = [exposure(a.panel, a.network), exposure(b.panel, b.network)];
				const [caught, caughtAfter] = [a, b].map(({ panel, network }) =>
					infectiousness(panel, network, { periods: 2 })
				);
				places.forEach((place, unit) => {
					expectAlike(after[place]!, before[unit]!);
					expectAlike([caughtAfter![place]!], [caught![unit]!]);
				});
				const [moran, moranAfter] = [a, b].map(({ panel, network }) => moranByPeriod(panel, network));
				expectAlike(
					moranAfter!.map((row) => row.observed),
					moran!.map((row) => row.observed)
				);
				expect(kaplanMeier(survivalFromPanel(b.panel))).toEqual(kaplanMeier(survivalFromPanel(a.panel)));
			})
		);
	});

	test('groups expect as many adoptions together as were observed', () => {
		fc.assert(
			fc.property(spreads, (spread) => {
				const data = survivalFromPanel(inOrder(spread).panel);
				const { observed, expected } = logRank(
					data,
					data.unit.map((unit) => `${unit % 3}`)
				);
				expectAlike([total(expected)], [total(observed)]);
			})
		);
	});
});

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

function assertShare(value: number | null): void {
	if (value === null) return;
	expect(value).toBeGreaterThanOrEqual(0);
	expect(value).toBeLessThanOrEqual(1 + 1e-12);
}

/** Equal but for the order in which rounding happened. */
function expectAlike(found: readonly (number | null)[], wanted: readonly (number | null)[]): void {
	wanted.forEach((value, at) => {
		if (value === null) expect(found[at]).toBeNull();
		else expect(found[at]).toBeCloseTo(value, 9);
	});
}
