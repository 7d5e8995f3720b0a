import { describe, expect, test } from 'vitest';
import { decodeBytes } from './encoding.ts';
import { byteOf, type SingleByte } from './single-byte.ts';

const WELSH = 'name,town\nYnys Môn,Llangefni\nTŷ Gwyn,Bodelwyddan\n';
const FRENCH =
	'name,budget\nMaison d’Éducation,£1,200\nCafé “Liberté”,£30\nÎle-de-Bréhat – nord,£5\nÉcole Sœur Thérèse,£9\nGarçon,£2\n';

function encoded(text: string, encoding: SingleByte): Uint8Array {
	return Uint8Array.from([...text], (letter) => byteOf(letter, encoding) ?? 63);
}

describe('the encoding of a file', () => {
	test.each<[string, Uint8Array, string, boolean]>([
		['UTF-8', Buffer.from(WELSH), 'utf-8', false],
		['UTF-8 with a mark', Buffer.from(`\uFEFF${WELSH}`), 'utf-8', true],
		['UTF-16 with a mark', Buffer.from(`\uFEFF${WELSH}`, 'utf16le'), 'utf-16le', true],
		['UTF-16 without', Buffer.from(WELSH, 'utf16le'), 'utf-16le', false],
		['UTF-16 the other way', Buffer.from(`\uFEFF${WELSH}`, 'utf16le').swap16(), 'utf-16be', true],
		['UTF-16 the other way without', Buffer.from(WELSH, 'utf16le').swap16(), 'utf-16be', false]
	])('%s is found', (_name, bytes, encoding, hasMark) => {
		expect(decodeBytes(bytes)).toEqual({ text: WELSH, encoding, hasMark, otherLines: [] });
	});

	test.each<SingleByte>(['windows-1252', 'macintosh'])(
		'%s is told from the other by its letters',
		(encoding) => {
			expect(decodeBytes(encoded(FRENCH, encoding))).toMatchObject({ text: FRENCH, encoding });
			const one = 'id,name\n1,Ynys Môn\n';
			expect(decodeBytes(encoded(one, encoding))).toMatchObject({ text: one, encoding });
		}
	);

	test('of MS-DOS is found where pounds and accents say so', () => {
		const text = 'name,budget\nCafé Liberté,£30\nMôn,£4\nGarçon,£2\n';
		expect(decodeBytes(encoded(text, 'ibm850'))).toMatchObject({ text, encoding: 'ibm850' });
	});

	test('that somebody chose goes before what was found', () => {
		expect(decodeBytes(Buffer.from('Môn'), 'windows-1252').text).toBe('MÃ´n');
		expect(decodeBytes(encoded('Môn', 'windows-1252'), 'macintosh').text).toBe('MÙn');
	});

	test('of two files put together is read line by line, and the odd lines are named', () => {
		const bytes = Buffer.concat([
			Buffer.from('name\nYnys Môn\nTŷ Gwyn\n'),
			encoded('Café\n', 'windows-1252'),
			Buffer.from('Gŵyr\n')
		]);
		expect(decodeBytes(bytes)).toEqual({
			text: 'name\nYnys Môn\nTŷ Gwyn\nCafé\nGŵyr\n',
			encoding: 'utf-8',
			hasMark: false,
			otherLines: [4]
		});
	});

	test('of nothing is UTF-8', () => expect(decodeBytes(new Uint8Array()).encoding).toBe('utf-8'));
});
