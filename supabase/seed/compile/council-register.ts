import type { CouncilRow } from '../../../src/lib/councils/register.ts';
import type { Body } from './body.ts';
import { CORRECTED, ENDED_2009, goneOn, madeOn } from './council-dates.ts';
import { COUNCIL_NAMES } from './council-names.ts';
import type { Inputs } from './inputs.ts';
import { FORMER_CODES, REORGANISATIONS } from './reorganisations.ts';
import { COMBINED_AUTHORITIES } from './upper-tier.ts';

type Row = Record<string, string>;

const TYPES: Readonly<Record<string, string>> = {
	'Unitary authority': 'unitary_authority',
	'Non-metropolitan district': 'non_metropolitan_district',
	'Metropolitan district': 'metropolitan_district',
	'London borough': 'london_borough',
	'City corporation': 'city_of_london',
	'Scottish unitary authority': 'scottish_council_area',
	'Welsh unitary authority': 'welsh_unitary',
	'NI district': 'ni_district',
	County: 'county',
	'Combined authority': 'combined authority',
	'Strategic Regional Authority': 'combined authority'
};

/**
 * The register of councils that the project finds names in: every body that is or was a council, with all its names
 * and codes, its days as law has them and what followed it.
 *
 * @param bodies those with a record of their own, for their addresses
 */
export function councilRegister(inputs: Inputs, bodies: readonly Body[]): CouncilRow[] {
	const ids = new Map(inputs.history.map((row) => [row['gss_code'] ?? '', row['code'] ?? '']));
	const authorities = new Map(inputs.authorities.map((row) => [row['mysoc_code'], row]));
	const slugs = new Map(bodies.map(({ code, slug }) => [code, slug]));
	const ons = new Map(inputs.onsCodes.map((row) => [row['gss_code'] ?? '', row['ons_code'] ?? '']));
	const slugOf = (codes: readonly string[]) => codes.map((code) => slugs.get(code)).find((slug) => slug !== undefined);
	const rows = [
		...inputs.history.map((row) => registered(row, authorities.get(row['code']), { ons, ids })),
		...ENDED_2009.map(ended2009),
		...missingCombinedAuthorities(inputs)
	];
	const region = new Map(rows.map(({ id, region }) => [id, region]));
	return rows
		.map((row) => ({
			...row,
			region: row.region ?? row.successors.map((id) => region.get(id)).find(Boolean) ?? null,
			slug: slugOf([...row.gss].reverse()) ?? slugOf([row.id]) ?? null
		}))
		.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function registered(
	row: Row,
	authority: Row | undefined,
	{ ons, ids }: { ons: ReadonlyMap<string, string>; ids: ReadonlyMap<string, string> }
): CouncilRow {
	const id = row['code'] ?? '';
	const published = row['gss_code'] ?? '';
	const current = authority?.['gss_code'] ?? published;
	const former = (row['former_gss_codes'] ?? '').split(',').filter(Boolean);
	const gss = [...new Set([published, current])].filter(Boolean);
	const name = tidy(row['official_name'] ?? '');
	const end = ending(row, published, ids);
	return {
		id,
		gss,
		formerGss: [...former, ...(FORMER_CODES[id] ?? [])],
		ons: [...onsOf(id), ...[...gss, ...former].flatMap((code) => ons.get(code) ?? [])],
		name,
		...namesOf(id, [name, tidy(row['short_name'] ?? ''), authority?.['name'] ?? '', authority?.['official_name'] ?? '']),
		type: TYPES[row['type'] ?? ''] ?? '',
		nation: row['nation'] ?? '',
		region: CORRECTED[id]?.region ?? (row['region'] || null),
		county: CORRECTED[id]?.county ?? (row['county'] || null),
		combinedAuthority: row['combined_authority'] || null,
		from: madeOn(id),
		...end,
		areaKm2: figure(row['area_km2']),
		population2020: figure(row['population_2020']),
		slug: null
	};
}

/** Until when, and what followed; what the register does not know yet, or never said, is as law has it. */
function ending(row: Row, gss: string, ids: ReadonlyMap<string, string>): Pick<CouncilRow, 'until' | 'successors'> {
	const published = row['ended_on'] ?? '';
	const code = gss || (row['code'] ?? '');
	const change = REORGANISATIONS.find(({ ended }) => code in ended);
	if (published === '' && change === undefined) return { until: null, successors: [] };
	const replacedBy = (row['replaced_by'] ?? '').split(',').filter(Boolean);
	const followed = (change?.ended[code] ?? []).map((successor) => ids.get(successor) ?? successor);
	return {
		until: published === '' ? change!.on : goneOn(published),
		successors: replacedBy.length > 0 ? replacedBy : followed
	};
}

/** County councils that the districts of 2009 lay in, where those were not the council that followed. */
const COUNTIES_2009: Readonly<Record<string, string>> = { CBF: 'E10000001', CHE: 'E10000004', CHW: 'E10000004' };

function ended2009({ code, name, successors }: (typeof ENDED_2009)[number]): CouncilRow {
	const [successor = ''] = successors;
	const isCounty = code.startsWith('E10');
	return {
		id: code,
		gss: [code],
		formerGss: [],
		ons: [],
		name,
		...namesOf(code, [name]),
		type: isCounty ? 'county' : 'non_metropolitan_district',
		nation: 'England',
		region: null,
		county: isCounty ? null : (COUNTIES_2009[successor] ?? successor),
		combinedAuthority: null,
		from: null,
		until: '2009-04-01',
		successors,
		areaKm2: null,
		population2020: null,
		slug: null
	};
}

function missingCombinedAuthorities({ history, authorities }: Inputs): CouncilRow[] {
	const known = new Set(history.map((row) => row['gss_code']));
	const regionOf = (code: string) =>
		authorities.find((row) => row['combined_authority_code'] === code)?.['region_name'] ?? null;
	return Object.entries(COMBINED_AUTHORITIES)
		.filter(([code]) => !known.has(code))
		.map(([code, { name }]) => ({
			id: code,
			gss: [code],
			formerGss: [],
			ons: [],
			name,
			...namesOf(code, [name, name.replace(/ (Mayoral |County )?Combined( County)? Authority$/, ' Combined Authority')]),
			type: 'combined authority',
			nation: 'England',
			region: regionOf(code),
			county: null,
			combinedAuthority: null,
			from: madeOn(code),
			until: null,
			successors: [],
			areaKm2: null,
			population2020: null,
			slug: null
		}));
}

/** Northern Ireland's former districts have their letters from the codes of the statistical office. */
function onsOf(id: string): string[] {
	const letter = /^NIR-([A-Z])$/.exec(id)?.[1];
	return letter === undefined ? (id === 'BFS' ? ['95Z'] : []) : [`95${letter}`];
}

function namesOf(id: string, published: readonly string[]): Pick<CouncilRow, 'names' | 'formerNames'> {
	const { inLanguage = [], former = [], short = [], initials = [] } = COUNCIL_NAMES[id] ?? {};
	const [name] = published;
	const others = new Set([...published, ...inLanguage, ...short, ...initials]);
	return {
		names: [...others].filter((other) => other !== '' && other !== name),
		formerNames: former.filter((other) => other !== name && !others.has(other))
	};
}

function figure(text: string | undefined): number | null {
	return text === undefined || text === '' ? null : Number(text);
}

function tidy(name: string): string {
	return name.replace(/\s+/g, ' ').trim();
}
