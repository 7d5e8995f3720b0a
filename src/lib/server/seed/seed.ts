import { join } from 'node:path';
import { projectRoot } from '../project-root.ts';
import { sampleTables } from './sample/sample-tables.ts';
import { readSeeds } from './seed-files.ts';
import type { SeedTable } from './seed-table.ts';
import type { SeedWriter } from './seed-writer.ts';

/** What a seeding did: how many rows each part offered, or null where it was there already. */
export interface SeedOutcome {
	realRows: number | null;
	sampleRows: number | null;
}

export interface SeedOptions {
	/** Whether the fictional sample network is wanted; where it is not, it is removed. */
	sample: boolean;
	/** Folder of the seed files; the project's own unless said otherwise. */
	folder?: string;
	/** Day on which the sample's memberships are new, due or lapsed, ISO 8601. */
	today?: string;
}

const REAL = 'seed_real';
const SAMPLE = 'seed_sample';
/** The network that the front page of a new site shows. */
const SITE_NETWORK = 'good-help';

/** Changes when the generated sample does. */
const SAMPLE_EDITION = 2;

/** Tables that mark samples, those that others point at last. */
const SAMPLE_TABLES = ['learning_links', 'practices', 'organisations', 'networks'] as const;

/**
 * Brings a database's seeds up to date: the real figures and facts, and the sample network or not.
 * What is recorded as seeded is not seeded again, so that a second start costs one look.
 */
export async function seed(writer: SeedWriter, options: SeedOptions): Promise<SeedOutcome> {
	const realRows = await seedReal(writer, options.folder);
	if (options.sample)
		return { realRows, sampleRows: await seedSample(writer, options.today, options.folder) };
	await removeSample(writer);
	return { realRows, sampleRows: null };
}

/**
 * Writes the seed files into a new database. In one that was seeded before, only figures are added when
 * they changed: its facts belong to its people, who may have corrected, merged or removed them.
 *
 * @returns rows offered, or null where there was nothing to do
 */
export async function seedReal(writer: SeedWriter, folder = seedFolder()): Promise<number | null> {
	const { reference, referenceHash, facts } = readSeeds(folder);
	const before = await recorded(writer, REAL);
	if (before?.['reference'] === referenceHash) return null;
	const tables = before === null ? [...reference, ...facts] : reference;
	return writeAll(
		writer,
		tables,
		REAL,
		{ reference: referenceHash },
		// Afterwards it belongs to the site's administrators.
		before === null ? SITE_NETWORK : null
	);
}

/**
 * Writes the sample network unless it is there.
 *
 * @param today day around which its memberships lie, ISO 8601
 * @returns rows offered, or null where there was nothing to do
 */
export async function seedSample(
	writer: SeedWriter,
	today = new Date().toISOString().slice(0, 10),
	folder = seedFolder()
): Promise<number | null> {
	if ((await recorded(writer, SAMPLE))?.['edition'] === SAMPLE_EDITION) return null;
	return writeAll(writer, sampleTables(today, readSeeds(folder).reference), SAMPLE, {
		edition: SAMPLE_EDITION,
		on: today
	});
}

/** Removes the sample network and everything of its own. */
export async function removeSample(writer: SeedWriter): Promise<void> {
	if ((await recorded(writer, SAMPLE)) === null) return;
	await writer.together(async (transaction) => {
		for (const table of SAMPLE_TABLES) await transaction.removeSample(table);
		await transaction.writeSetting(SAMPLE, null);
	});
}

/** Folder of the project's own seed files. */
function seedFolder(): string {
	return join(projectRoot(), 'supabase/seed');
}

async function writeAll(
	writer: SeedWriter,
	tables: readonly SeedTable[],
	setting: string,
	record: Readonly<Record<string, unknown>>,
	siteNetwork: string | null = null
): Promise<number> {
	await writer.together(async (transaction) => {
		for (const table of tables) await transaction.write(table);
		await transaction.writeSetting(setting, record);
		if (siteNetwork !== null) await transaction.writeSetting('site_network', siteNetwork);
	});
	return tables.reduce((sum, { rows }) => sum + rows.length, 0);
}

async function recorded(writer: SeedWriter, key: string): Promise<Record<string, unknown> | null> {
	const value = await writer.readSetting(key);
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
}
