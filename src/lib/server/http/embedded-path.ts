import type { RequestEvent } from '@sveltejs/kit';

const API = /^\/(rest|auth)\/v1(\/|$)/;

/** Whether a request is to the embedded API and to no page of ours. */
export function isEmbeddedApi({ url, route }: Pick<RequestEvent, 'url' | 'route'>): boolean {
	return route.id === null && API.test(url.pathname);
}
