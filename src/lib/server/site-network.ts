import type { RequestEvent } from '@sveltejs/kit';
import { assertRead } from './database-fault.ts';

/** Slug of the network that the front page shows when nothing is asked; null where it is all of them. */
export async function siteNetwork({ locals: { visitor } }: RequestEvent): Promise<string | null> {
	const { data, error } = await visitor
		.from('settings')
		.select('value')
		.eq('key', 'site_network')
		.maybeSingle();
	assertRead(error, 'The network of the site');
	return typeof data?.value === 'string' ? data.value : null;
}
