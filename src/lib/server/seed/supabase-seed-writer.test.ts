import { createClient } from '@supabase/supabase-js';
import { describe, expect, test } from 'vitest';
import { REALTIME } from '../backend.ts';
import { supabaseSeedWriter } from './supabase-seed-writer.ts';

interface Sent {
	method: string;
	url: URL;
	prefer: string | null;
	body: unknown;
}

/** A client whose requests are noted and answered with `answer`. */
function noting(answer: () => Response): { sent: Sent[]; writer: ReturnType<typeof supabaseSeedWriter> } {
	const sent: Sent[] = [];
	const client = createClient('http://supabase.example', 'secret', {
		auth: { persistSession: false, autoRefreshToken: false },
		realtime: REALTIME,
		global: {
			fetch: async (input, init) => {
				sent.push({
					method: init?.method ?? 'GET',
					url: new URL(String(input)),
					prefer: new Headers(init?.headers).get('prefer'),
					body: typeof init?.body === 'string' ? (JSON.parse(init.body) as unknown) : null
				});
				return answer();
			}
		}
	});
	return { sent, writer: supabaseSeedWriter(client) };
}

const done = () => new Response(null, { status: 201 });

describe('supabaseSeedWriter', () => {
	test('adds rows by their key and leaves those that are there', async () => {
		const { sent, writer } = noting(done);
		await writer.write({
			table: 'area_codes',
			key: ['former_code', 'area_code'],
			rows: [{ former_code: 'E07000153', area_code: 'E06000061' }]
		});
		expect(sent[0]?.url.pathname).toBe('/rest/v1/area_codes');
		expect(sent[0]?.url.searchParams.get('on_conflict')).toBe('former_code,area_code');
		expect(sent[0]?.prefer).toContain('resolution=ignore-duplicates');
	});

	test('sends many rows in several requests, in order', async () => {
		const { sent, writer } = noting(done);
		const rows = Array.from({ length: 1_001 }, (_, nth) => ({ id: nth }));
		await writer.write({ table: 'ties', key: ['id'], rows });
		expect(sent.map(({ body }) => (body as unknown[]).length)).toEqual([500, 500, 1]);
	});

	test('says which table failed and why', async () => {
		const { writer } = noting(() => Response.json({ message: 'permission denied' }, { status: 403 }));
		await expect(writer.write({ table: 'ties', key: ['id'], rows: [{ id: 1 }] })).rejects.toThrow(
			'Seeding ties failed: permission denied'
		);
	});

	test('removes only what is marked as sample', async () => {
		const { sent, writer } = noting(done);
		await writer.removeSample('organisations');
		expect(sent[0]?.method).toBe('DELETE');
		expect(sent[0]?.url.search).toBe('?is_sample=eq.true');
	});
});
