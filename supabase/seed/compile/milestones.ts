import type { Table } from './table.ts';

/** Network, day (the first of what is known), how exactly it is known, what happened, and who says so. */
const MILESTONES: readonly [string, string, 'day' | 'month' | 'year', string, string, string | null][] = [
	[
		'good-help',
		'1990-01-01',
		'year',
		'The Self-Esteem Network is founded, a forerunner that asked what works and how one knows',
		'https://radixuk.org/opinion/services-dont-help-hurt/',
		'Told in 2018 by one of its founders.'
	],
	[
		'good-help',
		'2017-01-01',
		'year',
		'Nesta and Osca begin to study how services support or undermine people’s control of their lives',
		'https://goodhelp.org.uk/about/',
		'Over 100 interviews, and workshops with over 100 people.'
	],
	[
		'good-help',
		'2018-02-01',
		'month',
		'The report “Good and bad help” names seven characteristics of good help',
		'https://www.nesta.org.uk/project/good-help/',
		null
	],
	[
		'good-help',
		'2018-02-06',
		'day',
		'The Good Help Award opens',
		'https://goodhelp.challenges.org/',
		null
	],
	[
		'good-help',
		'2018-09-14',
		'day',
		'Shoreditch Trust wins the award; Pain Clinic Plus and Off the Record are runners-up',
		'https://www.publicservicetransformation.org/2018/09/nesta-announces-good-help-award-winners/',
		'Over 300 applied and 19 were finalists. The day is that of the announcement.'
	],
	[
		'good-help',
		'2020-07-28',
		'day',
		'Rochdale designs Good Help across a whole borough with 76 people',
		'https://goodhelp.org.uk/2020/12/good-help-in-rochdale-the-process-explained',
		null
	],
	[
		'good-help',
		'2020-09-01',
		'month',
		'The guide “Reimagining Help” carries the idea into health and care',
		'https://www.publicservicetransformation.org/2020/09/reimagining-help-guide-goodhelp-nesta-and-osca/',
		'By Nesta with the British Heart Foundation, Macmillan Cancer Support and the UCL Centre for Behaviour Change; it names eight characteristics.'
	],
	[
		'good-help',
		'2024-04-10',
		'day',
		'The government publishes its evaluation of the Good Help Hub in Croxteth, Liverpool',
		'https://www.gov.uk/government/publications/partnerships-for-people-and-place-evaluation-and-spend-mapping-annexes/the-good-help-hub-liverpool',
		null
	],
	[
		'a-better-way',
		'2017-06-07',
		'day',
		'The network gathers for the first time',
		'http://betterway.network',
		null
	]
];

/** The timelines of networks. */
export function milestoneTables(): Table[] {
	return [
		{
			name: 'milestones',
			columns: ['network', 'happened_on', 'happened_precision', 'title', 'source_url', 'note'],
			rows: MILESTONES.map(([network, happened_on, happened_precision, title, source_url, note]) => ({
				network,
				happened_on,
				happened_precision,
				title,
				source_url,
				note
			}))
		}
	];
}
