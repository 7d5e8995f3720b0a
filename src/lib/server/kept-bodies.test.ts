import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { keptBodies } from './kept-bodies.ts';

const VALUE = { words: Array<string>(200).fill('good help') };

describe('keptBodies', () => {
	test('holds one value in every encoding', async () => {
		const body = keptBodies(VALUE);
		const text = JSON.stringify(VALUE);
		expect(Buffer.from(await body('identity')).toString()).toBe(text);
		expect(gunzipSync(await body('gzip')).toString()).toBe(text);
		expect(brotliDecompressSync(await body('br')).toString()).toBe(text);
	});

	test('compresses once, however often it is asked', async () => {
		const body = keptBodies(VALUE);
		expect(await body('br')).toBe(await body('br'));
	});
});
