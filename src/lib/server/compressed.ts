export type Encoding = 'br' | 'gzip' | 'identity';

/**
 * Answers with a JSON body in the best encoding that the client takes, or with 304 when it holds
 * this very version. Private: two visitors may see different rows at one address.
 */
export async function compressed(
	request: Request,
	etag: string,
	body: (encoding: Encoding) => Promise<Uint8Array<ArrayBuffer>>
): Promise<Response> {
	const encoding = bestEncoding(request.headers.get('accept-encoding') ?? '');
	// Each encoding is a representation of its own, so each has its own tag.
	const tag = encoding === 'identity' ? etag : etag.replace(/"$/, `-${encoding}"`);
	const headers = new Headers({
		'cache-control': 'private, no-cache',
		vary: 'cookie, accept-encoding',
		etag: tag
	});
	if (holds(request.headers.get('if-none-match'), tag)) return new Response(null, { status: 304, headers });
	headers.set('content-type', 'application/json; charset=utf-8');
	if (encoding !== 'identity') headers.set('content-encoding', encoding);
	return new Response(await body(encoding), { headers });
}

/** Brotli before gzip before plain; an encoding with `q=0` is refused. */
export function bestEncoding(accepted: string): Encoding {
	const offers = accepted
		.toLowerCase()
		.split(',')
		.map((part) => part.trim().split(/\s*;\s*q=/))
		.filter(([, quality]) => quality === undefined || Number(quality) > 0)
		.map(([name]) => name);
	return offers.includes('br') ? 'br' : offers.includes('gzip') ? 'gzip' : 'identity';
}

function holds(ifNoneMatch: string | null, tag: string): boolean {
	if (ifNoneMatch === null) return false;
	return ifNoneMatch.split(',').some((item) => item.trim().replace(/^W\//, '') === tag);
}
