import { strToU8, zipSync } from 'fflate';
import { printCsv, type CsvCell } from './csv.ts';
import { researchScript, type ScriptFacts } from './research-script.ts';

/** A table of a bundle, with the meaning of each column. */
export interface BundleTable {
	/** File name, with ending. */
	file: string;
	title: string;
	fields: readonly BundleField[];
	rows: readonly (readonly CsvCell[])[];
	/** Columns that tell rows apart. */
	key?: readonly string[];
	/** Columns that name a row of `nodes.csv` by its id. */
	refers?: readonly string[];
}

export interface BundleField {
	name: string;
	type: 'string' | 'integer' | 'number' | 'boolean' | 'date';
	description: string;
}

/** A study to download. */
export interface ResearchBundle {
	/** Short name without spaces. */
	name: string;
	title: string;
	/** Who and when, what was left out, which choices: one sentence each. */
	notes: readonly string[];
	/** Address of the page that shows the same. */
	address: string;
	/** How figures are computed, what they leave out, and by whom the method is. */
	methods: readonly { name: string; meaning: string; limits: string; source: string }[];
	/** Where the records come from, and under which licence. */
	sources: readonly { title: string; path?: string }[];
	licence: { name: string; title: string; path: string } | null;
	tables: readonly BundleTable[];
	/** All figures, as computed. */
	results: unknown;
	script: Omit<ScriptFacts, 'networks'> & {
		networks: readonly { file: string; name: string; meaning: string }[];
	};
	/** Day of making, ISO 8601. */
	createdOn: string;
	/** Conditions of use that were accepted; null for a bundle of public records. */
	terms: string | null;
}

const NODES = 'nodes.csv';

/** The files of a bundle by name, as text. */
export function bundleFiles(bundle: ResearchBundle): Map<string, string> {
	const files = new Map(
		bundle.tables.map((table) => [
			table.file,
			printCsv(
				table.fields.map(({ name }) => name),
				table.rows
			)
		])
	);
	files.set('results.json', `${JSON.stringify(bundle.results, null, '\t')}\n`);
	files.set('datapackage.json', `${JSON.stringify(dataPackage(bundle), null, '\t')}\n`);
	files.set('rebuild.R', researchScript(bundle.script));
	files.set('README.md', readme(bundle));
	return files;
}

/** The bundle as a zip archive. */
export function zipBundle(bundle: ResearchBundle): Uint8Array<ArrayBuffer> {
	const files = [...bundleFiles(bundle)].map(([name, text]) => [name, strToU8(text)] as const);
	return new Uint8Array(zipSync(Object.fromEntries(files), { level: 6 }));
}

/**
 * Description of the tables as a Frictionless Data Package.
 *
 * Source: Data Package standard v2, https://datapackage.org
 */
function dataPackage(bundle: ResearchBundle): object {
	return {
		$schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
		name: bundle.name,
		title: bundle.title,
		description: bundle.notes.join(' '),
		homepage: bundle.address,
		created: `${bundle.createdOn}T00:00:00Z`,
		...(bundle.licence === null ? {} : { licenses: [bundle.licence] }),
		sources: bundle.sources,
		resources: bundle.tables.map(({ file, title, fields, key, refers = [] }) => ({
			$schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
			name: file.replace(/\.csv$/, ''),
			path: file,
			title,
			type: 'table',
			format: 'csv',
			mediatype: 'text/csv',
			encoding: 'utf-8',
			schema: {
				$schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
				fields: fields.map(({ name, type, description }) => ({
					name,
					type,
					description,
					...(key?.length === 1 && key[0] === name ? { constraints: { required: true, unique: true } } : {})
				})),
				missingValues: [''],
				...(key === undefined ? {} : { primaryKey: key }),
				...(refers.length === 0
					? {}
					: {
							foreignKeys: refers.map((field) => ({
								fields: [field],
								reference: { resource: NODES.replace(/\.csv$/, ''), fields: ['id'] }
							}))
						})
			}
		}))
	};
}

function readme(bundle: ResearchBundle): string {
	const files = bundle.tables.map(({ file, title, rows }) => `| \`${file}\` | ${title} | ${rows.length} |`);
	const lines = [
		`# ${bundle.title}`,
		'',
		...bundle.notes.map((note) => `- ${note}`),
		`- The same on the web: ${bundle.address}`,
		'',
		...(bundle.terms === null ? [] : ['## Conditions of use', '', bundle.terms, '']),
		'## Files',
		'',
		'| file | what it holds | rows |',
		'|---|---|---|',
		...files,
		'| `results.json` | every figure as computed, full precision; null where undefined | – |',
		'| `datapackage.json` | the tables described (Frictionless Data Package 2) | – |',
		'| `rebuild.R` | the main results again, in R | – |',
		'',
		'`nodes.csv` and any file of ties can be dropped on the research page as they are.',
		'Text that a spreadsheet would run as a formula begins with an apostrophe.',
		'',
		'## Columns',
		'',
		...bundle.tables.flatMap(({ file, fields }) => [
			`### ${file}`,
			'',
			...fields.map(({ name, type, description }) => `- \`${name}\` (${type}): ${description}`),
			''
		]),
		'## Networks',
		'',
		...(bundle.script.networks.length === 0
			? ['None.']
			: bundle.script.networks.map(({ file, name, meaning }) => `- \`${file}\`, ${name}: ${meaning}.`)),
		'',
		'## Methods',
		'',
		...bundle.methods.map(
			({ name, meaning, limits, source }) => `- **${name}**: ${meaning} ${limits} ${source}.`
		),
		'',
		'With R: survival (Therneau), spdep (Bivand) and, where installed, netdiffuseR (Vega Yon & Valente). Where these differ from us by convention, `rebuild.R` says so; at its end it sets our results beside its own.',
		'',
		'## Sources',
		'',
		...bundle.sources.map(({ title, path }) => `- ${title}${path === undefined ? '' : `, ${path}`}`),
		''
	];
	return lines.join('\n');
}
