import { log } from '../log.ts';
import type { Handle } from '@sveltejs/kit';

/**
 * One line a request: method, route and outcome. The route's pattern stands for the address, because an
 * address can hold a token or somebody's search; who asked is not written.
 */
export const logRequest: Handle = async ({ event, resolve }) => {
	const started = performance.now();
	const response = await resolve(event);
	log().info({
		method: event.request.method,
		route: event.route.id ?? '(none)',
		status: response.status,
		ms: Math.round(performance.now() - started)
	});
	return response;
};
