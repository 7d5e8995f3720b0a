import { describe, expect, test } from 'vitest';
import { INDICATORS } from '#lib/domain/indicators/catalogue.ts';
import { atlasOf } from '../../../tests/fixtures/study-fixture.ts';
import { seededAreas } from '../../../tests/fixtures/seeded-areas.ts';
import { select } from '#lib/view/selection.ts';
import { DEFAULT_VIEW } from '#lib/view/view.ts';
import { USUAL_REQUEST } from './peers.ts';
import { proposal } from './proposal.ts';
import { readProposalWhole } from './reading.ts';
import { oneTable, proposalTables, recordsOf } from './tables.ts';

const { wire, areas } = seededAreas();
const atlas = { ...atlasOf({ asOf: '2026-11-22' }), areas };
const codes = wire.upper.find(({ name }) => name === 'Kent')!.districts.map((row) => wire.codes[row]!);
const read = (own: readonly string[], name: string) =>
	readProposalWhole(select(atlas, DEFAULT_VIEW), wire, proposal(own, name, null), USUAL_REQUEST);
const tables = proposalTables([read(codes.slice(0, 6), 'One'), read(codes.slice(6), 'Other')], {
	ask: [null, null],
	stories: []
});
const table = (name: string) => tables.find((one) => one.name === name)!;

describe('proposals as tables', () => {
	test('have a cell for each column, and distinct names that a spreadsheet takes', () => {
		expect(new Set(tables.map(({ name }) => name)).size).toBe(tables.length);
		for (const { name, columns, rows } of tables) {
			expect(name.length).toBeLessThanOrEqual(31);
			expect(new Set(columns).size).toBe(columns.length);
			for (const row of rows) expect(row, name).toHaveLength(columns.length);
		}
	});

	test('have every figure and ten peers of each proposal, by its name', () => {
		expect(table('figures').rows).toHaveLength(2 * INDICATORS.length);
		expect(table('peers').rows.map(([name]) => name)).toEqual([
			...Array.from({ length: 10 }, () => 'One'),
			...Array.from({ length: 10 }, () => 'Other')
		]);
		const people = recordsOf(table('figures')).filter(({ indicator }) => indicator === 'population-2024');
		expect(people.map(({ proposal, how }) => [proposal, how])).toEqual([
			['One', 'added'],
			['Other', 'added']
		]);
		const all = read(codes, 'All').figures.find(({ indicator }) => indicator.column === 'population_2024')!;
		expect(people.reduce((sum, { value }) => sum + Number(value), 0)).toBe(all.value);
	});

	test('are one table without losing a cell', () => {
		const all = recordsOf(oneTable(tables));
		expect(all).toHaveLength(tables.reduce((sum, { rows }) => sum + rows.length, 0));
		const again = all.filter(({ table: name }) => name === 'peers');
		for (const [at, record] of recordsOf(table('peers')).entries()) expect(again[at]).toMatchObject(record);
	});
});
