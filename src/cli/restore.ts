import { resolve } from 'node:path';
import { restoreBackup } from '#lib/server/backup/read-backup.ts';
import { migrateBackend } from '#lib/server/bring-up-to-date.ts';
import { requireSql, withBackend } from '#lib/server/with-backend.ts';
import type { Command } from './main.ts';

export const command: Command = {
	usage: 'restore <file>',
	summary: 'Replaces every row by those of a backup: all of it, or nothing when anything is wrong.',
	async run([file, ...rest]) {
		if (file === undefined || rest.length > 0) {
			process.stderr.write(`Usage: ${command.usage}\n`);
			return 2;
		}
		const rows = await withBackend(async (backend) => {
			const sql = requireSql(backend, 'use the project’s own backups.');
			await migrateBackend(backend);
			const restored = await restoreBackup(sql, resolve(file));
			await backend.schemaChanged();
			return restored;
		});
		process.stdout.write(`${rows} rows were restored.\n`);
		return 0;
	}
};
