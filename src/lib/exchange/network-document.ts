/** When something is there: ISO days, both included; null is open or unknown. */
export interface DocumentSpell {
	from: string | null;
	to: string | null;
}

export type DocumentValue = string | number | boolean | null;

export interface DocumentNode {
	/** Unique in the document. */
	id: string;
	label: string;
	/** Empty: always there. */
	spells: DocumentSpell[];
	/** One for each of the document's node fields. */
	values: DocumentValue[];
	/** `#rrggbb`. */
	colour: string;
	/** Place in the picture; null where none was computed. */
	at: { x: number; y: number } | null;
}

export interface DocumentEdge {
	id: string;
	source: string;
	target: string;
	kind: string;
	isDirected: boolean;
	weight: number;
	spells: DocumentSpell[];
	values: DocumentValue[];
}

export interface DocumentField {
	/** A name without spaces, unique among its fields; readers that show no title show this. */
	name: string;
	title: string;
	type: 'string' | 'double' | 'integer' | 'boolean';
}

/** A network as every format writes it, whatever it was made from. */
export interface NetworkDocument {
	title: string;
	description: string;
	/** ISO day on which the data were read. */
	asOf: string;
	/** Address of the picture. */
	address: string;
	nodeFields: DocumentField[];
	edgeFields: DocumentField[];
	nodes: DocumentNode[];
	edges: DocumentEdge[];
}

/** Text for XML 1.0: markup escaped, and characters that XML has no place for left out. */
export function xmlText(text: string): string {
	return text
		.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replace(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`);
}

/** First and last day of all spells together; null where open or unknown. */
export function spanOf(spells: readonly DocumentSpell[]): DocumentSpell {
	const starts = spells.map(({ from }) => from);
	const ends = spells.map(({ to }) => to);
	return {
		from: starts.length === 0 || starts.includes(null) ? null : (starts.sort()[0] ?? null),
		to: ends.length === 0 || ends.includes(null) ? null : (ends.sort().at(-1) ?? null)
	};
}
