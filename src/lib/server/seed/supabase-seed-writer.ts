import type { SupabaseClient } from '@supabase/supabase-js';
import type { SeedWriter } from './seed-writer.ts';

/** Rows a request carries, well under the size the API takes. */
const CHUNK = 500;

/**
 * Writes seeds over the API of Supabase.
 *
 * @param client made with the service key, which row level security does not bind
 */
export function supabaseSeedWriter(client: SupabaseClient): SeedWriter {
	const writer: SeedWriter = {
		async write({ table, key, rows }) {
			for (let start = 0; start < rows.length; start += CHUNK) {
				const { error } = await client
					.from(table)
					.upsert(rows.slice(start, start + CHUNK), { onConflict: key.join(','), ignoreDuplicates: true });
				if (error !== null) throw new Error(`Seeding ${table} failed: ${error.message}`, { cause: error });
			}
		},
		async removeSample(table) {
			const { error } = await client.from(table).delete().eq('is_sample', true);
			if (error !== null) throw new Error(`Removing the sample from ${table} failed: ${error.message}`);
		},
		async readSetting(key) {
			const { data, error } = await client.from('settings').select('value').eq('key', key).maybeSingle();
			if (error !== null) throw new Error(`Reading the setting ${key} failed: ${error.message}`);
			return (data as { value: unknown } | null)?.value ?? null;
		},
		async writeSetting(key, value) {
			const { error } =
				value === null
					? await client.from('settings').delete().eq('key', key)
					: await client.from('settings').upsert({ key, value }, { onConflict: 'key' });
			if (error !== null) throw new Error(`Writing the setting ${key} failed: ${error.message}`);
		},
		// The API has no transaction; a seeding that broke off is simply run again.
		together: (work) => work(writer)
	};
	return writer;
}
