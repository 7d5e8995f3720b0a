import { loadKeptList } from './kept-list.ts';
import type { PageServerLoad } from './$types';

/** A list of councils that somebody kept under a name. */
export const load: PageServerLoad = async (event) => ({ list: await loadKeptList(event, event.params.id) });
