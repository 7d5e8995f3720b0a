/** One thing on a picture; positions in CSS pixels of its body. */
export type PictureMark =
	| {
			kind: 'path';
			d: string;
			/** `#rrggbb`, `none` or `hatch`. */
			fill: string;
			stroke?: string;
			strokeWidth?: number;
			dashes?: string;
			opacity?: number;
			/** Moves the path, and scales it about its own origin. */
			at?: { x: number; y: number; scale: number };
	  }
	| {
			kind: 'text';
			x: number;
			y: number;
			text: string;
			sizePx: number;
			fill: string;
			anchor: 'start' | 'middle';
			bold?: boolean;
	  }
	| { kind: 'image'; href: string; width: number; height: number };

export interface LegendEntry {
	label: string;
	/** Drawn in a box of 16 × 16 before the label. */
	mark: Omit<Extract<PictureMark, { kind: 'path' }>, 'at' | 'kind'>;
}

/** A picture with what it needs to stand alone: title, date, legend, notes, and whose it is. */
export interface Picture {
	/** Of the body, CSS pixels. */
	width: number;
	height: number;
	title: string;
	/** The date and what is left out, in words. */
	subtitle: string;
	legendTitle: string | null;
	legend: readonly LegendEntry[];
	notes: readonly string[];
	attribution: string;
	marks: readonly PictureMark[];
	colours: { paper: string; ground: string; ink: string; muted: string; line: string };
}

const MARGIN_PX = 24;
const LEGEND_ROW_PX = 24;
const NOTE_ROW_PX = 17;

/**
 * A picture as one SVG 1.1 document, which needs no font, script or address from elsewhere.
 *
 * @returns well-formed XML, whatever the texts hold
 */
export function printPicture(picture: Picture): string {
	const { width, height, colours } = picture;
	const columns = Math.max(1, Math.floor(width / 200));
	const titleLines = wrapWords(picture.title, width / 11.5);
	const subtitleLines = wrapWords(picture.subtitle, width / 7.2);
	const noteLines = [...picture.notes, picture.attribution].flatMap((note) => wrapWords(note, width / 6.4));
	const bodyTop = MARGIN_PX + titleLines.length * 28 + subtitleLines.length * 20 + 10;
	const legendTop = bodyTop + height + 26;
	const legendTitleRows = picture.legendTitle === null ? 0 : 1;
	const legendRows = legendTitleRows + Math.ceil(picture.legend.length / columns);
	const notesTop = legendTop + legendRows * LEGEND_ROW_PX + 8;
	const total = {
		width: width + 2 * MARGIN_PX,
		height: notesTop + noteLines.length * NOTE_ROW_PX + MARGIN_PX / 2
	};

	const lines = (
		rows: readonly string[],
		top: number,
		step: number,
		sizePx: number,
		fill: string,
		bold = false
	) =>
		rows.map((text, at) =>
			markSvg({ kind: 'text', x: MARGIN_PX, y: top + at * step, text, sizePx, fill, anchor: 'start', bold })
		);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${total.width}" height="${number(total.height)}" viewBox="0 0 ${total.width} ${number(total.height)}" font-family="Atkinson Hyperlegible Next, Segoe UI, Helvetica, Arial, sans-serif">`,
		`<title>${escapeXml(picture.title)}</title>`,
		`<desc>${escapeXml([picture.subtitle, ...picture.notes, picture.attribution].join(' '))}</desc>`,
		`<defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="${colours.paper}"/><rect width="1.3" height="5" fill="${colours.muted}"/></pattern>`,
		`<clipPath id="body"><rect width="${width}" height="${height}"/></clipPath></defs>`,
		`<rect width="${total.width}" height="${number(total.height)}" fill="${colours.paper}"/>`,
		...lines(titleLines, MARGIN_PX + 20, 28, 22, colours.ink, true),
		...lines(subtitleLines, MARGIN_PX + 14 + titleLines.length * 28, 20, 14, colours.muted),
		`<g transform="translate(${MARGIN_PX} ${bodyTop})" clip-path="url(#body)">`,
		`<rect width="${width}" height="${height}" fill="${colours.ground}"/>`,
		...picture.marks.map(markSvg),
		`<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" fill="none" stroke="${colours.line}"/>`,
		'</g>',
		...(picture.legendTitle === null
			? []
			: lines([picture.legendTitle], legendTop, 0, 14, colours.ink, true)),
		...picture.legend.flatMap(({ label, mark }, at) => {
			const x = MARGIN_PX + (at % columns) * 200;
			const y = legendTop + (legendTitleRows + Math.floor(at / columns)) * LEGEND_ROW_PX;
			return [
				markSvg({ ...mark, kind: 'path', at: { x, y: y - 12, scale: 1 } }),
				markSvg({ kind: 'text', x: x + 24, y, text: label, sizePx: 13, fill: colours.ink, anchor: 'start' })
			];
		}),
		...lines(noteLines, notesTop + 8, NOTE_ROW_PX, 12, colours.muted),
		'</svg>\n'
	].join('\n');
}

function markSvg(mark: PictureMark): string {
	switch (mark.kind) {
		case 'path': {
			const { d, fill, stroke, strokeWidth, dashes, opacity, at } = mark;
			return `<path${attributes({
				d,
				fill: fill === 'hatch' ? 'url(#hatch)' : fill,
				stroke,
				'stroke-width': strokeWidth,
				'stroke-dasharray': dashes,
				'stroke-linejoin': stroke === undefined ? undefined : 'round',
				opacity,
				transform:
					at === undefined
						? undefined
						: `translate(${number(at.x)} ${number(at.y)}) scale(${number(at.scale)})`
			})}/>`;
		}
		case 'text':
			return `<text${attributes({
				x: number(mark.x),
				y: number(mark.y),
				'font-size': mark.sizePx,
				fill: mark.fill,
				'text-anchor': mark.anchor === 'start' ? undefined : mark.anchor,
				'font-weight': mark.bold === true ? 700 : undefined
			})}>${escapeXml(mark.text)}</text>`;
		case 'image':
			return `<image${attributes({ href: mark.href, width: mark.width, height: mark.height })}/>`;
	}
}

function attributes(values: Record<string, string | number | undefined>): string {
	return Object.entries(values)
		.filter(([, value]) => value !== undefined)
		.map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
		.join('');
}

/** Text for XML 1.0: markup escaped, and characters that XML has no place for left out. */
export function escapeXml(text: string): string {
	return text
		.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}

/** Lines of at most about so many letters, broken between words; a longer word has a line of its own. */
export function wrapWords(text: string, letters: number): string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(/\s+/).filter((part) => part !== '')) {
		if (line !== '' && line.length + 1 + word.length > letters) {
			lines.push(line);
			line = word;
		} else line = line === '' ? word : `${line} ${word}`;
	}
	return line === '' ? lines : [...lines, line];
}

function number(value: number): string {
	return String(Math.round(value * 100) / 100);
}
