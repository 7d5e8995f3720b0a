import { group } from 'd3';
import { beginning } from './areas.ts';
import type { Inputs, OrganisationFact } from './inputs.ts';
import { FORMER_COMBINED, REORGANISATIONS } from './reorganisations.ts';
import { copyNote, joinNotes, NAMES_AND_CODES, ONS_GEOGRAPHY, publicSource, sourceDate } from './sources.ts';

/** A body with a record of its own: a council, a county, a combined authority, a charity … */
export interface Body {
	slug: string;
	/** GSS code of the body's own area; null for a body that is not an authority. */
	code: string | null;
	name: string;
	kind: string;
	summary: string | null;
	website: string | null;
	longitude: number | null;
	latitude: number | null;
	locationBasis: string;
	areaCode: string | null;
	foundedOn: string | null;
	closedOn: string | null;
	isPublished: boolean;
	sourceUrl: string | null;
	sourceOn: string | null;
	note: string | null;
	identifiers: { scheme: string; value: string }[];
	names: { name: string; kind: 'former' | 'alias' | 'abbreviation' }[];
}

type Row = Record<string, string>;
type Point = { longitude: number; latitude: number };

/** Names of combined authorities in law; the figures have the place only. */
const COMBINED_AUTHORITIES: Readonly<Record<string, { name: string; slug: string }>> = {
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

/** Codes and names of councils that the declarations name without a code or with a slip in the name. */
const NAMED_WITHOUT_CODE: Readonly<Record<string, { code: string; name: string }>> = {
	'Kettering Borough Council (defunct council)': { code: 'E07000153', name: 'Kettering Borough Council' },
	'South Buckinghamshire DistrictCouncil': { code: 'E07000006', name: 'South Bucks District Council' }
};

const SCHEMES: Readonly<Record<string, string>> = {
	England: 'GB-LAE',
	Scotland: 'GB-LAS',
	Wales: 'GB-PLA',
	'Northern Ireland': 'GB-LANI'
};

const KINDS: Readonly<Record<string, string>> = {
	unitary_authority: 'Unitary council',
	non_metropolitan_district: 'District council',
	metropolitan_district: 'Metropolitan borough council',
	london_borough: 'London borough council',
	city_of_london: 'Corporation that governs the City of London',
	scottish_council_area: 'Council',
	welsh_unitary: 'Council',
	ni_district: 'District council'
};

/** Every body with a record, councils first; facts noted with the movement are laid over the councils'. */
export function listBodies(inputs: Inputs): Body[] {
	const facts = new Map(inputs.movement.organisations.map((fact) => [fact.gss_code ?? fact.slug, fact]));
	const declared = new Map(inputs.declarations.map((row) => [declaredCode(row), row]));

	const bodies = [
		...inputs.authorities.map((row) => council(row, facts.get(row['gss_code'] ?? ''))),
		...upperTier(inputs),
		...formerDistricts(inputs)
	].map((body) => nameAsDeclared(withFact(body, facts.get(body.code ?? '')), declared.get(body.code ?? '')));

	const codes = new Set(bodies.map(({ code }) => code));
	const others = inputs.movement.organisations.filter(({ gss_code }) => !codes.has(gss_code ?? ''));
	return [...bodies, ...others.map(otherBody)];
}

/** Code of the body that a declaration is about. */
export function declaredCode(row: Row): string {
	return (
		NAMED_WITHOUT_CODE[row['council_name'] ?? '']?.code ??
		// Two councils have had a new code since; they are the same bodies.
		(row['still_exists'] === '1' && row['current_la_gss'] ? row['current_la_gss'] : (row['gss_code_at_source'] ?? ''))
	);
}

function council(row: Row, fact: OrganisationFact | undefined): Body {
	const code = row['gss_code'] ?? '';
	const place = (row['name'] ?? '').replace(/, (City|County) of$/, '');
	const name = (row['official_name'] ?? '').replace(/\s+/g, ' ');
	return {
		...unknownBody(),
		slug: fact?.slug ?? slugOf(place),
		code,
		name,
		summary: `${KINDS[row['authority_type'] ?? '']} in ${regionInWords(row['region_name'] ?? '')}.`,
		website: row['website_url'] || null,
		longitude: Number(row['popw_lon']),
		latitude: Number(row['popw_lat']),
		locationBasis: 'area centre',
		areaCode: code,
		foundedOn: beginning(code),
		sourceUrl: NAMES_AND_CODES,
		identifiers: identifier(row['nation'] ?? '', row['mysoc_code']),
		names: place === name ? [] : [{ name: place, kind: 'alias' }]
	};
}

/** Counties, combined authorities and the Greater London Authority: bodies above the councils. */
function upperTier(inputs: Inputs): Body[] {
	const { authorities, declarations } = inputs;
	const declared = new Map(declarations.map((row) => [declaredCode(row), row]));
	const within = (column: string) => group(authorities, (row) => row[column] ?? '');
	const counties = within('county_code');
	const combined = within('combined_authority_code');
	const byCode = new Map(authorities.map((row) => [row['gss_code'], row]));

	const countyCodes = new Set([...counties.keys(), ...[...declared.keys()].filter((code) => code.startsWith('E10'))]);
	countyCodes.delete('');
	const successorsOf = (code: string) =>
		REORGANISATIONS.flatMap(({ ended }) => ended[code] ?? []).flatMap((successor) => byCode.get(successor) ?? []);

	return [
		...[...countyCodes].sort().map((code) => {
			const name = declared.get(code)?.['council_name'] ?? `${counties.get(code)?.[0]?.['county_name']} County Council`;
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
			const members =
				combined.get(code) ??
				FORMER_COMBINED[code]?.flatMap((member) => byCode.get(member) ?? []) ??
				authorities.filter((row) => row['region_name'] === 'London');
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

/** Districts that the declarations name and that have ended since. */
function formerDistricts({ declarations }: Inputs): Body[] {
	return declarations
		.filter((row) => row['still_exists'] === '0' && declaredCode(row).startsWith('E07'))
		.map((row) => {
			const code = declaredCode(row);
			const name = NAMED_WITHOUT_CODE[row['council_name'] ?? '']?.name ?? row['council_name'] ?? '';
			const isLocated = Boolean(row['lon']) && Boolean(row['lat']);
			const end = ending(code);
			return {
				...unknownBody(),
				slug: slugOf(name),
				code,
				name,
				summary: 'Former district council.',
				longitude: isLocated ? Number(row['lon']) : null,
				latitude: isLocated ? Number(row['lat']) : null,
				locationBasis: isLocated ? 'area centre' : 'none',
				areaCode: REORGANISATIONS.flatMap(({ ended }) => ended[code] ?? [])[0] ?? null,
				foundedOn: beginning(code),
				identifiers: identifier('England', row['mysoc_code']),
				...end
			};
		});
}

/** An organisation that is no authority, as noted with the movement. */
function otherBody(fact: OrganisationFact): Body {
	const source = publicSource(fact.source, [fact.slug]);
	const dated = sourceDate(fact.source_date);
	return {
		...unknownBody(),
		slug: fact.slug,
		name: fact.name,
		kind: fact.kind,
		summary: fact.summary,
		website: fact.website,
		longitude: fact.lon,
		latitude: fact.lat,
		locationBasis: fact.location_basis,
		areaCode: fact.area_code ?? null,
		isPublished: source.url !== null,
		sourceUrl: source.url,
		sourceOn: dated.on,
		note: joinNotes(source.note, dated.note),
		identifiers: fact.identifiers
	};
}

/** A council's record with the address and the summary that were noted with the movement. */
function withFact(body: Body, fact: OrganisationFact | undefined): Body {
	if (fact === undefined) return body;
	const former = body.name === fact.name ? [] : [{ name: fact.name, kind: 'alias' as const }];
	return {
		...body,
		slug: fact.slug,
		summary: fact.summary.replace(/^(Welsh|Scottish) council in /, 'Council in '),
		website: body.website ?? fact.website,
		note: joinNotes(body.note, copyNote(fact.source)),
		names: [...body.names, ...former]
	};
}

/** Keeps the name under which a council stands in the declarations, where it differs. */
function nameAsDeclared(body: Body, row: Row | undefined): Body {
	const declared = (row?.['council_name'] ?? '').replace('BoroughCouncil', 'Borough Council');
	const known = [body.name, ...body.names.map(({ name }) => name)].map((name) => name.toLowerCase());
	const isNew = declared !== '' && !/[()]/.test(declared) && !(declared in NAMED_WITHOUT_CODE);
	if (!isNew || known.includes(declared.toLowerCase())) return body;
	const kind = declared.startsWith('Sheffield City Region') ? 'former' : 'alias';
	return { ...body, names: [...body.names, { name: declared, kind }] };
}

function unknownBody(): Body {
	return {
		slug: '',
		code: null,
		name: '',
		kind: 'council',
		summary: null,
		website: null,
		longitude: null,
		latitude: null,
		locationBasis: 'none',
		areaCode: null,
		foundedOn: null,
		closedOn: null,
		isPublished: true,
		sourceUrl: null,
		sourceOn: null,
		note: null,
		identifiers: [],
		names: []
	};
}

function ending(code: string): { closedOn: string; sourceUrl: string } | Record<string, never> {
	const reorganisation = REORGANISATIONS.find(({ ended }) => code in ended);
	return reorganisation === undefined ? {} : { closedOn: reorganisation.on, sourceUrl: reorganisation.source };
}

function identifier(nation: string, value: string | undefined): { scheme: string; value: string }[] {
	const scheme = SCHEMES[nation];
	return scheme === undefined || !value ? [] : [{ scheme, value }];
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

function regionInWords(region: string): string {
	return /^(North|South|East M|West M|Yorkshire)/.test(region) && region !== 'Northern Ireland'
		? `${region.startsWith('Yorkshire') ? '' : 'the '}${region}`.replace(' and The ', ' and the ')
		: region === 'East of England'
			? 'the East of England'
			: region;
}

function slugOf(name: string): string {
	return name
		.normalize('NFD')
		.toLowerCase()
		.replace(/[\u0300-\u036f'’.]/g, '')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
}
