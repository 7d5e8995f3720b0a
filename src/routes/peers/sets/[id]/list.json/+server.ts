import { json } from '@sveltejs/kit';
import { loadKeptList } from '../kept-list.ts';
import type { RequestHandler } from './$types';

/** A kept list with its setting, weights and version: all that finds the same councils again. */
export const GET: RequestHandler = async (event) => {
	const { id, name, councils, setting, asOf } = await loadKeptList(event, event.params.id);
	return json(
		{
			name,
			as_of: asOf,
			page: `${event.url.origin}/peers/sets/${id}`,
			peers_of:
				setting === null
					? null
					: {
							council: { code: setting.councilCode, name: setting.councilName },
							page: `${event.url.origin}/peers/${setting.councilCode}${setting.search}`,
							preset: setting.preset,
							within: setting.within,
							weights: setting.weights,
							version: { universe: setting.universe, model: setting.model },
							is_current: setting.isCurrent
						},
			note: 'Distances compare only within one universe and one model. Likeness is no judgement of worth.',
			councils: councils.map(({ code, name: council, type, region }, at) => ({
				position: at + 1,
				...{ code, name: council, type, region }
			}))
		},
		{
			headers: {
				'content-disposition': `attachment; filename="goodways-list-${id}.json"`,
				'cache-control': 'private, no-cache',
				vary: 'Cookie'
			}
		}
	);
};
