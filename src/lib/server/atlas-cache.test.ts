import { describe, expect, test } from 'vitest';
import { AtlasCache } from './atlas-cache.ts';

describe('AtlasCache', () => {
	test('reads once for callers that ask at the same time', async () => {
		const cache = new AtlasCache<number>(2);
		let reads = 0;
		const load = async () => (reads += 1);
		expect(await Promise.all([cache.read('a', load), cache.read('a', load)])).toEqual([1, 1]);
	});

	test('drops the least recently used beyond its size', async () => {
		const cache = new AtlasCache<string>(2);
		await cache.read('a', async () => 'first');
		await cache.read('b', async () => 'b');
		await cache.read('a', async () => 'unused');
		await cache.read('c', async () => 'c');
		expect(await cache.read('a', async () => 'again')).toBe('first');
		expect(await cache.read('b', async () => 'again')).toBe('again');
	});

	test('does not keep a failed read', async () => {
		const cache = new AtlasCache<string>(2);
		await expect(cache.read('a', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
		expect(await cache.read('a', async () => 'up')).toBe('up');
	});
});
