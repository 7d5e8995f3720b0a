import { describe, expect, test } from 'vitest';
import { VersionedCache } from './versioned-cache.ts';

/** A read that counts itself: its value names the key and how often it was read. */
function counted() {
	const reads = new Map<string, number>();
	return (key: string) => async () => {
		reads.set(key, (reads.get(key) ?? 0) + 1);
		return `${key}${reads.get(key)}`;
	};
}

describe('VersionedCache', () => {
	test('reads once for callers that ask at the same time', async () => {
		const [cache, load] = [new VersionedCache<string>(), counted()];
		expect(await Promise.all(['', '', ''].map(() => cache.read('a', '1', load('a'))))).toEqual([
			'a1',
			'a1',
			'a1'
		]);
	});

	test('keeps one version: a new one of any key lets the old ones of all leave', async () => {
		const [cache, load] = [new VersionedCache<string>(), counted()];
		await cache.read('a', '1', load('a'));
		await cache.read('b', '1', load('b'));
		expect(await cache.read('a', '2', load('a'))).toBe('a2');
		expect(await cache.read('b', '1', load('b'))).toBe('b2');
	});

	test('drops the least recently used beyond its bytes, but nothing that is pinned', async () => {
		// Room for three entries of 2000 bytes, each with some 200 for itself and its key.
		const bounds = { mostBytes: 7000, bytesOf: () => 2000, isPinned: (key: string) => key === 'pinned' };
		const [cache, load] = [new VersionedCache<string>(bounds), counted()];
		for (const key of ['pinned', 'a', 'b', 'a', 'c', 'c']) await cache.read(key, '1', load(key));
		expect(await cache.read('a', '1', load('a'))).toBe('a1');
		expect(await cache.read('pinned', '1', load('pinned'))).toBe('pinned1');
		expect(await cache.read('b', '1', load('b'))).toBe('b2');
	});

	test('counts the keys as well, so that long questions with short answers leave too', async () => {
		const [cache, load] = [new VersionedCache<string>({ mostBytes: 100_000, bytesOf: () => 2 }), counted()];
		const keys = Array.from({ length: 10 }, (_, at) => `${at}${'x'.repeat(16_000)}`);
		for (const key of keys) await cache.read(key, '', load(key));
		expect(keys.filter((key) => cache.has(key, ''))).toEqual(keys.slice(-3));
	});

	test('counts what is kept under a short key, however small', async () => {
		const cache = new VersionedCache<string>({ mostBytes: 2100, bytesOf: () => 0 });
		for (let at = 0; at < 50; at++) await cache.read(String(at), '', async () => '');
		expect(Array.from({ length: 50 }, (_, at) => cache.has(String(at), '')).filter(Boolean)).toHaveLength(10);
	});

	test('keeps the latest though it is larger than the bound', async () => {
		const [cache, load] = [new VersionedCache<string>({ mostBytes: 1, bytesOf: () => 5 }), counted()];
		await cache.read('a', '1', load('a'));
		expect(await cache.read('a', '1', load('a'))).toBe('a1');
	});

	test('does not keep a failed read', async () => {
		const cache = new VersionedCache<string>();
		await expect(cache.read('a', '1', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
		expect(await cache.read('a', '1', async () => 'up')).toBe('up');
	});
});
