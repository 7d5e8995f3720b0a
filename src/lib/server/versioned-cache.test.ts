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
		const bounds = { mostBytes: 6, bytesOf: () => 2, isPinned: (key: string) => key === 'pinned' };
		const [cache, load] = [new VersionedCache<string>(bounds), counted()];
		for (const key of ['pinned', 'a', 'b', 'a', 'c', 'c']) await cache.read(key, '1', load(key));
		expect(await cache.read('a', '1', load('a'))).toBe('a1');
		expect(await cache.read('pinned', '1', load('pinned'))).toBe('pinned1');
		expect(await cache.read('b', '1', load('b'))).toBe('b2');
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
