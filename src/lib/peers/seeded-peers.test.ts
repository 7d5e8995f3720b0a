import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { indicatorKey } from '#lib/domain/indicators/indicator.ts';
import type { CouncilFacts } from './council-facts.ts';
import { DEFAULT_INDICATORS } from './default-indicators.ts';
import { everyonesPeers } from './everyones-peers.ts';
import { featureTable } from './feature-table.ts';
import { ALIKE_WITHIN, RARE_UP_TO } from './likeness.ts';
import { explainPeers, findPeers, prepareGroup } from './peer-finding.ts';
import { DEFAULT_REQUEST, requestedWeights } from './peer-request.ts';
import { PEER_MODELS } from './peer-space.ts';
import { weighting } from './weighting.ts';

const rowsOf = (name: string) =>
	Papa.parse<Record<string, string>>(
		readFileSync(new URL(`../../../supabase/seed/${name}.csv`, import.meta.url), 'utf8'),
		{ header: true, skipEmptyLines: true }
	).data;
const figures = new Map(rowsOf('indicator_values').map((row) => [row['area_code'], row]));
const areas = rowsOf('areas');
const cell = (code: string | undefined, column: string) => figures.get(code)?.[indicatorKey(column)] ?? '';
/** The figures as they are seeded, of every council. */
const facts: CouncilFacts = {
	areas: areas.map(({ code = '', name = '', kind = '', nation = '', region_name: region = '' }) => ({
		...{ code, name, kind, nation, region }
	})),
	table: featureTable(
		areas.map(({ code = '' }) => code),
		DEFAULT_INDICATORS.map(({ column }) => column),
		areas.map(({ code }) =>
			DEFAULT_INDICATORS.map(({ column }) => {
				const text = cell(code, column);
				return text === '' ? null : Number(text);
			})
		)
	),
	indicators: DEFAULT_INDICATORS.map((indicator) => ({ ...indicator, key: indicatorKey(indicator.column) })),
	leftOut: []
};
const prepare = (name: string) => {
	const row = facts.areas.findIndex((area) => area.name === name);
	const prepared = prepareGroup(facts, row, 'type', 'zscore');
	const weights = requestedWeights(DEFAULT_REQUEST, facts.indicators, prepared.group.isCounted);
	return { prepared, weights };
};
const find = (name: string) => {
	const { prepared, weights } = prepare(name);
	return { group: prepared.group, ...findPeers(prepared, weights, 10) };
};
const sentences = (name: string) =>
	find(name).peers.flatMap(({ alike }) => alike.map(({ sentence }) => sentence));

describe('the peers of councils by the seeded figures', () => {
	test('of Rochdale are mill towns with its poverty and its Asian residents, not all that are as urban', () => {
		const { peers, group } = find('Rochdale');
		expect(group.name).toBe('metropolitan districts');
		// Lancashire and West Yorkshire mill towns, and the Black Country: Pennine textiles and metalworking alike.
		expect(peers.map(({ name }) => name).slice(0, 5)).toEqual(
			expect.arrayContaining(['Oldham', 'Bolton', 'Walsall'])
		);
		const said = sentences('Rochdale');
		expect(said.filter((sentence) => /remote rural|0\.0%/.test(sentence))).toEqual([]);
		expect(said).toContain(
			'Asian residents: 18.5% in Rochdale, 18.7% in Walsall; 11th and 9th highest of 36'
		);
	});

	test('of Camden are never alike by what is twice as much', () => {
		const { peers } = find('Camden');
		expect(
			peers
				.slice(0, 2)
				.map(({ name }) => name)
				.sort()
		).toEqual(['Islington', 'Westminster']);
		const westminster = peers.find(({ name }) => name === 'Westminster')!;
		expect(westminster.alike.map(({ key }) => key)).not.toContain('gdp-per-head-gbp');
		for (const sentence of sentences('Camden')) expect(sentence).not.toContain('£459');
	});

	test('of Belfast are sought in the whole United Kingdom, by what all four nations publish', () => {
		const { peers, group, ranked, counted, known } = find('Belfast');
		expect(group.name).toBe('councils in the United Kingdom');
		expect(ranked).toBe(360);
		expect(known).toBe(counted);
		expect(counted).toBeGreaterThan(35);
		const nations = new Set(peers.map(({ code }) => code[0]));
		expect(nations.size).toBeGreaterThan(1);
		expect(peers.map(({ name }) => name)).toEqual(expect.arrayContaining(['Liverpool', 'Glasgow City']));
	});

	test('are found for every council and by every model, with no blank of a nation', () => {
		for (const model of PEER_MODELS) {
			const lists = everyonesPeers(facts, { ...DEFAULT_REQUEST, model });
			expect(lists).toHaveLength(361);
			for (const { peers } of lists) expect(peers).toHaveLength(10);
		}
		for (const name of ['Rochdale', 'Cardiff', 'Glasgow City']) {
			const { group, peers, counted } = find(name);
			expect(group.isCounted.filter(Boolean)).toHaveLength(counted);
			for (const { shared } of peers) expect(shared).toBeGreaterThan(0.9 * counted);
		}
	});

	test('are likened by what is near and rare, and told apart by what is not', () => {
		for (const name of ['Rochdale', 'Camden', 'Belfast', 'Cornwall', 'Boston', 'Gwynedd', 'City of London']) {
			const { prepared, weights } = prepare(name);
			const explain = explainPeers(weighting(prepared.space, weights), facts.indicators);
			for (const { code } of findPeers(prepared, weights, 10).peers) {
				const { mostAlike, mostUnlike } = explain(prepared.own, prepared.space.table.codes.indexOf(code));
				for (const { likeness } of mostAlike) {
					expect(likeness!.apart).toBeLessThanOrEqual(ALIKE_WITHIN);
					expect(likeness!.commonness).toBeLessThanOrEqual(RARE_UP_TO);
				}
				for (const { likeness } of mostUnlike) expect(likeness!.apart).toBeGreaterThan(ALIKE_WITHIN);
				const named = [...mostAlike, ...mostUnlike].map(({ column }) => column);
				expect(named).not.toContain('life_satisfaction');
			}
		}
	});
});
