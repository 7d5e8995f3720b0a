import type { Role } from '../../../src/lib/import/roles.ts';
import type { Random } from '../../../src/lib/analysis/numeric/random.ts';
import {
	CELLS,
	CHARITIES,
	COUNCILS,
	FIRST_NAMES,
	JOBS,
	KINDS,
	LAST_NAMES,
	NOTES,
	PLACES,
	PRACTICES,
	REGIONS,
	STAGES,
	STATUSES,
	STREETS,
	TIERS,
	TOPICS
} from './pools.ts';

/** A day as it is meant, and how finely it is known. */
export interface MeantDate {
	iso: string;
	precision: 'day' | 'month' | 'year';
}

/** A column as it was before anything was spoilt. */
export interface CleanColumn {
	heading: string;
	/** The field it is; others that are as right. */
	roles: Role[];
	/** Values of text; of a column of dates they are written later. */
	values: string[];
	/** What each cell means where the column is of dates; `null` for a blank. */
	dates: (MeantDate | null)[] | null;
}

interface ColumnMaker {
	roles: Role[];
	headings: string[];
	value?: (random: Random, row: number, memo: Memo) => string;
	dated?: boolean;
	blank?: number;
}

/** What the columns of one table share: whose row it is. */
interface Memo {
	names: string[];
	first: string[];
	last: string[];
	tiers: string[];
	statuses: string[];
}

export const pick = <Item>(random: Random, items: readonly Item[]): Item =>
	items[random.below(items.length)]!;
const digits = (random: Random, count: number): string =>
	Array.from({ length: count }, () => random.below(10)).join('');
const plain = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/[^a-z]/gi, '')
		.toLowerCase();

