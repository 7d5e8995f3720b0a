import { STRUCTURAL_CHANGES_2009 } from './reorganisations.ts';

/** Why the day in the register of names and codes is not used: it is the day on which a row was entered. */
const MADE_BY_LAW: Readonly<Record<string, readonly string[]>> = {
	'1995-04-01': ['IOW'],
	'1996-04-01': [
		'BAS', 'ERY', 'NEL', 'NLN', 'NSM', 'SGC',
		// Local Government (Wales) Act 1994
		'AGY', 'BGE', 'BGW', 'CAY', 'CGN', 'CMN', 'CRF', 'CWY', 'DEN', 'FLN', 'GWN', 'MON', 'MTY', 'NTL', 'NWP', 'PEM',
		'POW', 'RCT', 'SWA', 'TOF', 'VGL', 'WRX',
		// Local Government etc. (Scotland) Act 1994; the three councils of islands are older
		'ABD', 'ABE', 'AGB', 'ANS', 'CLK', 'DGY', 'DND', 'EAY', 'EDH', 'EDU', 'ELN', 'ERW', 'FAL', 'FIF', 'GLG', 'HLD',
		'IVC', 'MLN', 'MRY', 'NAY', 'NLK', 'PKN', 'RFW', 'SAY', 'SCB', 'SLK', 'STG', 'WDU', 'WLN'
	],
	'1997-04-01': ['BNH'],
	'1998-04-01': ['HEF', 'MDW'],
	'2000-07-03': ['GLA'],
	'2009-04-01': ['CBF', 'CHE', 'CHW'],
	'2011-04-01': ['GMCA'],
	'2014-04-01': ['LCR', 'SCR', 'WYCA'],
	'2014-04-15': ['NECA'],
	'2015-04-01': ['ABC', 'AND', 'ANN', 'CCG', 'DRS', 'FMO', 'LBC', 'MEA', 'MUL', 'NMD'],
	'2016-04-01': ['TVCA'],
	'2016-06-17': ['WMCA'],
	'2017-02-09': ['WECA'],
	'2017-03-03': ['CPCA'],
	'2018-11-02': ['NTCA'],
	'2019-04-01': ['BPC', 'DST', 'ESK', 'SWT', 'WSK'],
	'2020-04-01': ['BUC'],
	'2021-04-01': ['NNT', 'WNT'],
	'2023-04-01': ['CBD', 'NYE', 'SMT', 'WAF'],
	'2024-02-01': ['YNYC'],
	'2024-02-27': ['EMCA'],
	'2024-05-07': ['E47000014'],
	'2025-02-05': ['E47000015', 'E47000018', 'GLCA', 'HYCA']
};

const BEGAN = new Map(Object.entries(MADE_BY_LAW).flatMap(([on, codes]) => codes.map((code) => [code, on] as const)));

/** The day on which law made the body, by its code in the register; null where it is older or not known. */
export function madeOn(code: string): string | null {
	return BEGAN.get(code) ?? null;
}

/** The days on which an act made the councils of a type, for those that no later order made. */
const MADE_TOGETHER: Readonly<Record<string, string>> = {
	// London Government Act 1963
	'London borough': '1965-04-01',
	// Local Government Act 1972; a district or county that became a unitary council later is the same body
	County: '1974-04-01',
	'Metropolitan district': '1974-04-01',
	'Non-metropolitan district': '1974-04-01',
	'Unitary authority': '1974-04-01',
	// Local Government (Scotland) Act 1973: the three councils of islands
	'Scottish unitary authority': '1975-05-16',
	// Local Government Act (Northern Ireland) 1972
	'NI district': '1973-10-01'
};

/**
 * The day on which a council or combined authority began: that of the order that made it, else that of the act
 * which made all of its type; null where neither did, as for the City of London.
 *
 * @param code in the register
 * @param type as the register has it
 */
export function foundedOn(code: string, type: string): string | null {
	return madeOn(code) ?? MADE_TOGETHER[type] ?? null;
}

/**
 * First day on which a body was no more. The register has 31 March for some bodies and 1 April for others of
 * the same change; both mean that the successor began on 1 April.
 */
export function goneOn(published: string): string {
	return published.replace(/-03-31$/, '-04-01');
}

/** Bodies that ended in 2009 and are older than the register. */
export const ENDED_2009 = Object.entries(STRUCTURAL_CHANGES_2009).flatMap(([successors, ended]) =>
	Object.entries(ended).map(([code, name]) => ({ code, name, successors: successors.split(' ') }))
);

/** What the register has wrong: counties in another region, and a district in another county. */
export const CORRECTED: Readonly<Record<string, { region?: string; county?: string }>> = {
	DBY: { region: 'East Midlands' },
	LIN: { region: 'East Midlands' },
	FOR: { county: 'SFK' }
};
