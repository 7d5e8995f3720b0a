import type { SeedTable } from '../seed-table.ts';
import { seedId } from '../seed-id.ts';
import type { Random } from './random.ts';

/** Where invented organisations may stand: a point well inland, and the area around it. */
export interface Site {
	areaCode: string;
	longitude: number;
	latitude: number;
}

export interface SampleOrganisation {
	id: string;
	slug: string;
	kind: string;
	/** Number of the invented place: organisations of one place know each other. */
	place: number;
	/** Days since 1970-01-01; null where unknown or still open. */
	foundedDay: number | null;
	closedDay: number | null;
}

export const SAMPLE_NETWORK_ID = seedId('networks', 'sample-network');

/** Invented places, by name. "Example" before every name says what they are. */
const PLACES = [
	'Larkmere',
	'Quillby',
	'Fennowick',
	'Thistlemoor',
	'Emberley Vale',
	'Oddwater',
	'Harrowfold',
	'Pennymarsh',
	'Wrenstead',
	'Saltbrook Green',
	'Marrowdale',
	'Candlesham',
	'Ivyhurst Cross',
	'Tumbledown Bay',
	'Rookhaven',
	'Brambleton Spa',
	'Nettlecombe Regis',
	'Silverfold',
	'Otterwick',
	'Mistlebury',
	'Kestrelgate',
	'Dandelow',
	'Foxmantle',
	'Peverwick',
	'Hollowmead',
	'Juniper Law',
	'Starlingford',
	'Copperdene',
	'Wickerstow',
	'Bellmarsh',
	'Yarrowfield',
	'Tansy Bridge',
	'Greywether',
	'Lanternham',
	'Mossgarth',
	'Swallowcliffe',
	'Amberthwaite',
	'Rushholm',
	'Plover End',
	'Cobblewick'
] as const;

/** Kinds, how many of each, and how one is named after its place. */
const KINDS: readonly { kind: string; count: number; name: (place: string, nth: number) => string }[] = [
	{ kind: 'council', count: 40, name: (place) => `Example Borough Council of ${place}` },
	{ kind: 'charity', count: 24, name: (place) => `Example Trust of ${place}` },
	{ kind: 'social enterprise', count: 12, name: (place) => `Example Works of ${place}` },
	{ kind: 'community group', count: 11, name: (place) => `Example Neighbours of ${place}` },
	{ kind: 'NHS body', count: 8, name: (place) => `Example NHS Trust of ${place}` },
	{ kind: 'housing association', count: 8, name: (place) => `Example Homes of ${place}` },
	{ kind: 'company', count: 5, name: (place) => `Example Consulting of ${place}` },
	{ kind: 'university', count: 4, name: (place) => `Example University of ${place}` },
	{ kind: 'think tank', count: 3, name: (place) => `Example Institute of ${place}` },
	{ kind: 'government', count: 3, name: (place) => `Example Combined Authority of ${place}` },
	{ kind: 'other', count: 2, name: (place) => `Example Partnership of ${place}` }
];

const INTERESTS = [
	'Commissioning for learning',
	'Measuring what matters',
	'Peer support',
	'Working with housing',
	'Data sharing',
	'Staff time and caseloads',
	'Hearing from residents',
	'Budgets held together'
] as const;

/** Closed and replaced: the second council took over from the first on this day. */
const MERGER = { predecessors: [38, 39], successor: 37, on: '2021-04-01' };
const MERGER_DAY = 18_718;

/** About 120 organisations that do not exist, with names, interests and one merger. */
export function sampleOrganisations(
	random: Random,
	sites: readonly Site[]
): { organisations: SampleOrganisation[]; tables: SeedTable[] } {
	const placed = random.sample(sites, PLACES.length);
	const organisations: SampleOrganisation[] = [];
	const rows = KINDS.flatMap(({ kind, count, name }) =>
		Array.from({ length: count }, (_, nth) => {
			const place = kind === 'council' ? nth : (nth * 7 + kind.length * 3) % PLACES.length;
			const title = name(PLACES[place] ?? 'Nowhere', nth);
			const slug = slugOf(title);
			const isCouncil = kind === 'council';
			const wasMerged = isCouncil && MERGER.predecessors.includes(nth);
			const cameByMerger = isCouncil && nth === MERGER.successor;
			const foundedYear = random.chance(0.8) ? random.whole(1974, 2013) : null;
			const isLocated = isCouncil || random.chance(0.88);
			const site = placed[place];
			const isAt = isLocated && site !== undefined;
			const wound = !isCouncil && nth === 4;
			const closedDay = wasMerged ? MERGER_DAY : wound ? MERGER_DAY + 700 : null;
			const organisation: SampleOrganisation = {
				id: seedId('organisations', slug),
				slug,
				kind,
				place,
				foundedDay: cameByMerger ? MERGER_DAY : null,
				closedDay
			};
			organisations.push(organisation);
			return {
				id: organisation.id,
				slug,
				name: title,
				kind,
				summary: `Invented for trying things out: ${PLACES[place]} is on no map.`,
				website: `https://example.org/${slug}`,
				longitude: isAt ? shifted(site.longitude, random, 0.06) : null,
				latitude: isAt ? shifted(site.latitude, random, 0.035) : null,
				location_basis: isAt ? (random.chance(0.3) ? 'exact' : 'postcode') : 'none',
				// A council of a real area is a real council, so an invented one has no area.
				area_code: isAt && !isCouncil ? site.areaCode : null,
				founded_on: cameByMerger ? MERGER.on : foundedYear === null ? null : `${foundedYear}-01-01`,
				founded_precision: cameByMerger ? 'day' : 'year',
				closed_on: closedDay === null ? null : wasMerged ? MERGER.on : '2023-03-02',
				status: 'published',
				steward_network_id: SAMPLE_NETWORK_ID,
				is_sample: true,
				source_url: `https://example.org/sample/${slug}`
			};
		})
	);
	const councils = organisations.filter(({ kind }) => kind === 'council');
	return {
		organisations,
		tables: [
			{ table: 'organisations', key: ['id'], rows },
			{
				table: 'organisation_names',
				key: ['id'],
				rows: councils.map(({ id, slug, place }) => ({
					id: seedId('organisation_names', slug, 'alias'),
					organisation_id: id,
					name: `Example ${PLACES[place]}`,
					kind: 'alias'
				}))
			},
			{
				table: 'organisation_interests',
				key: ['organisation_id', 'label'],
				rows: organisations
					.filter(({ closedDay }) => closedDay === null && random.chance(0.4))
					.flatMap(({ id }) =>
						random.sample(INTERESTS, random.whole(1, 3)).map((label) => ({ organisation_id: id, label }))
					)
			},
			{
				table: 'organisation_successions',
				key: ['predecessor_id', 'successor_id'],
				rows: MERGER.predecessors.map((nth) => ({
					predecessor_id: councils[nth]?.id ?? null,
					successor_id: councils[MERGER.successor]?.id ?? null,
					succeeded_on: MERGER.on,
					share: 1,
					source_url: 'https://example.org/sample/merger'
				}))
			}
		]
	};
}

function shifted(degrees: number, random: Random, most: number): number {
	return Math.round((degrees + (random.next() - 0.5) * 2 * most) * 1e5) / 1e5;
}

function slugOf(name: string): string {
	return name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}
