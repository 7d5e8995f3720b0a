/**
 * Where Gephi Lite opens a GEXF file. It knows the kind of a file by what its address ends in, question mark
 * and all; so the ending stands behind a `#`, which no server sees.
 *
 * Source: gephi/gephi-lite, `core/Initialize.tsx`, `utils/url.tsx` and `core/file/utils.ts`.
 */
export function gephiLiteAddress(file: string): string {
	return `https://gephi.org/gephi-lite/?file=${encodeURIComponent(`${file}#network.gexf`)}`;
}
