import { describe, expect, test } from 'vitest';
import { exposure } from '#lib/analysis/diffusion/exposure.ts';
import { parseEdges } from '#lib/analysis/input/edge-table.ts';
import { panelOf, parseNodes } from '#lib/analysis/input/node-table.ts';
import { prepareStudy } from '#lib/analysis/study/prepare-study.ts';
import { studyData } from '#lib/analysis/study/study-data.ts';
import { bundleFiles } from '#lib/exchange/research-bundle.ts';
import { atlasOf, BORDERS, CHOICE, row } from '../../../tests/fixtures/study-fixture.ts';
import { OWN_NAMES, researchBundleOf, type Naming } from './research-files.ts';

const choice = { ...CHOICE, weights: ['ties' as const, 'border' as const] };
const atlas = atlasOf(
	row({
		ties: [
			{ a: 0, b: 1, kind: 'works with', from: '2014-06-01', to: '2017-02-01' },
			{ a: 2, b: 3, kind: 'works with' }
		]
	})
);
const data = studyData(atlas, BORDERS, choice);
const study = prepareStudy(data, choice, null);

function filesOf(naming: Naming): Map<string, string> {
	const { panel, names, networks, unit } = study;
	return bundleFiles(
		researchBundleOf(
			{ panel, names, networks, data, unit, groupBy: 'nation', results: {}, permutations: 99, seed: 1 },
			{ title: 'A study', name: 'a-study', notes: [], address: '', createdOn: '2026-11-22', terms: null },
			naming
		)
	);
}

describe('a study as files', () => {
	const files = filesOf(OWN_NAMES);

	test('reads back as the same study: times, bounds and ties period by period', () => {
		const nodes = parseNodes('nodes.csv', files.get('nodes.csv')!);
		for (const { key, network } of study.networks) {
			const ties = parseEdges('edges.csv', files.get(`edges-${key}.csv`)!, nodes);
			expect([nodes.first, nodes.last]).toEqual([study.panel.periods[0], study.panel.periods.at(-1)]);
			const back = panelOf(nodes, 'toa', {
				first: study.panel.periods[0]!,
				last: study.panel.periods.at(-1)!
			});
			expect(back.adoptedAt).toEqual(study.panel.adoptedAt);
			expect(back.startKnown).toEqual(study.panel.startKnown);
			if (key === 'border') expect(exposure(back, ties.network)).toEqual(exposure(study.panel, network));
			else expect(ties.first).toBe(study.panel.periods[0]);
		}
	});

	test('ties that change are given for each period in which they hold, others once', () => {
		const lines = files.get('edges-ties.csv')!.trim().split('\r\n');
		const periods = study.panel.periods.length;
		const held = [2014, 2015, 2016].filter((year) => study.panel.periods.includes(year)).length;
		expect(lines[0]).toBe('source,target,weight,time');
		expect(lines).toHaveLength(1 + 2 * (held + periods));
		expect(files.get('edges-border.csv')!.split('\r\n')[0]).toBe('source,target,weight');
	});

	test('the script compares the groups that the reader chose', () => {
		expect(files.get('rebuild.R')).toContain('group <- nodes[["nation"]][rows]');
	});

	test('under pseudonyms no name, slug, area or day is told', () => {
		const hidden = [...filesOf({ idOf: (id) => `x${[...id].reverse().join('')}x`, isPseudonymous: true })];
		const text = hidden
			.filter(([name]) => name.endsWith('.csv'))
			.map(([, content]) => content)
			.join('\n');
		for (const { id, name, area } of data.units) {
			for (const word of [name, area]) if (word !== null) expect(text).not.toContain(word);
			expect(text.split(/[,\r\n]/)).not.toContain(id);
		}
		expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}/);
	});
});
