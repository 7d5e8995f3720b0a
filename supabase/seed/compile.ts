import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { adoptionTables } from './compile/adoptions.ts';
import { areaTables } from './compile/areas.ts';
import { listBodies } from './compile/bodies.ts';
import { councilRegister } from './compile/council-register.ts';
import { indicatorTables } from './compile/indicators.ts';
import { readInputs, type Inputs } from './compile/inputs.ts';
import { belongingTables } from './compile/belongings.ts';
import { linkTables } from './compile/links.ts';
import { milestoneTables } from './compile/milestones.ts';
import { networkTables } from './compile/networks.ts';
import { practiceTables } from './compile/practices.ts';
import { tieTables } from './compile/ties.ts';
import { organisationTables } from './compile/organisations.ts';
import { printCsv } from './compile/table.ts';

/** Traces of the project's own notes, which no seed file may carry: a reader must meet the public source. */
const OWN_NOTES = /domain\.md|la_facts|shared\/|PROVENANCE|geo-lookups|design\//;

/**
 * The seed files, by name, as text.
 *
 * @throws {Error} when two bodies share an address, or a file names notes instead of a public source
 */
export function compile(inputs: Inputs): Map<string, string> {
	const bodies = listBodies(inputs);
	assertDistinct(bodies.map(({ slug }) => slug));
	const tables = [
		...areaTables(inputs),
		...indicatorTables(inputs),
		...networkTables(inputs),
		...organisationTables(bodies),
		...practiceTables(inputs),
		...adoptionTables(inputs, bodies),
		...belongingTables(inputs),
		...tieTables(inputs, bodies),
		...linkTables(inputs),
		...milestoneTables()
	];
	return new Map(
		tables.map((table) => {
			const text = printCsv(table);
			const trace = OWN_NOTES.exec(text);
			if (trace !== null) throw new Error(`${table.name} names ${trace[0]} instead of a public source`);
			return [`${table.name}.csv`, text];
		})
	);
}

/** Where the register of councils stands, from this folder. */
export const REGISTER_FILE = '../../src/lib/councils/council-register.json';

/** The register of councils as text, one body a line. */
export function compileRegister(inputs: Inputs): string {
	const rows = councilRegister(inputs, listBodies(inputs));
	return `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`;
}

function assertDistinct(slugs: string[]): void {
	const twice = slugs.find((slug, index) => slug === '' || slugs.indexOf(slug) !== index);
	if (twice !== undefined) throw new Error(`two bodies have the address "${twice}"`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
	const [, , folder] = process.argv;
	if (folder === undefined) throw new Error('Usage: npx tsx supabase/seed/compile.ts <folder with the figures>');
	const inputs = readInputs(folder);
	for (const [name, text] of [...compile(inputs), [REGISTER_FILE, compileRegister(inputs)] as const]) {
		writeFileSync(join(import.meta.dirname, name), text);
		console.log(`${name}: ${text.split('\n').length - 2} lines`);
	}
}
