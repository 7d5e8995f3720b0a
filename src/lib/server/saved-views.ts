import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import type { Pin } from '#lib/view/network-choice.ts';
import { assertRead, assertWritten } from './database-fault.ts';

/** An address of this site that somebody named and kept. */
export interface SavedView {
	id: string;
	name: string;
	/** Path and query, without pins. */
	path: string;
	/** Nodes of the network that were put in a place. */
	pins: Pin[];
	/** Whether everyone who has its address may open it. */
	isShared: boolean;
}

const MOST_LISTED = 200;
const COLUMNS = 'id, name, path, pins, is_shared';
// Written by clients, so read with care: what is no list of pins is none.
const PINS = v.fallback(v.array(v.object({ key: v.string(), x: v.number(), y: v.number() })), []);

interface Row {
	id: string | null;
	name: string | null;
	path: string | null;
	pins: unknown;
	is_shared: boolean | null;
}

/** The caller's own views, newest first; none for a visitor. */
export async function listSavedViews({ locals }: RequestEvent): Promise<SavedView[]> {
	const session = await locals.session();
	if (session === null) return [];
	const { data, error } = await locals.supabase
		.from('saved_views')
		.select(COLUMNS)
		.eq('user_id', session.userId)
		.order('created_at', { ascending: false })
		.limit(MOST_LISTED);
	assertRead(error, 'The saved views');
	return data.map(savedView);
}

/** One view, if it is the caller's own or shared; null otherwise. */
export async function findSavedView({ locals }: RequestEvent, id: string): Promise<SavedView | null> {
	const { data, error } = await locals.supabase.rpc('view_at', { address: id }).maybeSingle();
	assertRead(error, 'The view');
	return data === null ? null : savedView(data);
}

/** Keeps a view for whoever is signed in. */
export async function keepView(
	{ locals }: RequestEvent,
	{ name, path, pins, isShared }: Omit<SavedView, 'id'>
): Promise<void> {
	const { error } = await locals.supabase.from('saved_views').insert({
		name,
		path,
		is_shared: isShared,
		pins: pins.length === 0 ? null : pins.map(({ key, x, y }) => ({ key, x, y }))
	});
	assertWritten(error, 'This view could not be saved. Please try again.');
}

/** Removes one of the caller's own views; another's stays, since its owner alone may remove it. */
export async function removeView({ locals }: RequestEvent, id: string): Promise<void> {
	const { error } = await locals.supabase.from('saved_views').delete().eq('id', id);
	assertWritten(error, 'This view could not be removed. Please try again.');
}

function savedView({ id, name, path, pins, is_shared }: Row): SavedView {
	return {
		id: id ?? '',
		name: name ?? '',
		path: path ?? '/',
		pins: v.parse(PINS, pins),
		isShared: is_shared === true
	};
}
