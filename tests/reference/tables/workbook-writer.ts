import { strToU8, zipSync } from 'fflate';
import { letters } from '../../../src/lib/tables/table.ts';

/** A cell of a made workbook: text, or a date that the sheet holds as days. */
export type MadeCell = string | { iso: string; precision: 'day' | 'month' | 'year' };

/** A sheet of a made workbook. */
export interface MadeSheet {
	name: string;
	isHidden?: boolean;
	rows: MadeCell[][];
	/** Such as "A1:C1". */
	merges?: string[];
	hiddenRows?: number[];
	hiddenColumns?: number[];
	/** Rows with a style and nothing else below the last one (count). */
	phantomRows?: number;
}

/** How a made workbook is written. */
export interface WorkbookForm {
	/** Texts within the cells instead of in a list of their own. */
	isInline: boolean;
	/** Days counted from 1904. */
	is1904: boolean;
	/** Addresses and row numbers left out, as some programs do. */
	isBare: boolean;
	/** Every name with a prefix, as some programs do. */
	prefix: '' | 'x:';
}

const STYLES = { day: 1, month: 2, year: 3 } as const;

/** Bytes of a workbook. */
export function madeWorkbook(sheets: readonly MadeSheet[], form: WorkbookForm): Uint8Array {
	const { prefix: p } = form;
	const strings: string[] = [];
	const files: Record<string, Uint8Array> = {
		'[Content_Types].xml': xml(
			`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`
		),
		'_rels/.rels': xml(
			`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`
		),
		'xl/workbook.xml': xml(
			`<${p}workbook xmlns${p === '' ? '' : ':x'}="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${form.is1904 ? `<${p}workbookPr date1904="1"/>` : ''}<${p}sheets>${sheets.map(({ name, isHidden }, at) => `<${p}sheet name="${escaped(name)}" sheetId="${at + 1}"${isHidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`).join('')}</${p}sheets></${p}workbook>`
		),
		'xl/_rels/workbook.xml.rels': xml(
			`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, at) => relation(at + 1, 'worksheet', `worksheets/sheet${at + 1}.xml`)).join('')}${relation(900, 'styles', 'styles.xml')}${relation(901, 'sharedStrings', '/xl/sharedStrings.xml')}</Relationships>`
		),
		'xl/styles.xml': xml(
			`<${p}styleSheet xmlns${p === '' ? '' : ':x'}="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><${p}numFmts count="2"><${p}numFmt numFmtId="164" formatCode="mmm\\ yyyy"/><${p}numFmt numFmtId="165" formatCode="yyyy"/></${p}numFmts><${p}cellStyleXfs count="1"><${p}xf numFmtId="0"/></${p}cellStyleXfs><${p}cellXfs count="4"><${p}xf numFmtId="0"/><${p}xf numFmtId="14"/><${p}xf numFmtId="164"/><${p}xf numFmtId="165"/></${p}cellXfs></${p}styleSheet>`
		)
	};
	sheets.forEach((sheet, at) => {
		files[`xl/worksheets/sheet${at + 1}.xml`] = xml(sheetXml(sheet, form, strings));
	});
	files['xl/sharedStrings.xml'] = xml(
		`<${p}sst xmlns${p === '' ? '' : ':x'}="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${strings.map((text) => `<${p}si><${p}t xml:space="preserve">${escaped(text)}</${p}t></${p}si>`).join('')}</${p}sst>`
	);
	return zipSync(files);
}

function sheetXml(
	sheet: MadeSheet,
	{ isInline, is1904, isBare, prefix: p }: WorkbookForm,
	strings: string[]
): string {
	const cell = (value: MadeCell, row: number, column: number): string => {
		const place = isBare ? '' : ` r="${letters(column)}${row + 1}"`;
		if (value === '') return isBare ? `<${p}c/>` : '';
		if (typeof value !== 'string') {
			const [year = 0, month = 1, day = 1] = value.iso.split('-').map(Number);
			const days = Date.UTC(year, month - 1, day) / 86_400_000 + (is1904 ? 24_107 : 25_569);
			return `<${p}c${place} s="${STYLES[value.precision]}"><${p}v>${days}</${p}v></${p}c>`;
		}
		if (isInline)
			return `<${p}c${place} t="inlineStr"><${p}is><${p}t xml:space="preserve">${escaped(value)}</${p}t></${p}is></${p}c>`;
		let at = strings.indexOf(value);
		if (at < 0) at = strings.push(value) - 1;
		return `<${p}c${place} t="s"><${p}v>${at}</${p}v></${p}c>`;
	};
	const hidden = new Set(sheet.hiddenRows ?? []);
	const rows = sheet.rows.map(
		(cells, row) =>
			`<${p}row${isBare ? '' : ` r="${row + 1}"`}${hidden.has(row + 1) ? ' hidden="1"' : ''}>${cells.map((value, column) => cell(value, row, column)).join('')}</${p}row>`
	);
	for (let phantom = 0; phantom < (sheet.phantomRows ?? 0); phantom += 1) {
		const row = sheet.rows.length + phantom + 1;
		rows.push(`<${p}row r="${row}"><${p}c r="A${row}" s="1"/><${p}c r="B${row}" s="1"/></${p}row>`);
	}
	const columns = (sheet.hiddenColumns ?? []).map(
		(column) => `<${p}col min="${column + 1}" max="${column + 1}" hidden="1"/>`
	);
	const merges = (sheet.merges ?? []).map((ref) => `<${p}mergeCell ref="${ref}"/>`);
	return `<${p}worksheet xmlns${p === '' ? '' : ':x'}="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${columns.length > 0 ? `<${p}cols>${columns.join('')}</${p}cols>` : ''}<${p}sheetData>${rows.join('')}</${p}sheetData>${merges.length > 0 ? `<${p}mergeCells>${merges.join('')}</${p}mergeCells>` : ''}</${p}worksheet>`;
}

function relation(id: number, type: string, target: string): string {
	return `<Relationship Id="rId${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
}

function xml(content: string): Uint8Array {
	return strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}`);
}

function escaped(text: string): string {
	return text
		.replace(/&/g, '&amp;')
		.replace(/</g, '&lt;')
		.replace(/>/g, '&gt;')
		.replace(/"/g, '&quot;')
		.replace(/\r/g, '_x000D_');
}
