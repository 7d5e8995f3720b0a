import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AtlasWire } from '#lib/domain/atlas-wire.ts';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { visitorClient } from '#lib/server/backend.ts';
import { migrateBackend, seedBackend } from '#lib/server/bring-up-to-date.ts';
import { wireFixture } from '../fixtures/atlas-fixture.ts';
import { RUNGS } from './rungs.ts';
import { openScratch } from './scratch-backend.ts';
import type { ScratchBackend } from './scratch-backend.ts';

type Keys = Record<string, string[]>;

/** Names on the wire: of its parts, and of the columns in each. */
function keysOf(wire: object): Keys {
	const columns = Object.entries(wire).map(([name, part]): [string, string[]] => [
		name,
		typeof part === 'object' && part !== null ? Object.keys(part).sort() : []
	]);
	return Object.fromEntries(columns.sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe.each(RUNGS)('the atlas that the database gives on $name', ({ start }) => {
	let scratch: ScratchBackend;
	let stop: () => Promise<void>;

	const ask = async (network?: string): Promise<AtlasWire> => {
		const { data, error } = await visitorClient(scratch.backend).rpc(
			'atlas',
			network === undefined ? {} : { network_slug: network }
		);
		expect(error).toBeNull();
		return data as unknown as AtlasWire;
	};

	beforeAll(async () => {
		const rung = await start();
		stop = rung.stop;
		scratch = await openScratch(rung.variables);
		await migrateBackend(scratch.backend);
		await seedBackend(scratch.backend, { sample: true, log: () => {} });
	});

	afterAll(async () => {
		await scratch?.close();
		await stop?.();
	});

	test('has exactly the parts and columns that the wire is declared to have', async () => {
		// The fixture is typed as the wire, so that the compiler holds its names to the declaration.
		expect(keysOf(await ask())).toEqual(keysOf(wireFixture({})));
	});

	test.each([undefined, 'sample-network'])(
		'builds the model, with columns of one length (cut to %s)',
		async (cut) => {
			const wire = await ask(cut);
			for (const [name, part] of Object.entries(wire)) {
				if (name === 'vocabularies' || typeof part !== 'object' || part === null) continue;
				const lengths = new Set(Object.values(part as Record<string, unknown[]>).map(({ length }) => length));
				expect(lengths.size, name).toBe(1);
			}
			const atlas = buildAtlas(wire);
			expect(atlas.organisations.count).toBe(wire.organisations.slug.length);
			expect(atlas.organisations.count).toBeGreaterThan(100);
			expect(atlas.adoptions.count).toBe(wire.adoptions.organisation.length);
		}
	);
});
