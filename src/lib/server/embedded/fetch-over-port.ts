import type { PlainResponse, Port } from './protocol.ts';

/** A `fetch` whose requests are answered by the embedded API in process. */
export function fetchOverPort(port: Port): typeof fetch {
	return async (input, init) => {
		const request = new Request(input, init);
		const body = request.body === null ? null : new Uint8Array(await request.arrayBuffer());
		request.signal.throwIfAborted();
		const answer = (await port.call({
			kind: 'fetch',
			request: { method: request.method, url: request.url, headers: [...request.headers], body }
		})) as PlainResponse;
		const empty = answer.status === 204 || answer.status === 205 || answer.status === 304;
		return new Response(empty ? null : (answer.body as Uint8Array<ArrayBuffer> | null), {
			status: answer.status,
			headers: answer.headers
		});
	};
}
