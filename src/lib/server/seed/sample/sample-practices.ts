import { seedId } from '../seed-id.ts';
import type { SeedTable } from '../seed-table.ts';
import type { Random } from './random.ts';
import { SAMPLE_NETWORK_ID } from './sample-organisations.ts';

export interface SamplePractice {
	id: string;
	slug: string;
}

const FRAMEWORK_ID = seedId('frameworks', 'sample-network', 'Five habits of the sample network');

const CHARACTERISTICS = [
	['Start from the person', 'What would a good week look like?'],
	['One conversation', 'Nobody tells their story twice.'],
	['Near home', 'Help is where people already are.'],
	['Learn out loud', 'Say what did not work, too.'],
	['Leave it stronger', 'Step back as people and places gain confidence.']
] as const;

const PRACTICES = [
	[
		'Kitchen-table assessments',
		'Workers meet people at home and start from what they want to keep.',
		'evaluated',
		[1, 2]
	],
	['One worker, one story', 'A person has one named worker across all services.', 'replicated', [1, 2]],
	['Open-door Fridays', 'Every service of a place sits in one hall, one day a week.', 'promising', [2, 3]],
	['Walk-with-me appointments', 'Appointments are walks, and nobody takes notes until the end.', 'idea', [1]],
	['Neighbour exchange', 'People offer an hour and ask for an hour.', 'promising', [3, 5]],
	['Second-chance tenancies', 'A home first, with support that the tenant chooses.', 'evaluated', [1, 5]],
	['Youth shadow board', 'Young people see every paper before the board does.', 'promising', [4]],
	['Learning lunches', 'Teams show each other what failed this month.', 'idea', [4]],
	[
		'Budgets held together',
		'Partners put small funds in one pot that a neighbourhood spends.',
		'promising',
		[3, 4]
	],
	['Stepping-back plans', 'Support is planned to end from the first day.', 'replicated', [5]]
] as const;

/**
 * The sample network itself, its framework and ten practices that nobody invented yet.
 *
 * @param today day up to which the record of who does them is whole, ISO 8601
 */
export function samplePractices(
	random: Random,
	today: string
): { practices: SamplePractice[]; tables: SeedTable[] } {
	const practices = PRACTICES.map(([name]) => {
		const slug = `sample-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
		return { id: seedId('practices', slug), slug };
	});
	return {
		practices,
		tables: [
			{
				table: 'networks',
				key: ['id'],
				rows: [
					{
						id: SAMPLE_NETWORK_ID,
						slug: 'sample-network',
						name: 'Sample network',
						summary:
							'Invented organisations, practices and links, for trying everything out. Nothing in it is real.',
						url: 'https://example.org/sample',
						colour: '#6b6f76',
						membership_kind: 'organisations',
						is_sample: true,
						started_on: '2014-09-01',
						source_url: 'https://example.org/sample'
					}
				]
			},
			{
				table: 'frameworks',
				key: ['id'],
				rows: [
					{
						id: FRAMEWORK_ID,
						network_id: SAMPLE_NETWORK_ID,
						name: 'Five habits of the sample network',
						source_url: 'https://example.org/sample/habits'
					}
				]
			},
			{
				table: 'characteristics',
				key: ['id'],
				rows: CHARACTERISTICS.map(([label, description], index) => ({
					id: characteristicId(index + 1),
					framework_id: FRAMEWORK_ID,
					position: index + 1,
					label,
					description
				}))
			},
			{
				table: 'practices',
				key: ['id'],
				rows: PRACTICES.map(([name, summary, evidence_level], index) => ({
					id: practices[index]?.id ?? null,
					slug: practices[index]?.slug ?? null,
					name,
					summary: `${summary} Invented for trying things out.`,
					network_id: SAMPLE_NETWORK_ID,
					started_on: `${2014 + Math.floor(index / 2)}-01-01`,
					started_precision: 'year',
					evidence_level,
					evidence_note: `${random.whole(2, 14)} invented places wrote down what happened.`,
					source_url: 'https://example.org/sample/practices',
					recorded_for: 'organisations of the sample network',
					recorded_until: today,
					status: 'published',
					is_sample: true
				}))
			},
			{
				table: 'practice_characteristics',
				key: ['practice_id', 'characteristic_id'],
				rows: PRACTICES.flatMap(([, , , positions], index) =>
					positions.map((position) => ({
						practice_id: practices[index]?.id ?? null,
						characteristic_id: characteristicId(position)
					}))
				)
			}
		]
	};
}

/** Key of one of the sample framework's characteristics, counted from 1. */
export function characteristicId(position: number): string {
	return seedId('characteristics', 'sample-network', String(position));
}
