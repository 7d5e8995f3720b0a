import type { Body } from './body.ts';
import { REORGANISATIONS } from './reorganisations.ts';
import type { Cell, Table } from './table.ts';

/** Organisations with identifiers, other names, and who followed whom. */
export function organisationTables(bodies: readonly Body[]): Table[] {
	const slugs = new Map(bodies.map(({ code, slug }) => [code, slug]));
	return [
		{
			name: 'organisations',
			columns: [
				'slug', 'name', 'kind', 'summary', 'website', 'longitude', 'latitude', 'location_basis', 'area_code',
				'founded_on', 'closed_on', 'status', 'source_url', 'source_on', 'note'
			],
			rows: bodies.map((body) => ({
				slug: body.slug,
				name: body.name,
				kind: body.kind,
				summary: body.summary,
				website: body.website,
				longitude: body.longitude,
				latitude: body.latitude,
				location_basis: body.locationBasis,
				area_code: body.areaCode,
				founded_on: body.foundedOn,
				closed_on: body.closedOn,
				status: body.isPublished ? 'published' : 'draft',
				source_url: body.sourceUrl,
				source_on: body.sourceOn,
				note: body.note
			}))
		},
		{
			name: 'organisation_identifiers',
			columns: ['organisation', 'scheme', 'value'],
			rows: bodies.flatMap(({ slug, identifiers }) =>
				identifiers.map(({ scheme, value }) => ({ organisation: slug, scheme, value }))
			)
		},
		{
			name: 'organisation_names',
			columns: ['organisation', 'name', 'kind'],
			rows: bodies.flatMap(({ slug, names }) => names.map(({ name, kind }) => ({ organisation: slug, name, kind })))
		},
		{
			name: 'organisation_successions',
			columns: ['predecessor', 'successor', 'succeeded_on', 'share', 'source_url'],
			rows: REORGANISATIONS.flatMap(({ on, source, ended }) =>
				Object.entries(ended).flatMap(([predecessor, successors]) =>
					successors.map((successor): Record<string, Cell> => ({
						predecessor: slugs.get(predecessor) ?? null,
						successor: slugs.get(successor) ?? null,
						succeeded_on: on,
						// How a body that two followed was shared between them is not in the figures.
						share: successors.length === 1 ? 1 : null,
						source_url: source
					}))
				)
			)
		}
	];
}
