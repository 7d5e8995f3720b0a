import { resolve } from 'node:path';
import { writeBackup } from '#lib/server/backup/write-backup.ts';
import { requireSql, withBackend } from '#lib/server/with-backend.ts';
import type { Command } from './main.ts';

export const command: Command = {
	usage: 'backup <file>',
	summary:
		'Writes every row, accounts included, to a file. The file is secret: it holds password hashes and addresses.',
	async run([file, ...rest]) {
		if (file === undefined || rest.length > 0) {
			process.stderr.write(`Usage: ${command.usage}\n`);
			return 2;
		}
		const path = resolve(file);
		const rows = await withBackend((backend) =>
			writeBackup(requireSql(backend, 'use the project’s own backups, or `supabase db dump`.'), path)
		);
		process.stdout.write(`${rows} rows are in ${path}. The file is secret: it holds every account.\n`);
		return 0;
	}
};
