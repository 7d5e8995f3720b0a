import { migrationsFolder } from '#lib/server/backend.ts';
import { migrateBackend } from '#lib/server/bring-up-to-date.ts';
import { environment } from '#lib/server/environment.ts';
import { migrateSupabase } from '#lib/server/migrate-supabase.ts';
import { withBackend } from '#lib/server/with-backend.ts';
import type { Command } from './main.ts';

export const command: Command = {
	usage: 'migrate',
	summary: 'Brings the tables up to date; `npm start` does this by itself on the embedded rungs.',
	async run() {
		const applied =
			environment().rung === 'supabase' ? await migrateProject() : await withBackend(migrateBackend);
		process.stdout.write(
			applied.length === 0 ? 'The tables are up to date.\n' : `Applied:\n  ${applied.join('\n  ')}\n`
		);
		return 0;
	}
};

function migrateProject(): Promise<string[]> {
	const { supabaseDatabaseUrl } = environment();
	if (supabaseDatabaseUrl === null) {
		throw new Error(
			'Set SUPABASE_DB_URL to the project’s direct connection, or run `supabase link` and `supabase db push` of the Supabase CLI.'
		);
	}
	return migrateSupabase(supabaseDatabaseUrl, migrationsFolder());
}
