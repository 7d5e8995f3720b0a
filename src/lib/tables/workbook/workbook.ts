import { TableError } from '../table-error.ts';
import type { Sheet } from '../sheet.ts';
import type { Epoch } from '../dates/serial-day.ts';
import { unescapedText } from './cell-value.ts';
import { numberFormat, type NumberFormat } from './number-format.ts';
import { sheetReader, type WorkbookParts } from './sheet-reader.ts';
import { xmlReader, type XmlEvents } from './xml.ts';
import { unpack, zipEntries, type UnpackBudget, type ZipEntry } from './zip.ts';

/** Most bytes that a workbook may unpack to, and how many times its own size. */
const MOST_UNPACKED = 200_000_000;
const MOST_TIMES = 100;

/** A workbook as it lies in its archive. */
interface Archive {
	file: string;
	bytes: Uint8Array;
	entries: ReadonlyMap<string, ZipEntry>;
	budget: UnpackBudget;
}

/**
 * Reads the sheets of a workbook (Office Open XML, as .xlsx files are).
 *
 * Our own reader on a kept unpacker and a kept reader of XML: the spreadsheet libraries of today either build whole trees
 * before any limit is seen, or are no longer mended.
 *
 * @param file its name, for messages
 * @throws {TableError} in one sentence: damaged, protected by a password, with macros, of another kind, or unpacking to
 *   more than 200 MB or a hundred times its size
 *
 * Source: ECMA-376, Office Open XML, part 1 (5th edition 2016).
 */
export function readWorkbook(file: string, bytes: Uint8Array): Sheet[] {
	const archive: Archive = {
		file,
		bytes,
		entries: zipEntries(file, bytes),
		budget: budgetOf(file, bytes.length)
	};
	assertWorkbook(archive);
	const path = mainPart(archive);
	const { sheets, epoch } = readSheetList(archive, path);
	const targets = relations(archive, path);
	const parts: WorkbookParts = {
		file,
		sharedStrings: readSharedStrings(archive, targets),
		formats: readFormats(archive, targets),
		epoch
	};
	const read = sheets.flatMap(({ name, id, isHidden }) => {
		const target = targets.find((relation) => relation.id === id);
		if (target === undefined || !target.type.endsWith('/worksheet')) return [];
		const { sheet, events } = sheetReader(parts, name, isHidden);
		readPart(archive, target.path, events);
		return [sheet];
	});
	if (read.length === 0) throw new TableError(`${file} holds no sheet with cells.`);
	return read;
}

function budgetOf(file: string, size: number): UnpackBudget {
	const byTimes = size * MOST_TIMES < MOST_UNPACKED;
	return {
		left: Math.min(MOST_UNPACKED, size * MOST_TIMES),
		sentence: `${file} unpacks to more than ${byTimes ? 'a hundred times its size' : '200 MB'}, which no list of ours does; save the sheet as CSV and bring that.`
	};
}

