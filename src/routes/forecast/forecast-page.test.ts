import { readFileSync } from 'node:fs';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import type { AreasWire } from '#lib/domain/areas-wire.ts';
import { task, type ForecastInput, type ForecastOutput } from '#lib/worker/forecast-task.ts';
import { wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { atlasInput } from './atlas-input.ts';
import ForecastResult from './ForecastResult.svelte';

const context = { progress: () => undefined };
const forecastOf = async (input: ForecastInput): Promise<ForecastOutput> => task(input, context);
const reference = (name: string): string =>
	readFileSync(new URL(`../../../tests/reference/forecast/${name}`, import.meta.url), 'utf8');

function htmlOf({ found, until, notes }: ForecastOutput, evidence: string | null = null): string {
	return render(ForecastResult, { props: { found, until, evidence, notes } }).body;
}

/** Eighty councils, of whom sixty adopt over fifteen months. */
const areas = Array.from({ length: 80 }, (_, at) => ({
	code: `E0700${String(at).padStart(4, '0')}`,
	name: `Council ${at}`,
	region: at % 3 === 0 ? 'North' : 'South'
}));
const atlas = buildAtlas(
	wireFixture({
		asOf: '2021-01-15',
		areas,
		organisations: areas.map(({ code }, at) => ({
			slug: `c-${code.toLowerCase()}`,
			kind: 'council' as const,
			area: at
		})),
		practices: [{ slug: 'p' }],
		adoptions: Array.from({ length: 60 }, (_, at) => {
			const month = (at * 7) % 15;
			const from = `${2019 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-10`;
			return { organisation: at, practice: 0, from };
		})
	})
);
const figures: AreasWire = {
	codes: areas.map(({ code }) => code),
	indicators: [],
	adjacency: {
		a: Array.from({ length: 79 }, (_, at) => at),
		b: Array.from({ length: 79 }, (_, at) => at + 1),
		km: Array.from({ length: 79 }, () => null)
	},
	former: { code: [], current: [] },
	upper: []
};
const whole = { slug: 'p', recordedFor: 'councils', recordedUntil: '2020-09-30', network: null };

describe('the page of forecasts', () => {
	test('forecasts one’s own files, and folds the list where it must not be used', async () => {
		const output = await forecastOf({
			kind: 'own',
			horizon: 3,
			seed: 1,
			files: {
				nodes: { file: 'doctors.csv', content: reference('doctors.csv') },
				edges: [{ file: 'edges.csv', content: reference('doctors_edges.csv') }],
				covariates: [],
				until: null
			}
		});
		const html = htmlOf(output);
		expect(output.found.test!.verdict.isListOpen).toBe(false);
		expect(html).toContain(output.found.test!.verdict.sentence);
		const list = html.indexOf('Chances, by name');
		expect(html.lastIndexOf('<details', list)).toBeGreaterThan(html.lastIndexOf('</details', list));
		expect(html).toContain('A chance says nothing about whether the practice would help there.');
		expect(html).not.toMatch(/NaN|undefined|Infinity|\[object/);
	}, 60_000);

	test('forecasts a practice from the atlas, at risk up to the last whole month of its record', async () => {
		const input = atlasInput(atlas, figures, whole, { horizon: 4, seed: 1 });
		expect(input).toMatchObject({ kind: 'atlas', claim: { completeFor: 'councils', horizonsAgo: 1 } });
		const output = await forecastOf(input);
		expect(output.until).toBe('2020-09');
		expect(output.found.units).toHaveLength(20);
		expect(output.found.model!.coefficients.map(({ term }) => term)).toEqual([
			'exposure through shared border',
			'region: South'
		]);
		expect(htmlOf(output, '/practices/p')).toContain('href="/practices/p"');
	}, 60_000);

	test('a record that ended long ago is tested, and gives no list', async () => {
		const output = await forecastOf(atlasInput(atlas, figures, whole, { horizon: 1, seed: 1 }));
		expect(output.found.refusal!.rule).toBe('record ended long ago');
		const html = htmlOf(output);
		expect(html).toContain('No list: the record ended');
		expect(html).not.toContain('Chances, by name');
		expect(html).toContain('Can it be trusted?');
	}, 60_000);
});
