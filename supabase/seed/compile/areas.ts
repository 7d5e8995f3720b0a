import type { Inputs } from './inputs.ts';
import { REORGANISATIONS } from './reorganisations.ts';
import type { Table } from './table.ts';

const GEOGRAPHY = 'ONS Open Geography (OGL v3) and mySociety, UK local authority names and codes (CC BY 4.0)';

/** Areas with their codes, parents, centres and hexagons; former codes; neighbours. */
export function areaTables({ authorities, borders, hexagons }: Inputs): Table[] {
	const hexagon = new Map(hexagons.map((row) => [row['gss_code'], row]));
	return [
		{
			name: 'areas',
			columns: [
				'code', 'name', 'kind', 'nation', 'region_code', 'region_name', 'county_code', 'county_name',
				'combined_authority_code', 'combined_authority_name', 'valid_from', 'centre_longitude',
				'centre_latitude', 'population_centre_longitude', 'population_centre_latitude', 'hex_q', 'hex_r', 'source'
			],
			rows: authorities.map((row) => {
				const code = row['gss_code'] ?? '';
				return {
					code,
					name: row['name'] ?? null,
					kind: row['authority_type'] ?? null,
					nation: row['nation'] ?? null,
					region_code: row['region_code'] || null,
					region_name: row['region_name'] || null,
					county_code: row['county_code'] || null,
					county_name: row['county_name'] || null,
					combined_authority_code: row['combined_authority_code'] || null,
					combined_authority_name: row['combined_authority_name'] || null,
					valid_from: beginning(code),
					centre_longitude: row['centroid_lon'] || null,
					centre_latitude: row['centroid_lat'] || null,
					population_centre_longitude: row['popw_lon'] || null,
					population_centre_latitude: row['popw_lat'] || null,
					hex_q: hexagon.get(code)?.['q'] ?? null,
					hex_r: hexagon.get(code)?.['r'] ?? null,
					source: GEOGRAPHY
				};
			})
		},
		{
			name: 'area_codes',
			columns: ['former_code', 'area_code', 'valid_to'],
			rows: authorities.flatMap((row) =>
				(row['former_gss_codes'] ?? '')
					.split(';')
					.filter(Boolean)
					.map((former) => ({
						former_code: former,
						area_code: row['gss_code'] ?? null,
						valid_to: REORGANISATIONS.find(({ ended }) => former in ended)?.on ?? null
					}))
			)
		},
		{
			name: 'area_adjacency',
			columns: ['area_a', 'area_b', 'shared_border_km'],
			rows: borders.map((row) => {
				const [area_a, area_b] = [row['gss_a'] ?? '', row['gss_b'] ?? ''].sort();
				return { area_a: area_a ?? null, area_b: area_b ?? null, shared_border_km: row['shared_border_km'] ?? null };
			})
		}
	];
}

/** Day on which the body with this code began, where a known reorganisation made it. */
export function beginning(code: string): string | null {
	return REORGANISATIONS.find(({ successors }) => successors.includes(code))?.on ?? null;
}
