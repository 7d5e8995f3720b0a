import { Parser } from 'htmlparser2';

/** What a reader of XML is told, in the order of the document; names come without their prefix. */
export interface XmlEvents {
	open?(name: string, attributes: Readonly<Record<string, string>>): void;
	close?(name: string): void;
	text?(text: string): void;
}

/** Attributes whose prefix tells them from others of the name. */
const PREFIXED = 'r:id';

/**
 * Reads XML piece by piece, without a tree. Entities other than those of XML itself stay as they stand, so that no
 * document type can make a small file large.
 *
 * @returns takes pieces of bytes in order, and `null` at the end
 */
export function xmlReader(events: XmlEvents): (piece: Uint8Array | null) => void {
	let decoder: TextDecoder | null = null;
	const parser = new Parser(
		{
			onopentag: (name, attributes) => events.open?.(local(name), plain(attributes)),
			onclosetag: (name) => events.close?.(local(name)),
			ontext: (text) => events.text?.(text)
		},
		{ xmlMode: true }
	);
	return (piece) => {
		if (piece === null) {
			parser.end(decoder?.decode() ?? '');
			return;
		}
		decoder ??= new TextDecoder(encodingOf(piece));
		parser.write(decoder.decode(piece, { stream: true }));
	};
}

function local(name: string): string {
	return name.slice(name.indexOf(':') + 1);
}

function plain(attributes: Record<string, string>): Record<string, string> {
	for (const name in attributes) {
		const colon = name.indexOf(':');
		if (colon > 0 && name !== PREFIXED) attributes[name.slice(colon + 1)] ??= attributes[name]!;
	}
	return attributes;
}

function encodingOf([a, b]: Uint8Array): string {
	if (a === 0xff && b === 0xfe) return 'utf-16le';
	if (a === 0xfe && b === 0xff) return 'utf-16be';
	return 'utf-8';
}
