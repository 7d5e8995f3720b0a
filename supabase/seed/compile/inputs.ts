import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCsv } from './table.ts';

/** The figures and facts that the seed files are compiled from. */
export interface Inputs {
	/** One row per current lower-tier or unitary authority, with all its figures. */
	authorities: Record<string, string>[];
	borders: Record<string, string>[];
	hexagons: Record<string, string>[];
	declarations: Record<string, string>[];
	/** Bodies that are or were councils since 2005, with what followed them. */
	history: Record<string, string>[];
	/** Codes of before 2011, by GSS code. */
	onsCodes: Record<string, string>[];
	movement: MovementFacts;
}

/** A dated statement as the facts were noted; dates are filled to the first day of month or year. */
interface Dated {
	precision?: string;
	date_bound?: string;
	to?: string;
	to_precision?: string;
	/** How it ended, where the source says: completed, stopped, replaced, body closed. */
	end_kind?: string;
	source: string;
	source_date?: string;
	confidence?: string;
	note?: string;
}

export interface AdoptionFact extends Dated {
	organisation: string;
	practice: string;
	stage: string;
	from: string;
	learned_from?: string;
}

export interface BelongingFact extends Dated {
	network: string;
	organisation: string;
	from: string;
	role: string;
}

export interface TieFact extends Dated {
	from: string;
	to: string;
	kind: string;
	on?: string;
}

export interface OrganisationFact {
	slug: string;
	name: string;
	kind: string;
	gss_code?: string;
	area_code?: string;
	website: string | null;
	lon: number | null;
	lat: number | null;
	location_basis: string;
	identifiers: { scheme: string; value: string }[];
	summary: string;
	source: string;
	source_date?: string;
}

export interface PracticeFact {
	slug: string;
	name: string;
	summary: string;
	characteristics: number[];
	evidence_level: string;
	evidence_note: string;
	originator?: string;
	since?: string;
	since_precision?: string;
	url?: string;
	source: string;
	source_date?: string;
}

export interface LinkFact {
	slug: string;
	url: string;
	title: string;
	kind: string;
	publisher: string;
	published_on?: string;
	precision?: string;
	starts_at?: string;
	about_practices: string[];
	about_organisations: string[];
	made_by: string[];
	hosted_by: string[];
	characteristics: number[];
	source: string;
	note?: string;
}

export interface NetworkFact {
	slug: string;
	name: string;
	summary: string;
	url: string;
	since?: string;
	since_precision?: string;
	source: string;
}

export interface FrameworkFact {
	network: string;
	items: { order: number; label: string; description?: string }[];
	source: string;
	label_status: string;
}

export interface MovementFacts {
	networks: NetworkFact[];
	frameworks: FrameworkFact[];
	organisations: OrganisationFact[];
	memberships: BelongingFact[];
	associations: BelongingFact[];
	practices: PracticeFact[];
	adoptions: AdoptionFact[];
	ties: TieFact[];
	links: LinkFact[];
}

/** Reads the input folder. */
export function readInputs(folder: string): Inputs {
	const csv = (name: string) => parseCsv(readFileSync(join(folder, name), 'utf8'));
	const more = new Map(csv('la_facts_more.csv').map((row) => [row['gss_code'], row]));
	return {
		authorities: csv('la_facts.csv').map((row) => ({ ...more.get(row['gss_code']), ...row })),
		borders: csv('la_adjacency.csv'),
		hexagons: csv('la_hex_layout.csv'),
		declarations: csv('climate_declarations.csv'),
		history: csv('council_history.csv'),
		onsCodes: parseCsv(readFileSync(new URL('./ons-codes.csv', import.meta.url), 'utf8')),
		movement: JSON.parse(readFileSync(join(folder, 'movement_facts.json'), 'utf8')) as MovementFacts
	};
}
