import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AskedVersion } from './asked-version.ts';

describe('AskedVersion', () => {
	beforeEach(() => vi.useFakeTimers());
	afterEach(() => vi.useRealTimers());

	test('asks once for all who wait, and again after a second', async () => {
		const version = new AskedVersion();
		const ask = vi.fn(async () => 'v');
		await Promise.all([version.read(ask), version.read(ask)]);
		expect(ask).toHaveBeenCalledTimes(1);
		vi.advanceTimersByTime(1000);
		await version.read(ask);
		expect(ask).toHaveBeenCalledTimes(2);
	});

	test('asks again after a second also when the clock was set back', async () => {
		const version = new AskedVersion();
		await version.read(async () => 'before');
		vi.advanceTimersByTime(1000);
		vi.setSystemTime(Date.now() - 2 * 3_600_000);
		expect(await version.read(async () => 'after')).toBe('after');
	});

	test('does not keep what was asked before it was told to forget', async () => {
		const version = new AskedVersion();
		let answer = (_: string): void => undefined;
		const before = version.read(() => new Promise((resolve) => (answer = resolve)));
		version.forget();
		answer('old');
		expect(await before).toBe('old');
		expect(await version.read(async () => 'new')).toBe('new');
	});

	test('asks again after a fault', async () => {
		const version = new AskedVersion();
		await expect(version.read(() => Promise.reject(new Error('down')))).rejects.toThrow('down');
		expect(await version.read(async () => 'up')).toBe('up');
	});
});