const MAKERS = {
	name: {
		roles: ['organisation.name'],
		headings: [
			'Organisation',
			'Name',
			'Organisation name',
			'Member',
			'Name of organisation',
			'Council / organisation',
			'Org',
			'Member organisation',
			'Organisation (registered name)',
			'ORGANISATION NAME',
			'Which organisation?'
		],
		value: (_, row, { names }) => names[row]!
	},
	kind: {
		roles: ['organisation.kind'],
		headings: [
			'Type',
			'Organisation type',
			'Sector',
			'Kind',
			'Type of organisation',
			'Org type',
			'Legal form'
		],
		value: (random) => pick(random, KINDS)
	},
	website: {
		roles: ['organisation.website'],
		headings: ['Website', 'Web address', 'URL', 'Web site', 'Homepage', 'Site'],
		value: (_, row, { names }) =>
			(row % 3 === 0 ? 'https://www.' : row % 3 === 1 ? 'www.' : 'http://') +
			`${plain(names[row]!).slice(0, 18)}.org.uk`,
		blank: 0.15
	},
	postcode: {
		roles: ['organisation.postcode'],
		headings: ['Postcode', 'Post code', 'Postal code', 'PCode'],
		value: (random) =>
			`${pick(random, ['OL16', 'LS1', 'M4', 'CF10', 'BT1', 'EH1', 'PL4', 'SW1A'])} ${random.below(9) + 1}${pick(random, ['AB', 'XY', 'QT', 'NW', 'LR'])}`,
		blank: 0.1
	},
	address: {
		roles: ['organisation.address'],
		headings: ['Address', 'Address line 1', 'Postal address', 'Registered office'],
		value: (random) => `${random.below(150) + 1} ${pick(random, STREETS)}, ${pick(random, PLACES)}`,
		blank: 0.1
	},
	place: {
		roles: ['organisation.place'],
		headings: ['Area', 'Local authority area', 'Place', 'Based in', 'Council area', 'Town/city', 'Where'],
		value: (random) => pick(random, PLACES)
	},
	region: {
		roles: ['organisation.region'],
		headings: ['Region', 'Nation or region', 'English region'],
		value: (random) => pick(random, REGIONS)
	},
	company: {
		roles: ['identifier.company'],
		headings: [
			'Company number',
			'Company no.',
			'Companies House number',
			'Company reg no',
			'Registered company number'
		],
		value: (random) => (random.below(4) === 0 ? `SC${digits(random, 6)}` : `0${digits(random, 7)}`),
		blank: 0.3
	},
	charity: {
		roles: ['identifier.charity'],
		headings: ['Charity number', 'Charity no', 'Registered charity number', 'Charity Commission number'],
		value: (random) => (random.below(5) === 0 ? `SC0${digits(random, 5)}` : `1${digits(random, 6)}`),
		blank: 0.3
	},
	gss: {
		roles: ['identifier.council'],
		headings: ['GSS code', 'ONS code', 'LA code', 'LAD24CD', 'Area code', 'Code'],
		value: (random) =>
			pick(random, ['E0800000', 'E0600000', 'W0600000', 'S1200000', 'E0700010']) + random.below(10)
	},
	id: {
		roles: ['identifier.other', 'identifier.key'],
		headings: ['ID', 'Ref', 'CRM ID', 'Membership number', 'Member ID', 'Record id'],
		value: (_, row) => `M-${String(1000 + row * 7)}`
	},
	joined: {
		roles: ['membership.started'],
		headings: [
			'Joined',
			'Date joined',
			'Member since',
			'Start date',
			'Joining date',
			'Membership start',
			'When did you join?',
			'Joined on',
			'Date of joining'
		],
		dated: true,
		blank: 0.08
	},
	renews: {
		roles: ['membership.renews'],
		headings: [
			'Renewal date',
			'Renews',
			'Renewal due',
			'Expiry date',
			'Valid until',
			'Paid until',
			'Next renewal'
		],
		dated: true,
		blank: 0.1
	},
	left: {
		roles: ['membership.ended'],
		headings: ['Left', 'Date left', 'End date', 'Membership ended', 'Leaving date'],
		dated: true,
		blank: 0.75
	},
	founded: {
		roles: ['organisation.founded'],
		headings: ['Founded', 'Date established', 'Incorporated', 'Incorporation date'],
		dated: true,
		blank: 0.2
	},
	tier: {
		roles: ['tier'],
		headings: ['Tier', 'Membership level', 'Membership type', 'Level', 'Fee band', 'Membership category'],
		value: (random, _, { tiers }) => pick(random, tiers)
	},
	status: {
		roles: ['membership.status'],
		headings: ['Status', 'Membership status', 'Member status'],
		value: (random, _, { statuses }) => pick(random, statuses)
	},
	owner: {
		roles: ['membership.owner'],
		headings: ['Relationship manager', 'Account manager', 'Looked after by', 'Owner'],
		value: (random) => pick(random, ['Amira Okafor', 'Gareth Pritchard', 'Priya Kaur']),
		blank: 0.2
	},
	person: {
		roles: ['person.name'],
		headings: [
			'Contact',
			'Contact name',
			'Main contact',
			'Lead contact',
			'Contact person',
			'Named contact',
			'Primary contact'
		],
		value: (_, row, { first, last }) => `${first[row]} ${last[row]}`,
		blank: 0.08
	},
	first: {
		roles: ['person.first name'],
		headings: ['First name', 'Forename', 'First Name(s)', 'Given name'],
		value: (_, row, { first }) => first[row]!
	},
	last: {
		roles: ['person.last name'],
		headings: ['Surname', 'Last name', 'Family name'],
		value: (_, row, { last }) => last[row]!
	},
	email: {
		roles: ['person.email'],
		headings: [
			'Email',
			'E-mail',
			'Email address',
			'Contact email',
			'Email of main contact',
			'E-mail address'
		],
		value: (_, row, { first, last, names }) =>
			`${plain(first[row]!)}.${plain(last[row]!)}@${plain(names[row]!).slice(0, 14)}.org.uk`,
		blank: 0.1
	},
	mailbox: {
		roles: ['contact.email'],
		headings: ['Email', 'Office email', 'General email', 'Enquiries e-mail'],
		value: (random, row, { names }) =>
			`${pick(random, ['info', 'enquiries', 'hello', 'admin'])}@${plain(names[row]!).slice(0, 14)}.org.uk`,
		blank: 0.15
	},
	phone: {
		roles: ['person.phone', 'contact.phone'],
		headings: ['Phone', 'Telephone', 'Tel', 'Contact number', 'Mobile', 'Tel. no.'],
		value: (random) => pick(random, ['01706 ', '0161 ', '07700 ', '+44 20 7946 ']) + digits(random, 6),
		blank: 0.2
	},
	job: {
		roles: ['person.job title', 'contact.role'],
		headings: ['Job title', 'Role', 'Position', 'Title'],
		value: (random) => pick(random, JOBS),
		blank: 0.1
	},
	cell: {
		roles: ['cell'],
		headings: ['Cell', 'Working group', 'Group', 'Learning set', 'Circle'],
		value: (random) => pick(random, CELLS),
		blank: 0.1
	},
	practice: {
		roles: ['adoption.practice'],
		headings: ['Practice', 'Practice adopted', 'Approach', 'Programme', 'Practices'],
		value: (random) => pick(random, PRACTICES)
	},
	practices: {
		roles: ['adoption.practice'],
		headings: ['Practices', 'Practices adopted', 'Approaches used', 'What they practise'],
		value: (random) =>
			[...new Set([pick(random, PRACTICES), pick(random, PRACTICES), pick(random, PRACTICES)])].join(
				pick(random, ['; ', '\n', ' | ', ', '])
			),
		blank: 0.2
	},
	adopted: {
		roles: ['adoption.date'],
		headings: ['Adopted', 'Date adopted', 'Adoption date', 'Adopted on', 'In place since', 'Implemented'],
		dated: true,
		blank: 0.1
	},
	stage: {
		roles: ['adoption.stage'],
		headings: ['Stage', 'Adoption stage', 'How far'],
		value: (random) => pick(random, STAGES)
	},
	interest: {
		roles: ['interest'],
		headings: ['Interests', 'Interested in', 'Would like to learn about', 'Topics of interest'],
		value: (random) => [...new Set([pick(random, TOPICS), pick(random, TOPICS)])].join(', '),
		blank: 0.2
	},
	note: {
		roles: ['note'],
		headings: ['Notes', 'Comments', 'Remarks', 'Any other information', 'Notes (internal)'],
		value: (random) => pick(random, NOTES),
		blank: 0.4
	}
} satisfies Record<string, ColumnMaker>;
type MakerName = keyof typeof MAKERS;

