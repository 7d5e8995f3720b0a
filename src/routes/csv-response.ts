/** A CSV file to keep; never cached by others, since it may hold what only its reader may see. */
export function csvResponse(text: string, name: string): Response {
	return new Response(text, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${name}.csv"`,
			'cache-control': 'private, no-cache',
			vary: 'Cookie'
		}
	});
}
