import { beginning } from './areas.ts';
import { ending, identifier, regionInWords, slugOf, unknownBody, type Body } from './body.ts';
import type { Inputs, OrganisationFact } from './inputs.ts';
import { REORGANISATIONS } from './reorganisations.ts';
import { NAMES_AND_CODES } from './sources.ts';

type Row = Record<string, string>;

/** Codes and names of councils that the declarations name without a code or with a slip in the name. */
export const NAMED_WITHOUT_CODE: Readonly<Record<string, { code: string; name: string }>> = {
	'Kettering Borough Council (defunct council)': { code: 'E07000153', name: 'Kettering Borough Council' },
	'South Buckinghamshire DistrictCouncil': { code: 'E07000006', name: 'South Bucks District Council' }
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

/** Code of the body that a declaration is about. */
export function declaredCode(row: Row): string {
	return (
		NAMED_WITHOUT_CODE[row['council_name'] ?? '']?.code ??
		// Two councils have had a new code since; they are the same bodies.
		(row['still_exists'] === '1' && row['current_la_gss'] ? row['current_la_gss'] : (row['gss_code_at_source'] ?? ''))
	);
}

/** A council that exists, with the slug that the movement's facts give it. */
export function council(row: Row, fact: OrganisationFact | undefined): Body {
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

/** Councils below counties that have ended; those that declared a climate emergency with the place that the record has. */
export function formerCouncils({ declarations, history }: Inputs): Body[] {
	const declared = new Map(declarations.map((row) => [declaredCode(row), row]));
	return history
		.filter((row) => row['ended_on'] && row['type'] !== 'County')
		.map((row) => {
			const code = row['gss_code'] || (row['code'] ?? '');
			const declaration = declared.get(code);
			const name =
				NAMED_WITHOUT_CODE[declaration?.['council_name'] ?? '']?.name ??
				declaration?.['council_name'] ??
				(row['official_name'] ?? '').replace(/\s+/g, ' ').trim();
			const isLocated = Boolean(declaration?.['lon']) && Boolean(declaration?.['lat']);
			return {
				...unknownBody(),
				slug: slugOf(name),
				code,
				name,
				summary: row['type'] === 'Unitary authority' ? 'Former unitary council.' : 'Former district council.',
				longitude: isLocated ? Number(declaration!['lon']) : null,
				latitude: isLocated ? Number(declaration!['lat']) : null,
				locationBasis: isLocated ? 'area centre' : 'none',
				areaCode: currentArea(code),
				foundedOn: beginning(code),
				identifiers: identifier(row['nation'] ?? '', row['code']),
				names: placeName(row, name),
				...ending(code)
			};
		});
}

/** The area of today that most of a former council's lies in, through as many successors as it takes. */
function currentArea(code: string): string | null {
	const next = REORGANISATIONS.flatMap(({ ended }) => ended[code] ?? [])[0];
	return next === undefined ? (code.startsWith('NIR') ? null : code) : currentArea(next);
}

function placeName(row: Row, name: string): Body['names'] {
	const place = (row['short_name'] ?? '').trim();
	return place === '' || place === name ? [] : [{ name: place, kind: 'alias' }];
}
