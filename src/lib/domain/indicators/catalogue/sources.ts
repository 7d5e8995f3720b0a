const EXPLORER_APP = 'https://github.com/ONSdigital/explore-local-statistics-app';
const EXPLORER = 'https://github.com/ONSdigital/explore-local-statistics-data';

export const OGL = 'Open Government Licence v3.0';
export const CC_BY = 'CC BY 4.0';

/** Mid-year estimates of residents. */
export const ESTIMATES = {
	source: 'ONS mid-year population estimates',
	sourceUrl: EXPLORER_APP,
	licence: OGL
};

/** Figures that ONS gathers on its site Explore local statistics, with the publisher named. */
export function explorer(publisher: string): { source: string; sourceUrl: string; licence: string } {
	return { source: publisher, sourceUrl: EXPLORER, licence: OGL };
}

/** Income and output, which ONS serves with that site itself. */
export function accounts(publisher: string): { source: string; sourceUrl: string; licence: string } {
	return { source: publisher, sourceUrl: EXPLORER_APP, licence: OGL };
}

/** What the censuses of the four nations have in common. */
export const CENSUS_UK = {
	period: '2021',
	vintage: 'Census of March 2021; Scotland March 2022',
	licence: OGL
};
export const CENSUS_2021 = { period: '2021', vintage: 'Census of March 2021', licence: OGL };

/** Shares of households by tenure, kind of home and crowding. */
export const CENSUS_HOUSEHOLDS = {
	...CENSUS_UK,
	source: 'ONS, NISRA and National Records of Scotland censuses',
	sourceUrl: 'https://github.com/humaniverse/demographr',
	unit: '% of households',
	denominator: 'households',
	aggregation: { how: 'mean', by: 'households' }
} as const;

/** The composite index made to compare the four nations. */
export const UK_DEPRIVATION = {
	period: '2019',
	vintage: 'England 2019, Scotland 2020, Wales 2019, Northern Ireland 2017',
	source: 'mySociety, composite UK index of multiple deprivation',
	sourceUrl: 'https://github.com/mysociety/composite_uk_imd',
	licence: CC_BY,
	denominator: 'residents',
	aggregation: { how: 'mean', by: 'residents_about_then' }
} as const;

export const UK_RURALITY = {
	unit: '% of residents',
	period: '2011',
	vintage: 'Rural-urban classification 2011, Scotland 2016, Northern Ireland 2015',
	source: 'mySociety, UK rural-urban classification',
	sourceUrl: 'https://github.com/mysociety/uk_ruc',
	licence: CC_BY,
	denominator: 'residents',
	aggregation: { how: 'mean', by: 'residents_about_then' }
} as const;

/** Employment by industry, of residents in work. */
export const CENSUS_INDUSTRY = {
	...CENSUS_2021,
	source: 'ONS Census 2021, table TS060 (copy at github.com/alifeee/occupation-data)',
	sourceUrl: 'https://github.com/alifeee/occupation-data',
	unit: '% of workers',
	denominator: 'residents aged 16 and over in work',
	aggregation: { how: 'mean', by: 'census_workers' }
} as const;

/** The four questions on personal wellbeing. */
export const WELLBEING = {
	...explorer('ONS Annual Population Survey, personal wellbeing'),
	unit: 'out of 10',
	period: '2023',
	vintage: 'April 2022 to March 2023',
	decimals: 2,
	denominator: 'residents aged 16 and over',
	aggregation: { how: 'mean', by: 'adults' }
} as const;
