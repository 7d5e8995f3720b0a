import { group } from 'd3';
import { beginning } from './areas.ts';
import { ending, identifier, regionInWords, slugOf, unknownBody, type Body } from './body.ts';
import { declaredCode } from './councils.ts';
import type { Inputs } from './inputs.ts';
import { FORMER_COMBINED, REORGANISATIONS } from './reorganisations.ts';
import { ONS_GEOGRAPHY } from './sources.ts';

type Row = Record<string, string>;
type Point = { longitude: number; latitude: number };

/** Names of combined authorities in law; the figures have the place only. */
export const COMBINED_AUTHORITIES: Readonly<Record<string, { name: string; slug: string }>> = {
	E47000001: { name: 'Greater Manchester Combined Authority', slug: 'gmca' },
	E47000002: { name: 'South Yorkshire Mayoral Combined Authority', slug: 'south-yorkshire-ca' },
	E47000003: { name: 'West Yorkshire Combined Authority', slug: 'west-yorkshire-ca' },
	E47000004: { name: 'Liverpool City Region Combined Authority', slug: 'liverpool-city-region-ca' },
	E47000006: { name: 'Tees Valley Combined Authority', slug: 'tees-valley-ca' },
	E47000007: { name: 'West Midlands Combined Authority', slug: 'west-midlands-ca' },
	E47000008: { name: 'Cambridgeshire and Peterborough Combined Authority', slug: 'cambridgeshire-and-peterborough-ca' },
	E47000009: { name: 'West of England Combined Authority', slug: 'west-of-england-ca' },
	E47000010: { name: 'North East Combined Authority', slug: 'north-east-ca' },
	E47000011: { name: 'North of Tyne Combined Authority', slug: 'north-of-tyne-ca' },
	E47000012: { name: 'York and North Yorkshire Combined Authority', slug: 'york-and-north-yorkshire-ca' },
	E47000013: { name: 'East Midlands Combined County Authority', slug: 'east-midlands-ca' },
	E47000014: { name: 'North East Mayoral Combined Authority', slug: 'north-east-mayoral-ca' },
	E47000015: { name: 'Devon and Torbay Combined County Authority', slug: 'devon-and-torbay-ca' },
	E47000016: { name: 'Hull and East Yorkshire Combined Authority', slug: 'hull-and-east-yorkshire-ca' },
	E47000017: { name: 'Greater Lincolnshire Combined County Authority', slug: 'greater-lincolnshire-ca' },
	E47000018: { name: 'Lancashire Combined County Authority', slug: 'lancashire-ca' },
	E61000001: { name: 'Greater London Authority', slug: 'greater-london-authority' }
};

/** Counties, combined authorities and the Greater London Authority: bodies above the councils. */
export function upperTier(inputs: Inputs): Body[] {
	const { authorities, declarations } = inputs;
	const declared = new Map(declarations.map((row) => [declaredCode(row), row]));
	const within = (column: string) => group(authorities, (row) => row[column] ?? '');
	const counties = within('county_code');
	const combined = within('combined_authority_code');
	const byCode = new Map(authorities.map((row) => [row['gss_code'], row]));

	const ended = inputs.history.filter((row) => row['type'] === 'County' && row['ended_on']);
	const endedNames = new Map(ended.map((row) => [row['gss_code'] ?? '', row['official_name']]));
	const countyCodes = new Set([...counties.keys(), ...endedNames.keys()]);
	countyCodes.delete('');
	const known = (codes: readonly string[]) =>
		codes.map((code) => byCode.get(code)).filter((row): row is Row => row !== undefined);
	const successorsOf = (code: string) => known(REORGANISATIONS.flatMap(({ ended }) => ended[code] ?? []));

	return [
		...[...countyCodes].sort().map((code) => {
			const name =
				declared.get(code)?.['council_name'] ?? endedNames.get(code) ?? `${counties.get(code)?.[0]?.['county_name']} County Council`;
			const districts = counties.get(code) ?? successorsOf(code);
			const isFormer = !counties.has(code);
			return {
				...upperBody(code, name, districts, declared.get(code)),
				slug: slugOf(isFormer ? name : name.replace(' County Council', '')),
				summary: `${isFormer ? 'Former county' : 'County'} council in ${regionInWords(districts[0]?.['region_name'] ?? '')}.`,
				...ending(code)
			};
		}),
		...Object.entries(COMBINED_AUTHORITIES).map(([code, { name, slug }]) => {
			const ended = FORMER_COMBINED[code];
			const members =
				combined.get(code) ??
				(ended === undefined ? authorities.filter((row) => row['region_name'] === 'London') : known(ended));
			const isFormer = code in FORMER_COMBINED;
			const register = declared.get(code)?.['mysoc_code'];
			const body = upperBody(code, name, members, declared.get(code));
			return {
				...body,
				slug,
				kind: 'government',
				summary:
					code === 'E61000001'
						? 'Strategic authority of London: the Mayor and the London Assembly.'
						: `${isFormer ? 'Former combined' : 'Combined'} authority for an area of ${members.length} councils.`,
				foundedOn: beginning(code),
				names: register === undefined ? body.names : [...body.names, { name: register, kind: 'abbreviation' as const }],
				...ending(code)
			};
		})
	];
}

function upperBody(code: string, name: string, parts: Row[], declared: Row | undefined): Body {
	return {
		...unknownBody(),
		code,
		name,
		...centreOf(parts),
		locationBasis: 'area centre',
		sourceUrl: ONS_GEOGRAPHY,
		note: 'Location is the population-weighted centre of its districts or councils.',
		identifiers: identifier('England', declared?.['mysoc_code'])
	};
}

/** Mean of the parts' population-weighted centres, weighted by their residents in 2024. */
function centreOf(parts: Row[]): Point | Record<string, never> {
	const residents = parts.reduce((sum, row) => sum + Number(row['population_2024']), 0);
	const mean = (column: string) =>
		parts.reduce((sum, row) => sum + Number(row['population_2024']) * Number(row[column]), 0) / residents;
	return { longitude: round(mean('popw_lon')), latitude: round(mean('popw_lat')) };
}

function round(degrees: number): number {
	return Math.round(degrees * 1e5) / 1e5;
}

