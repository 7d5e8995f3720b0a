import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '#lib/server/project-root.ts';
import { describeSchema } from './schema-description.ts';
import { printSchemaTypes } from './schema-types.ts';
import { openScratchDatabase } from './scratch-database.ts';
import type { Command } from './main.ts';

export const TYPES_FILE = 'src/lib/server/database.types.ts';

/** TypeScript types of the schema that the migrations make. */
export async function currentSchemaTypes(): Promise<string> {
	const database = await openScratchDatabase();
	try {
		return printSchemaTypes(
			await describeSchema(async <T>(sql: string) => (await database.query<T>(sql)).rows)
		);
	} finally {
		await database.close();
	}
}

export const command: Command = {
	usage: 'types',
	summary: `Writes ${TYPES_FILE} from the migrations; run it after changing one.`,
	async run() {
		await writeFile(join(projectRoot(), TYPES_FILE), await currentSchemaTypes());
		process.stdout.write(`${TYPES_FILE} is up to date.\n`);
		return 0;
	}
};