/** The lists that coordinators keep: members, contacts, people in cells, who does what. */
const LISTS: readonly (readonly MakerName[])[] = [
	['name', 'kind', 'joined', 'renews', 'tier', 'status', 'person', 'email', 'phone', 'note'],
	['id', 'name', 'website', 'region', 'joined', 'left', 'tier', 'owner'],
	['name', 'company', 'charity', 'address', 'postcode', 'website', 'mailbox', 'founded'],
	['first', 'last', 'email', 'job', 'name', 'cell', 'joined', 'interest'],
	['name', 'practice', 'adopted', 'stage', 'note'],
	['gss', 'name', 'region', 'practices', 'person', 'email'],
	['name', 'place', 'kind', 'status', 'joined', 'note'],
	['id', 'name', 'person', 'job', 'email', 'phone', 'postcode', 'tier', 'renews']
];

/** Names of practices as columns of their own, with yes or no or the day below. */
function practiceColumns(random: Random, rows: number): CleanColumn[] {
	const dated = random.below(2) === 0;
	const from = random.below(PRACTICES.length - 3);
	return PRACTICES.slice(from, from + 3).map((heading) => ({
		heading,
		roles: ['adoption'],
		values: Array.from({ length: rows }, () => (dated ? '' : pick(random, ['Yes', 'No', 'Yes', '']))),
		dates: dated
			? Array.from({ length: rows }, () => (random.below(2) === 0 ? null : madeDate(random)))
			: null
	}));
}

/** A clean table: one of the lists, with columns left out and put in another order now and then. */
export function cleanColumns(random: Random): CleanColumn[] {
	const rows = 12 + random.below(60);
	const isCouncils = random.below(3) === 0;
	const pool = isCouncils ? COUNCILS : CHARITIES;
	const shift = random.below(pool.length);
	const memo: Memo = {
		names: Array.from({ length: rows }, (_, row) => {
			const name = pool[(row + shift) % pool.length]!;
			return row < pool.length ? name : `${name} ${Math.floor(row / pool.length) + 1}`;
		}),
		first: Array.from({ length: rows }, () => pick(random, FIRST_NAMES)),
		last: Array.from({ length: rows }, () => pick(random, LAST_NAMES)),
		tiers: pick(random, TIERS),
		statuses: pick(random, STATUSES)
	};
	const chosen = [...pick(random, LISTS)];
	if (chosen.length > 6 && random.below(2) === 0) chosen.splice(1 + random.below(chosen.length - 1), 1);
	const columns = chosen.map((name): CleanColumn => {
		const maker: ColumnMaker = MAKERS[name];
		const isBlank = () => random.next() < (maker.blank ?? 0);
		const values = Array.from({ length: rows }, (_, row) =>
			maker.value === undefined || isBlank() ? '' : maker.value(random, row, memo)
		);
		return {
			heading: pick(random, maker.headings),
			roles: rolesOf(name, chosen, maker.roles),
			values,
			dates:
				maker.dated === true
					? Array.from({ length: rows }, () => (isBlank() ? null : madeDate(random)))
					: null
		};
	});
	if (chosen.includes('gss') || random.below(8) === 0) columns.push(...practiceColumns(random, rows));
	return columns;
}

/** An address or a title is a person's where a column names one, and else the body's. */
function rolesOf(name: MakerName, chosen: readonly MakerName[], roles: readonly Role[]): Role[] {
	const hasPerson = chosen.some((other) => ['person', 'first', 'last'].includes(other));
	if (name === 'email') return hasPerson ? ['person.email'] : ['contact.email'];
	if (name === 'phone') return hasPerson ? ['person.phone'] : ['contact.phone'];
	if (name === 'job') return hasPerson ? ['person.job title'] : ['contact.role'];
	return [...roles];
}

const two = (part: number): string => String(part).padStart(2, '0');

function madeDate(random: Random): MeantDate {
	const year = 2008 + random.below(17);
	const month = 1 + random.below(12);
	const day = 1 + random.below(28);
	const fineness = random.below(20);
	if (fineness === 0) return { iso: String(year), precision: 'year' };
	if (fineness === 1) return { iso: `${year}-${two(month)}`, precision: 'month' };
	return { iso: `${year}-${two(month)}-${two(day)}`, precision: 'day' };
}
