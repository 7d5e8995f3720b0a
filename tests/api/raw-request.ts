import { request } from 'node:http';
import type { Site } from '../e2e/site.ts';

export interface Answer {
	status: number;
	headers: Record<string, string | string[] | undefined>;
	text: string;
}

/** Headers of a form as a page without scripts sends it. */
export const FORM = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };

/** A request with headers and addresses that `fetch` would not let through, such as `Host`. */
export function ask(
	site: Site,
	path: string,
	headers: Record<string, string> = {},
	method = 'GET',
	body = ''
): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const { hostname, port } = new URL(site.origin);
		const sent = request({ hostname, port, path, method, headers, agent: false }, (response) => {
			let text = '';
			response.setEncoding('utf8');
			response.on('data', (chunk: string) => (text += chunk));
			response.on('end', () =>
				resolve({ status: response.statusCode ?? 0, headers: response.headers, text })
			);
		});
		sent.once('error', reject);
		sent.end(body);
	});
}

/** Cookies that an answer sets, as the next request sends them. */
export function cookiesOf({ headers }: Answer): string {
	const set = headers['set-cookie'] ?? [];
	return (Array.isArray(set) ? set : [set]).map((cookie) => cookie.split(';')[0]).join('; ');
}
