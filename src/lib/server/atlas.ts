import type { RequestEvent } from '@sveltejs/kit';
import type { Atlas } from '#lib/domain/atlas.ts';
import type { AtlasWire } from '#lib/domain/atlas-wire.ts';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { AskedVersion } from './asked-version.ts';
import { snapshotBytes } from './atlas-bytes.ts';
import { assertRead } from './database-fault.ts';
import { keptBodies } from './kept-bodies.ts';
import type { Body } from './kept-bodies.ts';
import { VersionedCache } from './versioned-cache.ts';
import { forgetCaller } from './caller.ts';
import { askVisibility, VISITOR, visibilityOf } from './visibility.ts';

/** One snapshot as it is kept: the wire, its model and its compressed bodies, each made once when first asked for. */
export interface Snapshot {
	/** Tells it from every other: whose sight, which network, which version, which form. */
	state: string;
	wire: AtlasWire;
	atlas(): Atlas;
	body: Body;
}

/** Room for the snapshots of all sights and networks together. */
const MOST_BYTES = 256 * 1024 * 1024;
const MOST_ATTEMPTS = 3;

const snapshots = new VersionedCache<Snapshot>({
	mostBytes: MOST_BYTES,
	bytesOf: ({ wire }) => snapshotBytes(wire),
	// Nearly every page needs it.
	isPinned: (key) => key === cacheKey(VISITOR, null)
});
const version = new AskedVersion();

/** Makes the next request ask the database for the atlas's version: call it after a write. */
export function forgetAtlasVersion(): void {
	version.forget();
}

/** The atlas that the caller may see, as the typed model; cached per visibility and version. */
export async function loadAtlas(event: RequestEvent): Promise<Atlas> {
	return (await readSnapshot(event, null)).atlas();
}

/** The whole snapshot that the caller may see. */
export async function loadWhole(event: RequestEvent): Promise<Snapshot> {
	return readSnapshot(event, null);
}

/** The snapshot that the caller may see, whole or of one network; null when they see no such network. */
export async function loadSnapshot(event: RequestEvent, network: string | null): Promise<Snapshot | null> {
	const whole = await readSnapshot(event, null);
	if (network === null) return whole;
	// Asked of the snapshot at hand, so that made-up names neither cost a read nor push others from the cache.
	return whole.wire.networks.slug.includes(network) ? readSnapshot(event, network) : null;
}

/** Version of everything an atlas can show. */
function currentVersion({ locals: { visitor } }: RequestEvent): Promise<string> {
	return version.read(async () => {
		const { data, error } = await visitor.rpc('atlas_version');
		assertRead(error, 'The version of the atlas');
		return String(data);
	});
}

async function readSnapshot(event: RequestEvent, network: string | null): Promise<Snapshot> {
	for (let attempt = 1; ; attempt += 1) {
		const visibility = await visibilityOf(event);
		// A day is part of the version, because "as of" is the day on which the snapshot was taken.
		const current = `${await currentVersion(event)} ${new Date().toISOString().slice(0, 10)}`;
		const key = cacheKey(visibility, network);
		try {
			return await snapshots.read(key, current, () => takeSnapshot(event, network, visibility, current));
		} catch (cause) {
			if (!(cause instanceof RolesChanged) || attempt === MOST_ATTEMPTS) throw cause;
			forgetCaller(event);
		}
	}
}

async function takeSnapshot(
	event: RequestEvent,
	network: string | null,
	visibility: string,
	current: string
): Promise<Snapshot> {
	// What every visitor is served is read as a visitor, whoever asked first.
	const reader = visibility === VISITOR ? event.locals.visitor : event.locals.supabase;
	const { data, error } = await reader.rpc('atlas', network === null ? {} : { network_slug: network });
	assertRead(error, 'The atlas');
	// Roles and rows come in two answers, and a role raises no version: rows read under other roles than those they
	// would be kept for must reach nobody else.
	if (visibility !== VISITOR && (await askVisibility(event)) !== visibility) throw new RolesChanged();
	return snapshot(
		data as unknown as AtlasWire,
		(format) => `${cacheKey(visibility, network)}\n${current}\n${format}`
	);
}

class RolesChanged extends Error {
	override message = 'The caller’s roles changed while the atlas was read.';
}

function cacheKey(visibility: string, network: string | null): string {
	return `${visibility}\n${network ?? ''}`;
}

function snapshot(wire: AtlasWire, stateOf: (format: number) => string): Snapshot {
	let model: Atlas | undefined;
	return {
		state: stateOf(wire.format),
		wire,
		atlas: () => (model ??= buildAtlas(wire)),
		body: keptBodies(wire)
	};
}
