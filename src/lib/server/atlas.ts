import { createHash } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import type { Atlas } from '#lib/domain/atlas.ts';
import type { AtlasWire } from '#lib/domain/atlas-wire.ts';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { AtlasCache } from './atlas-cache.ts';
import { assertRead } from './database-fault.ts';
import { keptBodies } from './kept-bodies.ts';
import type { Body } from './kept-bodies.ts';

/** One snapshot as it is kept: the wire, its model and its compressed bodies, each made once when first asked for. */
export interface Snapshot {
	etag: string;
	wire: AtlasWire;
	atlas(): Atlas;
	body: Body;
}

const VISITOR = 'visitor';
const VERSION_KEPT_MS = 1000;
const cache = new AtlasCache<Snapshot>(12);
let version: { text: string; readAt: number } | null = null;

/** Makes the next request ask the database for the atlas's version: call it after a write. */
export function forgetAtlasVersion(): void {
	version = null;
}

/** The atlas that the caller may see, as the typed model; cached per visibility and version. */
export async function loadAtlas(event: RequestEvent): Promise<Atlas> {
	return (await readSnapshot(event, null)).atlas();
}

/** The snapshot that the caller may see, whole or of one network; null when they see no such network. */
export async function loadSnapshot(event: RequestEvent, network: string | null): Promise<Snapshot | null> {
	const whole = await readSnapshot(event, null);
	if (network === null) return whole;
	// Asked of the snapshot at hand, so that made-up names neither cost a read nor push others from the cache.
	return whole.wire.networks.slug.includes(network) ? readSnapshot(event, network) : null;
}

async function readSnapshot(event: RequestEvent, network: string | null): Promise<Snapshot> {
	const [current, visibility] = await Promise.all([currentVersion(event), visibilityOf(event)]);
	// A day is part of the key, because "as of" is the day on which the snapshot was taken.
	const today = new Date().toISOString().slice(0, 10);
	const key = [network ?? '', visibility, current, today].join('\n');
	return cache.read(key, async () => {
		// What every visitor is served is read as a visitor, whoever asked first.
		const reader = visibility === VISITOR ? event.locals.visitor : event.locals.supabase;
		const { data, error } = await reader.rpc('atlas', network === null ? {} : { network_slug: network });
		assertRead(error, 'The atlas');
		return snapshot(data as unknown as AtlasWire, key);
	});
}

/** Version of everything an atlas can show; read at most once a second. */
export async function currentVersion(event: RequestEvent): Promise<string> {
	if (version !== null && Date.now() - version.readAt < VERSION_KEPT_MS) return version.text;
	const { data, error } = await event.locals.supabase.rpc('atlas_version');
	assertRead(error, 'The version of the atlas');
	version = { text: String(data), readAt: Date.now() };
	return version.text;
}

/**
 * What decides which rows a caller sees: the sorted set of their network roles, and whether they
 * administer the site. Personal rights (own drafts) are never part of an atlas.
 */
async function visibilityOf(event: RequestEvent): Promise<string> {
	const session = await event.locals.session();
	if (session === null) return VISITOR;
	const [roles, administrators] = await Promise.all([
		event.locals.supabase.from('network_roles').select('network_id, role').eq('user_id', session.userId),
		event.locals.supabase.from('site_administrators').select('user_id').eq('user_id', session.userId)
	]);
	// Roles that could not be read are not "no roles": the rows of some would be kept for everybody.
	assertRead(roles.error ?? administrators.error, 'The roles');
	const pairs = (roles.data ?? []).map(({ network_id, role }) => `${network_id}:${role}`);
	if ((administrators.data ?? []).length > 0) pairs.push('administrator');
	return pairs.length === 0 ? VISITOR : pairs.sort().join(',');
}

function snapshot(wire: AtlasWire, key: string): Snapshot {
	let model: Atlas | undefined;
	return {
		etag: `"${createHash('sha256').update(key).digest('base64url').slice(0, 27)}"`,
		wire,
		atlas: () => (model ??= buildAtlas(wire)),
		body: keptBodies(wire)
	};
}
