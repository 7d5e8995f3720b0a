import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { bundleFiles, zipBundle, type ResearchBundle } from './research-bundle.ts';

const bundle: ResearchBundle = {
	name: 'goodways-circles',
	title: 'How “Circles” spread',
	notes: ['3 bodies.'],
	address: 'http://localhost/research',
	methods: [
		{
			name: 'Hazard',
			meaning: 'Adoptions over those at risk.',
			limits: 'Not of the first period.',
			source: 'Allison (1984)'
		}
	],
	sources: [{ title: 'Goodways' }],
	licence: { name: 'CC-BY-4.0', title: 'Attribution', path: 'https://creativecommons.org/licenses/by/4.0/' },
	tables: [
		{
			file: 'nodes.csv',
			title: 'Bodies',
			fields: [
				{ name: 'id', type: 'string', description: 'id' },
				{ name: 'toa', type: 'integer', description: 'period' }
			],
			rows: [
				['a', 2019],
				['=b', null]
			],
			key: ['id']
		},
		{
			file: 'edges-ties.csv',
			title: 'Ties',
			fields: [
				{ name: 'source', type: 'string', description: 'who' },
				{ name: 'target', type: 'string', description: 'whom' }
			],
			rows: [['a', '=b']],
			refers: ['source', 'target']
		}
	],
	results: { n: 2, undefinedIsNull: null },
	script: {
		first: 2018,
		last: 2020,
		groupColumn: null,
		permutations: 99,
		seed: 1,
		networks: [{ file: 'edges-ties.csv', name: 'Ties "quoted"\nand broken', meaning: 'one a tie' }]
	},
	createdOn: '2026-11-22',
	terms: null
};

describe('researchBundle', () => {
	const files = bundleFiles(bundle);

	test('holds the tables, results, description, methods and script', () => {
		expect([...files.keys()]).toEqual([
			'nodes.csv',
			'edges-ties.csv',
			'results.json',
			'datapackage.json',
			'rebuild.R',
			'README.md'
		]);
		expect(files.get('nodes.csv')).toBe("id,toa\r\na,2019\r\n'=b,\r\n");
		expect(JSON.parse(files.get('results.json')!)).toEqual(bundle.results);
	});

	test('describes every column, its key and what it refers to', () => {
		const described = JSON.parse(files.get('datapackage.json')!) as {
			$schema: string;
			resources: { name: string; path: string; type: string; schema: Record<string, unknown> }[];
		};
		expect(described.$schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json');
		expect(described.resources.map(({ path, type }) => [path, type])).toEqual([
			['nodes.csv', 'table'],
			['edges-ties.csv', 'table']
		]);
		expect(described.resources[0]!.schema['primaryKey']).toEqual(['id']);
		expect(described.resources[1]!.schema['foreignKeys']).toEqual([
			{ fields: ['source'], reference: { resource: 'nodes', fields: ['id'] } },
			{ fields: ['target'], reference: { resource: 'nodes', fields: ['id'] } }
		]);
	});

	test('a name cannot break out of the R script', () => {
		const script = files.get('rebuild.R')!;
		expect(script).toContain('"edges-ties.csv" = "Ties \\"quoted\\" and broken"');
		for (const name of ['survival', 'spdep']) expect(script).toContain(`library(${name})`);
		expect(script).toContain('netdiffuseR::new_diffnet');
	});

	test('the zip holds the same, and conditions of use where there are some', () => {
		const opened = unzipSync(zipBundle({ ...bundle, terms: 'Tell nobody.' }));
		expect(Object.keys(opened)).toHaveLength(6);
		expect(strFromU8(opened['README.md']!)).toContain('Tell nobody.');
		expect(strFromU8(opened['README.md']!)).toContain(
			'- **Hazard**: Adoptions over those at risk. Not of the first period. Allison (1984).'
		);
		expect(files.get('README.md')).not.toContain('Conditions of use');
	});
});
