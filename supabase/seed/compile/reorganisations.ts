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

/** All of some bodies ended and went to the same ones. */
const went = (ended: readonly string[], ...successors: string[]): Record<string, string[]> =>
	Object.fromEntries(ended.map((code) => [code, successors]));

/**
 * Reorganisations since 2015 that made or ended a body in the records. Days and orders are the law's own. The
 * districts of Northern Ireland that ended in 2015 stand under their register codes: they had no others.
 */
export const REORGANISATIONS: readonly Reorganisation[] = [
	{
		on: '2015-04-01',
		source: 'https://www.legislation.gov.uk/nia/2008/7',
		successors: [
			'N09000001', 'N09000002', 'N09000004', 'N09000005', 'N09000006', 'N09000007', 'N09000008', 'N09000009',
			'N09000010', 'N09000011'
		],
		ended: {
			...went(['NIR-T', 'NIR-U'], 'N09000001'),
			...went(['NIR-N', 'NIR-O', 'NIR-Q'], 'N09000002'),
			...went(['NIR-B', 'NIR-C', 'NIR-D', 'NIR-E'], 'N09000004'),
			...went(['NIR-A', 'NIR-J'], 'N09000005'),
			...went(['NIR-K', 'NIR-L'], 'N09000006'),
			...went(['NIR-S', 'NIR-Y'], 'N09000007'),
			...went(['NIR-F', 'NIR-G', 'NIR-V'], 'N09000008'),
			...went(['NIR-H', 'NIR-I', 'NIR-M'], 'N09000009'),
			...went(['NIR-P', 'NIR-R'], 'N09000010'),
			...went(['NIR-W', 'NIR-X'], 'N09000011')
		}
	},
	{
		on: '2019-04-01',
		source: order('2019/615'),
		successors: ['E06000058', 'E06000059', 'E07000244', 'E07000246'],
		ended: {
			...went(['E06000028', 'E06000029', 'E07000048'], 'E06000058'),
			...went(['E10000009', 'E07000049', 'E07000050', 'E07000051', 'E07000052', 'E07000053'], 'E06000059'),
			...went(['E07000205', 'E07000206'], 'E07000244'),
			...went(['E07000190', 'E07000191'], 'E07000246')
		}
	},
	{
		on: '2019-04-01',
		source: order('2018/639'),
		successors: ['E07000245'],
		ended: went(['E07000201', 'E07000204'], 'E07000245')
	},
	{
		on: '2020-04-01',
		source: order('2019/957'),
		successors: ['E06000060'],
		ended: went(['E10000002', 'E07000004', 'E07000005', 'E07000006', 'E07000007'], 'E06000060')
	},
	{
		on: '2021-04-01',
		source: order('2020/156'),
		successors: ['E06000061', 'E06000062'],
		ended: {
			...went(['E10000021'], 'E06000061', 'E06000062'),
			...went(['E07000150', 'E07000152', 'E07000153', 'E07000156'], 'E06000061'),
			...went(['E07000151', 'E07000154', 'E07000155'], 'E06000062')
		}
	},
	{
		on: '2023-04-01',
		source: order('2022/331'),
		successors: ['E06000063', 'E06000064'],
		ended: {
			...went(['E10000006'], 'E06000063', 'E06000064'),
			...went(['E07000026', 'E07000028', 'E07000029'], 'E06000063'),
			...went(['E07000027', 'E07000030', 'E07000031'], 'E06000064')
		}
	},
	{
		on: '2023-04-01',
		source: order('2022/328'),
		successors: ['E06000065'],
		ended: went(
			['E10000023', 'E07000163', 'E07000164', 'E07000165', 'E07000166', 'E07000167', 'E07000168', 'E07000169'],
			'E06000065'
		)
	},
	{
		on: '2023-04-01',
		source: order('2022/329'),
		successors: ['E06000066'],
		ended: went(['E10000027', 'E07000187', 'E07000188', 'E07000189', 'E07000246'], 'E06000066')
	},
	{
		on: '2024-05-07',
		source: order('2024/402'),
		successors: ['E47000014'],
		ended: went(['E47000010', 'E47000011'], 'E47000014')
	}
];

/** Combined authorities that ended, to the councils that were their members, as the order of 2024 names them. */
export const FORMER_COMBINED: Readonly<Record<string, readonly string[]>> = {
	E47000010: ['E06000047', 'E08000037', 'E08000023', 'E08000024'],
	E47000011: ['E08000021', 'E08000022', 'E06000057']
};

/**
 * Councils that ended on 1 April 2009, by the register codes of those that followed; GSS code and name. The county
 * councils of Cornwall, Durham, Northumberland, Shropshire and Wiltshire and the borough of Bedford went on as unitary
 * councils: those codes are former codes of the same bodies.
 */
export const STRUCTURAL_CHANGES_2009: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	CON: {
		E07000019: 'Caradon District Council',
		E07000020: 'Carrick District Council',
		E07000021: 'Kerrier District Council',
		E07000022: 'North Cornwall District Council',
		E07000023: 'Penwith District Council',
		E07000024: 'Restormel Borough Council'
	},
	DUR: {
		E07000054: 'Chester-le-Street District Council',
		E07000055: 'Derwentside District Council',
		E07000056: 'Durham City Council',
		E07000057: 'Easington District Council',
		E07000058: 'Sedgefield Borough Council',
		E07000059: 'Teesdale District Council',
		E07000060: 'Wear Valley District Council'
	},
	NBL: {
		E07000157: 'Alnwick District Council',
		E07000158: 'Berwick-upon-Tweed Borough Council',
		E07000159: 'Blyth Valley Borough Council',
		E07000160: 'Castle Morpeth Borough Council',
		E07000161: 'Tynedale District Council',
		E07000162: 'Wansbeck District Council'
	},
	SHR: {
		E07000182: 'Bridgnorth District Council',
		E07000183: 'North Shropshire District Council',
		E07000184: 'Oswestry Borough Council',
		E07000185: 'Shrewsbury and Atcham Borough Council',
		E07000186: 'South Shropshire District Council'
	},
	WIL: {
		E07000230: 'Kennet District Council',
		E07000231: 'North Wiltshire District Council',
		E07000232: 'Salisbury District Council',
		E07000233: 'West Wiltshire District Council'
	},
	CBF: { E07000001: 'Mid Bedfordshire District Council', E07000003: 'South Bedfordshire District Council' },
	CHE: {
		E07000014: 'Congleton Borough Council',
		E07000015: 'Crewe and Nantwich Borough Council',
		E07000017: 'Macclesfield Borough Council'
	},
	CHW: {
		E07000013: 'Chester City Council',
		E07000016: 'Ellesmere Port and Neston Borough Council',
		E07000018: 'Vale Royal Borough Council'
	},
	'CHE CHW': { E10000004: 'Cheshire County Council' },
	'BDF CBF': { E10000001: 'Bedfordshire County Council' }
};

/** Former codes of bodies that went on, beside those in the register; by register code. */
export const FORMER_CODES: Readonly<Record<string, readonly string[]>> = {
	BDF: ['E07000002'],
	CON: ['E10000005'],
	DUR: ['E10000010'],
	IOS: ['E07000025'],
	MTY: ['W06000017'],
	NBL: ['E10000022'],
	POW: ['W06000007'],
	SHR: ['E10000026'],
	WIL: ['E10000033']
};
