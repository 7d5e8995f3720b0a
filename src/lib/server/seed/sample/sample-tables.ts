import type { SeedTable } from '../seed-table.ts';
import { dayOf } from './days.ts';
import { randomFrom } from './random.ts';
import { sampleLinks } from './sample-links.ts';
import { sampleMemberships } from './sample-memberships.ts';
import { sampleOrganisations, type Site } from './sample-organisations.ts';
import { samplePractices } from './sample-practices.ts';
import { sampleSpread } from './sample-spread.ts';

/** Any fixed number: it makes every machine's sample the same. */
const SEED = 20_261_122;

/** Areas with this many neighbours lie inland, so that a shifted point does not fall into the sea. */
const INLAND_NEIGHBOURS = 6;

/**
 * The sample network: about 120 invented organisations with all that a coordinator may want to try.
 *
 * @param today day around which memberships and events lie, ISO 8601
 * @param reference the real areas and their borders, for points in Great Britain to stand at
 */
export function sampleTables(today: string, reference: readonly SeedTable[]): SeedTable[] {
	const random = randomFrom(SEED);
	const day = dayOf(today);
	const { practices, tables: first } = samplePractices(random, today);
	const { organisations, tables: second } = sampleOrganisations(random, inlandSites(reference));
	const { ids, tables: third } = sampleLinks(random, organisations, practices, day);
	return [
		...first,
		...second,
		...third,
		...sampleMemberships(random, organisations, day),
		...sampleSpread(random, organisations, practices, ids, day)
	];
}

function inlandSites(reference: readonly SeedTable[]): Site[] {
	const rows = (name: string) => reference.find(({ table }) => table === name)?.rows ?? [];
	const neighbours = new Map<unknown, number>();
	for (const { area_a, area_b } of rows('area_adjacency')) {
		for (const code of [area_a, area_b]) neighbours.set(code, (neighbours.get(code) ?? 0) + 1);
	}
	return rows('areas')
		.filter(
			({ code, nation }) => nation !== 'Northern Ireland' && (neighbours.get(code) ?? 0) >= INLAND_NEIGHBOURS
		)
		.map(({ code, centre_longitude, centre_latitude }) => ({
			areaCode: String(code),
			longitude: Number(centre_longitude),
			latitude: Number(centre_latitude)
		}));
}
