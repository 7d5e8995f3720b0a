import Papa from 'papaparse';
import type { Dialect } from './dialect.ts';

/** The rows of a text, as a spreadsheet would show them. */
export interface Records {
	/** Row 1 first; a blank row is `['']` and counts. Line ends within a cell are one line feed each. */
	rows: string[][];
	/** `null` where all quotation marks match up. */
	quoteFault: QuoteFault | null;
}

/** Where the quotation marks of a text stop matching up. */
export interface QuoteFault {
	/** Row in which the mark was opened, as a spreadsheet numbers it. */
	row: number;
	/** First letters after the mark. */
	after: string;
	/** Whether rows would be swallowed; else the mark is closed in the middle of its cell. */
	isNeverClosed: boolean;
}

/**
 * Parts a text into rows and cells.
 *
 * A cell in quotation marks may hold line ends and separators and belongs to one row, so that rows are numbered as in
 * a spreadsheet. Any line end counts, mixed ones too.
 *
 * @param text without byte order mark
 * @param limit rows to read; all where absent
 */
export function parseRecords(text: string, dialect: Dialect, limit = 0): Records {
	const body = (dialect.hasSepLine ? text.slice(sepLineLength(text)) : text).replace(/\r\n?/g, '\n');
	const { data, errors } = Papa.parse<string[]>(body, {
		delimiter: dialect.isSpaced ? `${dialect.delimiter} ` : dialect.delimiter,
		newline: '\n',
		// A letter that no text holds stands for "no quotation marks".
		quoteChar: dialect.quote === '' ? '\0' : dialect.quote,
		...(dialect.isEscaped ? { escapeChar: '\\' } : {}),
		preview: limit
	});
	// A last line end ends the last row and begins no other.
	if (data.length > 0 && data.at(-1)!.length === 1 && data.at(-1)![0] === '' && body.endsWith('\n'))
		data.pop();
	const broken = errors.find(({ type }) => type === 'Quotes');
	return { rows: data, quoteFault: broken === undefined ? null : quoteFault(broken, body, dialect.quote) };
}

function quoteFault({ code, row = 0, index = 0 }: Papa.ParseError, body: string, quote: string): QuoteFault {
	const closing = body.indexOf(quote, index);
	return {
		row: row + 1,
		after: body
			.slice(index, index + 30)
			.split('\n', 1)[0]!
			.trim(),
		isNeverClosed: code === 'MissingQuotes' || body.slice(index, closing).includes('\n')
	};
}

/** Letters of a first line such as `sep=;`, its line end included; 0 where there is none. */
export function sepLineLength(text: string): number {
	return /^"?sep=[^\r\n"]{1,2}"?[^\S\r\n]*(?:\r\n|\r|\n|$)/i.exec(text)?.[0].length ?? 0;
}
