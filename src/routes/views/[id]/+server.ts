import { error, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { findSavedView } from '#lib/server/saved-views.ts';
import { keptAddress, openedAddress } from '../kept-address.ts';
import type { RequestHandler } from './$types';

const MISSING = 'There is no such view, or whoever saved it does not share it.';
const ID = v.pipe(v.string(), v.uuid());

/** Leads to a view that was kept. */
export const GET: RequestHandler = async (event) => {
	const id = v.safeParse(ID, event.params.id);
	const view = id.success ? await findSavedView(event, id.output) : null;
	// Rows are written by clients: one that leads anywhere else is none.
	const address = view === null ? null : keptAddress(view.path);
	if (view === null || address === null) error(404, MISSING);
	redirect(303, openedAddress({ path: address.path, pins: view.pins }));
};
