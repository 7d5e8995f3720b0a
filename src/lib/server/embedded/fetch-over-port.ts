import { isDiskFull } from './faults.ts';
import { plainFault } from '#lib/calls/calls.ts';
import type { PlainRequest, PlainResponse, Port } from './protocol.ts';

/** A `fetch` whose requests are answered by the embedded API in process. */
export function fetchOverPort(port: Port): typeof fetch {
	return async (input, init) => {
		const request = new Request(input, init);
		const body = request.body === null ? null : new Uint8Array(await request.arrayBuffer());
		request.signal.throwIfAborted();
		const answer = await ask(port, {
			method: request.method,
			url: request.url,
			headers: [...request.headers],
			body
		});
		const empty = answer.status === 204 || answer.status === 205 || answer.status === 304;
		return new Response(empty ? null : (answer.body as Uint8Array<ArrayBuffer> | null), {
			status: answer.status,
			headers: answer.headers
		});
	};
}

/** A database that is not there is an answer as well: 503, as from any server. */
async function ask(port: Port, request: PlainRequest): Promise<PlainResponse> {
	try {
		return await port.call('fetch', request);
	} catch (cause) {
		const { message, code } = plainFault(cause);
		return {
			status: isDiskFull(`${message} ${code}`) ? 507 : 503,
			headers: [['content-type', 'application/json; charset=utf-8']],
			body: new TextEncoder().encode(JSON.stringify({ message, code: code ?? 'database_stopped' }))
		};
	}
}
