/** Words that join the parts of a name and tell no two councils apart. */
export const JOINING: ReadonlySet<string> = new Set(
	'the of and on upon under in le by with y yr ar na nan an a h agus ac is or'.split(' ')
);

/** Words beside a name that say nothing of which body is meant. */
export const ASIDES: ReadonlySet<string> = new Set(
	'formerly former previously prev now aka area abolished historic incl including la lad ltla utla uk gb'.split(
		' '
	)
);

/** What sort of body a word says is meant. `seat` and `local` are said of any. */
export type Hint =
	| 'combined'
	| 'london borough'
	| 'county borough'
	| 'county'
	| 'county or city'
	| 'metropolitan'
	| 'unitary'
	| 'district'
	| 'borough'
	| 'city'
	| 'corporation'
	| 'royal'
	| 'council';

/** Words and initials that say what sort of body is meant, in English and Welsh. */
export const SORTS: ReadonlyMap<string, readonly Hint[]> = new Map<string, readonly Hint[]>([
	...words(
		['council'],
		'council councils cncl authority authorities auth local government comhairle cyngor awdurdod'
	),
	...words(['borough'], 'borough boroughs boro bor bc b bwrdeistref'),
	...words(['district'], 'district districts dist dc lgd'),
	...words(['city'], 'city dinas'),
	...words(['county'], 'county counties co sir sirol'),
	...words(['county or city'], 'cc'),
	...words(['county borough'], 'cbc'),
	...words(['metropolitan'], 'metropolitan met mdc'),
	...words(['metropolitan', 'borough'], 'mbc mb'),
	...words(['unitary'], 'unitary ua'),
	...words(['london borough'], 'lb lbc'),
	...words(['royal'], 'royal rb'),
	...words(['corporation'], 'corporation corp'),
	...words(['combined'], 'combined mayoral ca mca cca mcca')
]);

function words(hints: readonly Hint[], list: string): [string, readonly Hint[]][] {
	return list.split(' ').map((word) => [word, hints]);
}

/** Short forms of words, as they stand in full. */
export const SHORT_FORMS: ReadonlyMap<string, readonly string[]> = new Map(
	Object.entries({
		n: 'north', s: 'south', e: 'east', w: 'west', ne: 'north east', nw: 'north west', se: 'south east',
		sw: 'south west', nth: 'north', sth: 'south', saint: 'st', gt: 'great', grt: 'great', gtr: 'great',
		greater: 'great', isles: 'isle', island: 'isle', islands: 'isle', highlands: 'highland', ldn: 'london',
		glam: 'glamorgan', northumb: 'northumberland', middx: 'middlesex', salop: 'salop',
		beds: 'bedfordshire', berks: 'berkshire', bucks: 'buckinghamshire', cambs: 'cambridgeshire', ches: 'cheshire',
		derbys: 'derbyshire', glos: 'gloucestershire', gloucs: 'gloucestershire', hants: 'hampshire',
		herefs: 'herefordshire', herts: 'hertfordshire', hunts: 'huntingdonshire', lancs: 'lancashire',
		leics: 'leicestershire', lincs: 'lincolnshire', northants: 'northamptonshire', notts: 'nottinghamshire',
		oxon: 'oxfordshire', shrops: 'shropshire', staffs: 'staffordshire', warks: 'warwickshire', wilts: 'wiltshire',
		worcs: 'worcestershire', yorks: 'yorkshire'
	}).map(([short, full]) => [short, full.split(' ')])
); // prettier-ignore

/** Directions: no council is meant by these alone, and one is never taken for another. */
export const DIRECTIONS: ReadonlySet<string> = new Set(
	'north south east west mid central great western'.split(' ')
);

/** Counties that have no council of their own now: said beside a council's name, they add nothing. */
export const PLACES_BESIDE: ReadonlySet<string> = new Set(
	'avon berkshire cleveland humberside merseyside middlesex tyne wear'.split(' ')
);

/** Nations: no council's name alone, and no slip of one. */
export const NATIONS: ReadonlySet<string> = new Set(
	'england wales cymru scotland alba ireland northern britain united kingdom'.split(' ')
);

/** Bodies that bear a council's name and are none: what is said of them is not said of the council. */
export const OTHER_BODIES: ReadonlySet<string> = new Set(
	(
		'town parish community ward constituency police constabulary fire rescue nhs icb lep trust hospital ' +
		'university college school academy airport cathedral'
	).split(' ')
);
