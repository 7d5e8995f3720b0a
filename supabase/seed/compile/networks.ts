import type { Inputs } from './inputs.ts';
import { CLIMATE_PLANS, publicSource } from './sources.ts';
import type { Table } from './table.ts';

/** The record of declarations as a network: a practice's own, with no members. */
export const CLIMATE_NETWORK = 'uk-climate-declarations';

/** Practices that belong to a network, which describes them and states who does them; the others are shared by all. */
export const NETWORK_OF_PRACTICE: Readonly<Record<string, string>> = {
	'good-help-place': 'good-help',
	'local-area-coordination': 'local-area-coordination-network',
	'meam-approach': 'meam-approach-network',
	'poverty-truth-commission': 'poverty-truth-network',
	'human-learning-systems-practice': 'human-learning-systems'
};

const MEMBERSHIP_KINDS: Readonly<Record<string, string>> = { 'a-better-way': 'people', psta: 'programme' };

/** Ground colours that hold 3:1 against both themes' paper. */
const COLOURS: Readonly<Record<string, string>> = {
	'good-help': '#bf4a31',
	'a-better-way': '#1f7a8c',
	psta: '#8265b8',
	ccin: '#3f7f3a',
	'new-local': '#a8631a',
	'human-learning-systems': '#3674ba',
	'local-area-coordination-network': '#b34a87',
	'poverty-truth-network': '#8a6d1d',
	'keep-it-local': '#5b7a2e',
	'meam-approach-network': '#bb4d74',
	[CLIMATE_NETWORK]: '#3c7d6b'
};

const FRAMEWORK_NAMES: Readonly<Record<string, string>> = {
	'good-help': 'Seven characteristics of good help',
	'a-better-way': 'Four behaviours of A Better Way',
	'human-learning-systems': 'Human, Learning, Systems',
	'keep-it-local': 'Six principles of Keep it Local'
};

const FRAMEWORK_NOTES: Readonly<Record<string, string>> = {
	'good-help':
		'The labels are not yet checked against the report itself. That there are seven is said at https://goodhelp.org.uk/what-is-good-help; a co-author names four of them as enabling language, power sharing, tailoring and transparency at http://www.nesta.org.uk/blog/when-help-doesnt-really-help.',
	'a-better-way': 'As set out in Time for a Change, A Better Way, 2020.'
};

/** Networks and their frameworks. */
export function networkTables({ movement }: Inputs): Table[] {
	return [
		{
			name: 'networks',
			columns: [
				'slug', 'name', 'summary', 'url', 'colour', 'membership_kind', 'is_record', 'started_on', 'started_precision', 'source_url',
				'note'
			],
			rows: [
				...movement.networks.map((network) => ({
					slug: network.slug,
					name: network.name,
					summary: network.summary,
					url: network.url,
					colour: COLOURS[network.slug] ?? null,
					membership_kind: MEMBERSHIP_KINDS[network.slug] ?? 'organisations',
					is_record: false,
					started_on: network.since ?? null,
					started_precision: network.since_precision ?? 'day',
					source_url: publicSource(network.source, [network.slug]).url
				})),
				{
					slug: CLIMATE_NETWORK,
					name: 'UK climate declarations',
					summary:
						'A public record of the UK councils and authorities that declared a climate emergency, and when. It has no members. Compiled by mySociety and Climate Emergency UK, CC BY 4.0.',
					url: CLIMATE_PLANS,
					colour: COLOURS[CLIMATE_NETWORK] ?? null,
					membership_kind: 'organisations',
					is_record: true,
					started_precision: 'day',
					source_url: CLIMATE_PLANS,
					note: 'A record of a practice, not an organisation: nobody joins it.'
				}
			]
		},
		{
			name: 'frameworks',
			columns: ['network', 'name', 'source_url', 'note'],
			rows: movement.frameworks.map(({ network, source }) => ({
				network,
				name: FRAMEWORK_NAMES[network] ?? network,
				source_url: publicSource(source, [network]).url,
				note: FRAMEWORK_NOTES[network] ?? null
			}))
		},
		{
			name: 'characteristics',
			columns: ['network', 'framework', 'position', 'label', 'description'],
			rows: movement.frameworks.flatMap(({ network, items }) =>
				items.map(({ order, label, description }) => ({
					network,
					framework: FRAMEWORK_NAMES[network] ?? network,
					position: order,
					label,
					description: description ?? null
				}))
			)
		}
	];
}

