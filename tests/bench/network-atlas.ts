import type { AtlasWire, SpellColumns } from '#lib/domain/atlas-wire.ts';
import { plantedCommunities, seededRandom } from './network-graphs.ts';

const DAYS_ON_RECORD = 4000;

/**
 * The atlas of an invented movement, in the words and areas of a real one: bodies spread over its areas and
 * tied within planted communities, each tie from a day of its own.
 */
export function inventedAtlas(real: AtlasWire, bodies: number, ties: number): AtlasWire {
	const random = seededRandom(7);
	const { source, target } = plantedCommunities(bodies, ties);
	const each = <Value>(count: number, value: (row: number) => Value): Value[] =>
		Array.from({ length: count }, (_, row) => value(row));
	const none = (count: number): null[] => each(count, () => null);
	const spells = (count: number): SpellColumns => ({
		key: each(count, (row) => `spell-${row}`),
		started_on: each(count, () => real.as_of - Math.floor(DAYS_ON_RECORD * random())),
		started_bound: each(count, () => 0),
		started_precision: each(count, () => 0),
		ended_on: none(count),
		ended_precision: each(count, () => 0),
		end_kind: each(count, () => 0),
		confidence: each(count, () => 0),
		source_url: none(count)
	});
	const places = real.areas.lon.flatMap((lon, row) => (lon === null ? [] : [row]));
	const areaOf = each(bodies, () => places[Math.floor(places.length * random())]!);
	const kind = real.vocabularies.tie_kind.indexOf('works with');
	return {
		...real,
		version: 'invented',
		organisations: {
			key: each(bodies, (row) => `body-${row}`),
			slug: each(bodies, (row) => `body-${row}`),
			name: each(bodies, (row) => `Body ${row} of ${real.areas.name[areaOf[row]!]!}`),
			kind: each(bodies, (row) => row % real.vocabularies.organisation_kind.length),
			area: areaOf,
			lon: areaOf.map((area) => real.areas.lon[area]! + 0.2 * random()),
			lat: areaOf.map((area) => real.areas.lat[area]! + 0.1 * random()),
			location_basis: each(bodies, () => 0),
			founded_on: none(bodies),
			closed_on: none(bodies),
			confirmed_on: none(bodies),
			is_sample: each(bodies, () => 0)
		},
		organisation_names: { organisation: [], name: [] },
		organisation_interests: { organisation: [], label: [] },
		successions: { predecessor: [], successor: [], on: [], source_url: [] },
		adoptions: {
			...spells(0),
			organisation: [],
			practice: [],
			stage: [],
			evidence_url: [],
			learned_from: [],
			learned_from_confidence: [],
			learned_via: []
		},
		adoption_stages: { key: [], adoption: [], stage: [], on: [], precision: [] },
		adoption_gaps: { organisation: [], practice: [] },
		ties: {
			...spells(source.length),
			from: [...source],
			to: [...target],
			kind: each(source.length, () => kind),
			directed: each(source.length, () => 0)
		},
		link_organisations: { link: [], organisation: [], role: [] },
		memberships: {
			...spells(0),
			organisation: [],
			network: [],
			invited_on: [],
			renews_on: [],
			tier: [],
			status_override: [],
			role: []
		},
		associations: { ...spells(0), organisation: [], network: [], role: [] }
	};
}
