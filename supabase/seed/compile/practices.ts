import { CLIMATE_PRACTICE } from './adoptions.ts';
import type { Inputs } from './inputs.ts';
import { CLIMATE_NETWORK, NETWORK_OF_PRACTICE } from './networks.ts';
import { CLIMATE_PLANS, copyNote, joinNotes, sourceDate } from './sources.ts';
import type { Table } from './table.ts';

/** Practices and the characteristics of good help they show. */
export function practiceTables({ movement, declarations }: Inputs): Table[] {
	const dates = declarations.filter((row) => row['declared'] === '1').flatMap((row) => row['declared_on'] || []);
	return [
		{
			name: 'practices',
			columns: [
				'slug', 'name', 'summary', 'network', 'originator', 'started_on', 'started_precision', 'evidence_level',
				'evidence_note', 'url', 'source_url', 'source_on', 'note', 'recorded_for', 'recorded_until'
			],
			rows: [
				...movement.practices.map((practice) => {
					const dated = sourceDate(practice.source_date);
					return {
						slug: practice.slug,
						name: practice.name,
						summary: practice.summary,
						network: NETWORK_OF_PRACTICE[practice.slug] ?? null,
						originator: practice.originator ?? null,
						started_on: practice.since ?? null,
						started_precision: practice.since_precision ?? 'day',
						evidence_level: practice.evidence_level,
						evidence_note: practice.evidence_note,
						url: practice.url ?? null,
						source_url: practice.source,
						source_on: dated.on,
						note: joinNotes(
							'That it belongs here, and which characteristics it shows, is our reading.',
							copyNote(practice.source),
							dated.note
						)
					};
				}),
				{
					slug: CLIMATE_PRACTICE,
					name: 'Climate emergency declaration',
					summary:
						'A council resolves in public that there is a climate emergency, most often by a motion that also asks for a plan and a target year. What follows from it differs from council to council.',
					network: CLIMATE_NETWORK,
					started_on: dates.sort()[0] ?? null,
					started_precision: 'day',
					evidence_note:
						'The dates are a full public record. Whether a declaration changes what a council does is another question, which this record does not answer.',
					url: CLIMATE_PLANS,
					source_url: CLIMATE_PLANS,
					note: 'Started: the first date in the record. Record by mySociety and Climate Emergency UK, CC BY 4.0.',
					recorded_for: 'councils in the United Kingdom',
					// The source says July 2025, not which day of it.
					recorded_until: '2025-07-01'
				}
			]
		},
		{
			name: 'practice_characteristics',
			columns: ['practice', 'network', 'position'],
			rows: movement.practices.flatMap(({ slug, characteristics }) =>
				characteristics.map((position) => ({ practice: slug, network: 'good-help', position }))
			)
		}
	];
}