function assertWorkbook({ file, entries }: Archive): void {
	const has = (start: string) => [...entries.keys()].some((name) => name.startsWith(start));
	const refuse = (what: string): never => {
		throw new TableError(`${file} ${what}.`);
	};
	if ([...entries.values()].some(({ isEncrypted }) => isEncrypted))
		refuse('is protected by a password; take the protection off and save it again');
	if ([...entries.keys()].some((name) => /vbaProject\.bin$|macrosheets\//i.test(name)))
		refuse('holds macros, which are not opened here; save it as a workbook without macros (.xlsx)');
	if (has('xl/workbook.bin')) refuse('is a binary workbook (.xlsb); save it as .xlsx');
	if (has('mimetype')) refuse('is an OpenDocument file; save it as .xlsx or CSV');
	if (has('word/')) refuse('is a Word document, not a table; copy its table into a spreadsheet');
	if (has('ppt/')) refuse('is a presentation, not a table; copy its table into a spreadsheet');
	if (!has('[Content_Types].xml') && !has('xl/')) {
		refuse('is an archive and no workbook; unpack it and bring the table that is in it');
	}
}

/** Reads a part piece by piece; a part that is not there holds nothing. */
function readPart({ file, bytes, entries, budget }: Archive, path: string, events: XmlEvents): void {
	const entry = entries.get(path);
	if (entry === undefined) return;
	const write = xmlReader(events);
	unpack(file, bytes, entry, budget, write);
	write(null);
}

interface Relation {
	id: string;
	type: string;
	path: string;
}

function relationsIn(archive: Archive, path: string, base: string): Relation[] {
	const found: Relation[] = [];
	readPart(archive, path, {
		open(name, { Id: id, Type: type, Target: target }) {
			if (name !== 'Relationship' || id === undefined || target === undefined) return;
			found.push({ id, type: type ?? '', path: resolved(base, target) });
		}
	});
	return found;
}

function relations(archive: Archive, path: string): Relation[] {
	const folder = path.slice(0, path.lastIndexOf('/') + 1);
	return relationsIn(archive, `${folder}_rels/${path.slice(folder.length)}.rels`, folder);
}

function mainPart(archive: Archive): string {
	const main = relationsIn(archive, '_rels/.rels', '').find(({ type }) => type.endsWith('/officeDocument'));
	return main?.path ?? 'xl/workbook.xml';
}

/** A path within the archive from where it is named: "worksheets/sheet1.xml", "/xl/styles.xml", "../x.xml". */
function resolved(folder: string, target: string): string {
	if (target.startsWith('/')) return target.slice(1);
	const steps = folder.split('/').filter((step) => step !== '');
	for (const step of target.split('/')) {
		if (step === '..') steps.pop();
		else if (step !== '.') steps.push(step);
	}
	return steps.join('/');
}

function readSheetList(
	archive: Archive,
	path: string
): { sheets: { name: string; id: string; isHidden: boolean }[]; epoch: Epoch } {
	const sheets: { name: string; id: string; isHidden: boolean }[] = [];
	let epoch: Epoch = 1900;
	if (!archive.entries.has(path))
		throw new TableError(
			`${archive.file} is damaged: it is no whole workbook. Save it again and bring the new file.`
		);
	readPart(archive, path, {
		open(name, attributes) {
			if (name === 'workbookPr' && /^(1|true)$/.test(attributes['date1904'] ?? '')) epoch = 1904;
			if (name !== 'sheet') return;
			sheets.push({
				name: attributes['name'] ?? '',
				id: attributes['r:id'] ?? attributes['id'] ?? '',
				isHidden: (attributes['state'] ?? 'visible') !== 'visible'
			});
		}
	});
	return { sheets, epoch };
}

function pathOf(targets: readonly Relation[], type: string): string {
	return targets.find((relation) => relation.type.endsWith(`/${type}`))?.path ?? `xl/${type}.xml`;
}

function readSharedStrings(archive: Archive, targets: readonly Relation[]): string[] {
	const strings: string[] = [];
	let text = '';
	let inText = false;
	let inPhonetic = false;
	readPart(archive, pathOf(targets, 'sharedStrings'), {
		open(name) {
			if (name === 'si') text = '';
			else if (name === 't') inText = !inPhonetic;
			else if (name === 'rPh') inPhonetic = true;
		},
		close(name) {
			if (name === 'si') strings.push(unescapedText(text));
			else if (name === 't') inText = false;
			else if (name === 'rPh') inPhonetic = false;
		},
		text(piece) {
			if (inText) text += piece;
		}
	});
	return strings;
}

function readFormats(archive: Archive, targets: readonly Relation[]): NumberFormat[] {
	const codes = new Map<number, string>();
	const ids: number[] = [];
	let inCells = false;
	readPart(archive, pathOf(targets, 'styles'), {
		open(name, attributes) {
			if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? 'General');
			else if (name === 'cellXfs') inCells = true;
			else if (name === 'xf' && inCells) ids.push(Number(attributes['numFmtId'] ?? 0));
		},
		close(name) {
			if (name === 'cellXfs') inCells = false;
		}
	});
	const known = new Map<number, NumberFormat>();
	return (ids.length === 0 ? [0] : ids).map((id) => {
		const format = known.get(id) ?? numberFormat(id, codes);
		known.set(id, format);
		return format;
	});
}
