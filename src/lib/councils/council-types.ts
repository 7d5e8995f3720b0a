/** Types of council as people say them: one, and several. Keys are the types of the areas' register. */
const TYPES: Readonly<Record<string, { one: string; several: string }>> = {
	unitary_authority: { one: 'unitary authority', several: 'English unitary authorities' },
	london_borough: { one: 'London borough', several: 'London boroughs' },
	city_of_london: { one: 'City of London', several: 'City of London' },
	metropolitan_district: { one: 'metropolitan district', several: 'metropolitan districts' },
	non_metropolitan_district: { one: 'district within a county', several: 'districts within counties' },
	welsh_unitary: { one: 'Welsh council', several: 'Welsh councils' },
	scottish_council_area: { one: 'Scottish council', several: 'Scottish councils' },
	ni_district: { one: 'Northern Irish district', several: 'Northern Irish districts' },
	county: { one: 'county', several: 'counties' },
	'combined authority': { one: 'combined authority', several: 'combined authorities' }
};

/** A type as it stands for one council; a type without words is said as it is kept. */
export function councilType(kind: string): string {
	return TYPES[kind]?.one ?? kind.replaceAll('_', ' ');
}

/** A type as it stands for several councils. */
export function councilTypes(kind: string): string {
	return TYPES[kind]?.several ?? kind.replaceAll('_', ' ');
}
