/** A line of text with links in it, made on the server: its words cost no reader a script. */
export type Line = (string | { href: string; words: string })[];

/** A part of a page: a heading and lines. */
export interface Part {
	id: string;
	heading: string;
	lines: Line[];
}
