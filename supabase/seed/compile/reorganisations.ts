/** A reorganisation of councils: who ended, who followed, on which day, by which order. */
export interface Reorganisation {
	on: string;
	source: string;
	/** Codes of the bodies that began on that day. */
	successors: string[];
	/** Code of a body that ended to the codes of those that followed it, for bodies that have a record here. */
	ended: Record<string, string[]>;
}

const order = (number: string) => `https://www.legislation.gov.uk/uksi/${number}`;

/**
 * Reorganisations since 2019 that made or ended a body in the records. Days and orders are the law's
 * own; bodies that nothing here names (Forest Heath, say) are left out and live on as former codes.
 */
export const REORGANISATIONS: readonly Reorganisation[] = [
	{ on: '2019-04-01', source: order('2019/615'), successors: ['E06000058', 'E06000059', 'E07000244', 'E07000246'], ended: {} },
	{ on: '2019-04-01', source: order('2018/639'), successors: ['E07000245'], ended: {} },
	{ on: '2020-04-01', source: order('2019/957'), successors: ['E06000060'], ended: { E07000006: ['E06000060'] } },
	{
		on: '2021-04-01',
		source: order('2020/156'),
		successors: ['E06000061', 'E06000062'],
		ended: { E07000153: ['E06000061'], E07000156: ['E06000061'] }
	},
	{
		on: '2023-04-01',
		source: order('2022/331'),
		successors: ['E06000063', 'E06000064'],
		ended: {
			E10000006: ['E06000063', 'E06000064'],
			E07000026: ['E06000063'],
			E07000028: ['E06000063'],
			E07000029: ['E06000063'],
			E07000027: ['E06000064'],
			E07000030: ['E06000064'],
			E07000031: ['E06000064']
		}
	},
	{
		on: '2023-04-01',
		source: order('2022/328'),
		successors: ['E06000065'],
		ended: Object.fromEntries(
			['E10000023', 'E07000163', 'E07000164', 'E07000165', 'E07000166', 'E07000167', 'E07000168', 'E07000169'].map(
				(code) => [code, ['E06000065']]
			)
		)
	},
	{
		on: '2023-04-01',
		source: order('2022/329'),
		successors: ['E06000066'],
		ended: Object.fromEntries(
			['E10000027', 'E07000187', 'E07000188', 'E07000189', 'E07000246'].map((code) => [code, ['E06000066']])
		)
	},
	{
		on: '2024-05-07',
		source: order('2024/402'),
		successors: ['E47000014'],
		ended: { E47000010: ['E47000014'], E47000011: ['E47000014'] }
	}
];

/** County councils that ended, to the districts with a record that lay within them. */
export const FORMER_DISTRICTS: Readonly<Record<string, readonly string[]>> = {
	E10000006: ['E07000026', 'E07000027', 'E07000028', 'E07000029', 'E07000030', 'E07000031'],
	E10000023: ['E07000163', 'E07000164', 'E07000165', 'E07000166', 'E07000167', 'E07000168', 'E07000169'],
	E10000027: ['E07000187', 'E07000188', 'E07000189', 'E07000246']
};

/** Combined authorities that ended, to the councils that were their members, as the order of 2024 names them. */
export const FORMER_COMBINED: Readonly<Record<string, readonly string[]>> = {
	E47000010: ['E06000047', 'E08000037', 'E08000023', 'E08000024'],
	E47000011: ['E08000021', 'E08000022', 'E06000057']
};
