import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { ownStudy } from '#lib/analysis/study/own-tables.ts';
import { runStudy } from '#lib/analysis/study/study.ts';
import { DEFAULT_VIEW } from '#lib/view/view.ts';
import NetworkFigures from './NetworkFigures.svelte';
import SpreadFigures from './SpreadFigures.svelte';
import StudyForm from './StudyForm.svelte';
import WhoFigures from './WhoFigures.svelte';
import { studyChoice, USUAL_RESEARCH } from './research-address.ts';

const ids = Array.from({ length: 14 }, (_, at) => `n${at}`);
const nodes = ['id,toa', ...ids.map((id, at) => `${id},${at < 12 ? 2 + Math.floor(at / 2) : ''}`)].join('\n');
const edges = ['source,target', ...ids.slice(1).map((id, at) => `${id},n${at}`)].join('\n');
const result = runStudy(
	ownStudy({
		nodes: { file: 'nodes.csv', content: nodes },
		edges: { file: 'edges.csv', content: edges },
		groupColumn: null,
		permutations: 99,
		seed: 1
	})
);
const linked = { focus: 1, onfocus: () => undefined, onpick: () => undefined };
const source = 'Source: a test.';

describe('the figures, as the server writes them', () => {
	test('curve, hazard and survival say their n, their risk set and their table without scripts', () => {
		const { body } = render(SpreadFigures, { props: { core: result.core, dateNotes: [], source, linked } });
		expect(body).toContain('12 of 14 bodies adopted');
		expect(body).toContain('n = 14 bodies');
		expect(body).toContain('12 at risk in period 3');
		expect(body.match(/The same figures as a table/g)).toHaveLength(3);
		expect(body).not.toMatch(/NaN|undefined|Infinity/);
	});

	test('networks say their method, seed and what is left out', () => {
		const { body } = render(NetworkFigures, { props: { result, source, linked } });
		expect(body).toContain('99 shuffles for each period, seed 1');
		expect(body).toContain(
			'13 pairs tied at the end, among 14 bodies; 1 body without a contact, left out and not counted as 0'
		);
		expect(body).toContain('of 13 pairs hold two adopters, by chance');
		expect(body).toContain('of contacts that adopted later, those that did in the very next period');
		expect(body).not.toMatch(/NaN|undefined|Infinity/);
	});

	test('an undefined Moran’s I is said to be none, never −1', () => {
		const none = result.networks.map((network) => ({
			...network,
			moran: network.moran.map((row) => ({ ...row, observed: null, permutation: null }))
		}));
		const { body } = render(NetworkFigures, {
			props: { result: { ...result, networks: none }, source, linked }
		});
		expect(body).toContain('Moran’s I at its largest');
		expect(body).not.toMatch(/>[-−]1</);
	});

	test('sources are told apart as declared and inferred', () => {
		const adopted = ids.map((_, at) => (at < 12 ? Math.floor(at / 2) : null));
		const { body } = render(WhoFigures, {
			props: { result, ids, names: ids, adopted, hexagons: [], source, linked }
		});
		expect(body).toContain('Nobody has said who they learnt it from');
		expect(body).toContain('class="inferred');
		expect(body).not.toMatch(/NaN|undefined|Infinity/);
	});

	test('the form keeps what it does not ask, and offers saved peers', () => {
		const view = { ...DEFAULT_VIEW, date: 18000 };
		const { body } = render(StudyForm, {
			props: {
				view,
				own: USUAL_RESEARCH,
				choice: studyChoice(view, USUAL_RESEARCH, 'climate-emergency-declaration'),
				practices: [
					{
						slug: 'climate-emergency-declaration',
						name: 'Declaration',
						isSample: false,
						counts: { inPlace: 325, ever: 345 }
					}
				],
				networks: [],
				places: ['Wales'],
				savedPeers: [{ id: '1', name: 'Mine', selection: ['leeds'], bodies: 'councils' as const }]
			}
		});
		expect(body).toContain('name="date" value="2019-04-14"');
		expect(body).toContain('Mine (1)');
		expect(body).toMatch(/select=leeds[^"]*bodies=councils/);
		expect(body).toMatch(/value="border"[^>]*checked/);
	});
});
