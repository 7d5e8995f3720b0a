import { Inflate } from 'fflate';
import { TableError } from '../table-error.ts';

/** One file within an archive. */
export interface ZipEntry {
	name: string;
	/** Bytes in the archive and, as the archive says, unpacked. */
	packed: number;
	unpacked: number;
	/** 0 for stored as it is, 8 for deflated. */
	method: number;
	/** Where its own header begins. */
	offset: number;
	isEncrypted: boolean;
}

/** What may be unpacked of one archive, all its files together. */
export interface UnpackBudget {
	/** Bytes left. */
	left: number;
	/** Said when they are used up. */
	sentence: string;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
/** Longest that an archive's end may lie before the end of the file: its own size and a comment. */
const END_REACH = 22 + 65_535;
/** Bytes handed to the unpacker at a time: enough for speed, and so few that a bomb is noticed before it fills memory. */
const STEP = 16_384;

/**
 * Files of an archive by name, from its directory.
 *
 * @param file name of the archive, for messages
 * @throws {TableError} if it is broken, or of a kind that no spreadsheet writes (several volumes, 4 GB and more)
 */
export function zipEntries(file: string, bytes: Uint8Array): Map<string, ZipEntry> {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = endOf(view);
	if (end < 0) throw broken(file);
	const count = view.getUint16(end + 10, true);
	let at = view.getUint32(end + 16, true);
	const entries = new Map<string, ZipEntry>();
	for (let k = 0; k < count; k += 1) {
		if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) throw broken(file);
		const nameLength = view.getUint16(at + 28, true);
		const name = new TextDecoder()
			.decode(bytes.subarray(at + 46, at + 46 + nameLength))
			.replaceAll('\\', '/');
		entries.set(name, {
			name,
			packed: view.getUint32(at + 20, true),
			unpacked: view.getUint32(at + 24, true),
			method: view.getUint16(at + 10, true),
			offset: view.getUint32(at + 42, true),
			isEncrypted: (view.getUint16(at + 8, true) & 1) === 1
		});
		at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
	}
	return entries;
}

function endOf(view: DataView): number {
	const least = Math.max(0, view.byteLength - END_REACH);
	for (let at = view.byteLength - 22; at >= least; at -= 1) if (view.getUint32(at, true) === END) return at;
	return -1;
}

function broken(file: string): TableError {
	return new TableError(`${file} is damaged: it is no whole workbook. Save it again and bring the new file.`);
}

/**
 * Unpacks a file of an archive piece by piece.
 *
 * @param budget is used up as pieces come, whatever the archive says of its sizes
 * @param onPiece gets each piece in order
 * @throws {TableError} if the file is broken, or the budget is used up
 */
export function unpack(
	file: string,
	bytes: Uint8Array,
	entry: ZipEntry,
	budget: UnpackBudget,
	onPiece: (piece: Uint8Array) => void
): void {
	const packed = packedBytes(file, bytes, entry);
	const hand = (piece: Uint8Array): void => {
		budget.left -= piece.length;
		if (budget.left < 0) throw new TableError(budget.sentence);
		if (piece.length > 0) onPiece(piece);
	};
	if (entry.method === 0) {
		hand(packed);
		return;
	}
	if (entry.method !== 8) throw broken(file);
	const inflate = new Inflate((piece) => hand(piece));
	try {
		for (let at = 0; at < packed.length || at === 0; at += STEP) {
			inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
		}
	} catch (cause) {
		if (cause instanceof TableError) throw cause;
		throw broken(file);
	}
}

function packedBytes(file: string, bytes: Uint8Array, { offset, packed }: ZipEntry): Uint8Array {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL) throw broken(file);
	const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
	if (start + packed > bytes.length) throw broken(file);
	return bytes.subarray(start, start + packed);
}
