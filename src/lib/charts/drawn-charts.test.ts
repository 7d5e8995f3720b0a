import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { parseDay } from '#lib/domain/day.ts';
import AdoptionCurve from './AdoptionCurve.svelte';
import HexMap from './HexMap.svelte';
import KindGlyph from './KindGlyph.svelte';
import StageGlyph from './StageGlyph.svelte';
import { adoptionSeries } from '#lib/analysis/diffusion/adoption-series.ts';

const day = (text: string) => parseDay(text)!;

describe('AdoptionCurve', () => {
	const draw = (dates: string[]) =>
		render(AdoptionCurve, {
			props: {
				series: adoptionSeries(dates.map((text) => ({ startedOn: day(text), isBy: false, endedOn: null }))),
				from: day('2015-01-01'),
				until: day('2021-01-01'),
				date: day('2021-01-01'),
				title: 'Two in place'
			}
		}).body;

	test('has the same figures in a table', () => {
		expect(draw(['2016-01-01', '2016-05-01', '2018-01-01']).replace(/<!--.*?-->/g, '')).toMatch(
			/<th scope="row"[^>]*>2016<\/th>\s*<td[^>]*>2<\/td>/
		);
	});

	test('has neither a line nor a table when nothing is dated', () => {
		const body = draw([]);
		expect(body).not.toContain('<table');
		expect(body).not.toContain('NaN');
	});
});

describe('HexMap', () => {
	const { body } = render(HexMap, {
		props: {
			label: 'Areas',
			cells: [
				{ code: 'a', name: 'Leeds', q: 0, r: 0, step: 2, value: '2 practices', href: '/organisations/leeds' },
				{
					code: 'b',
					name: 'Bradford',
					q: 1,
					r: 0,
					step: null,
					value: 'not known',
					href: '/organisations/bradford'
				}
			]
		}
	});

	test('is one stop of the Tab key', () => {
		expect(body.match(/tabindex="0"/g)).toHaveLength(1);
		expect(body.match(/tabindex="-1"/g)).toHaveLength(1);
	});

	test('says each area and its value, and hatches what is not known', () => {
		expect(body).toContain('aria-label="Leeds: 2 practices"');
		expect(body).toMatch(/fill="url\(#[^)]*unknown\)"/);
	});
});

describe('glyphs', () => {
	test('are silent beside their word and named where they stand alone', () => {
		expect(render(KindGlyph, { props: { kind: 'charity' } }).body).toContain('aria-hidden="true"');
		expect(render(KindGlyph, { props: { kind: 'charity', named: true } }).body).toContain(
			'aria-label="charity"'
		);
		expect(render(StageGlyph, { props: { stage: 'piloting' } }).body).toMatch(/piloting/);
		expect(render(StageGlyph, { props: { stage: 'piloting', bare: true } }).body).toContain(
			'aria-label="piloting"'
		);
	});
});
