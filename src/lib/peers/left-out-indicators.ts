/** Columns of the compiled facts that the default leaves out, and why. */
export const LEFT_OUT_INDICATORS: readonly { column: string; reason: string }[] = [
	{ column: 'pct_age_16_64', reason: 'It is 100 less the two other ages.' },
	{ column: 'median_age', reason: 'It repeats the two ages, and cannot be added up to counties.' },
	{ column: 'pct_ethnic_white', reason: 'It is 100 less the other shares.' },
	{ column: 'pct_ethnic_mixed', reason: 'It follows the Black share closely.' },
	{ column: 'pct_ethnic_other', reason: 'A remainder whose meaning differs between the nations’ censuses.' },
	{ column: 'land_area_km2', reason: 'It is residents over density.' },
	{ column: 'pct_pop_rural', reason: 'It is 100 less the urban and the remote rural share.' },
	{
		column: 'unemployment_modelled_pct',
		reason: 'It repeats the claimant share and is blank in Northern Ireland.'
	},
	{ column: 'uk_deprivation_quintile', reason: 'It is the score in coarser steps.' },
	{ column: 'uk_deprivation_decile', reason: 'It is the score in coarser steps.' },
	{ column: 'imd2019_avg_score', reason: 'England only.' },
	{ column: 'iod2025_avg_score', reason: 'England only; compares well within an English type of council.' },
	{ column: 'wimd2019_avg_score', reason: 'Wales only.' },
	{ column: 'simd2020_extent', reason: 'Scotland only.' },
	{ column: 'nimdm2017_extent', reason: 'Northern Ireland only.' },
	{
		column: 'popw_lon',
		reason:
			'Where a place lies says who its neighbours are, which it knows; the map shows it beside the likeness.'
	}
];
