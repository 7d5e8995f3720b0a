import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchAtlas } from './atlas-watch.ts';

const FIVE_MINUTES = 5 * 60_000;
const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
const version = vi.fn<() => Promise<Response>>();

beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal('document', page);
	vi.stubGlobal('fetch', version);
	page.visibilityState = 'visible';
	version.mockReset().mockImplementation(() => Promise.resolve(new Response('"old"')));
});

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

test('tells of another atlas, and is quiet while it is the same', async () => {
	const onchange = vi.fn();
	const stop = watchAtlas(() => '"old"', onchange);
	await vi.advanceTimersByTimeAsync(FIVE_MINUTES);
	expect(version).toHaveBeenCalledOnce();
	expect(onchange).not.toHaveBeenCalled();
	version.mockResolvedValue(new Response('"new"'));
	await vi.advanceTimersByTimeAsync(FIVE_MINUTES);
	expect(onchange).toHaveBeenCalledOnce();
	stop();
});

test('asks nothing while nobody looks, and at once when somebody looks again', async () => {
	const stop = watchAtlas(
		() => '"old"',
		() => {}
	);
	page.visibilityState = 'hidden';
	await vi.advanceTimersByTimeAsync(FIVE_MINUTES);
	expect(version).not.toHaveBeenCalled();
	page.visibilityState = 'visible';
	page.dispatchEvent(new Event('visibilitychange'));
	expect(version).toHaveBeenCalledOnce();
	stop();
	await vi.advanceTimersByTimeAsync(FIVE_MINUTES);
	expect(version).toHaveBeenCalledOnce();
});

test('bears a lost connection and an error of the server', async () => {
	const onchange = vi.fn();
	const stop = watchAtlas(() => '"old"', onchange);
	version.mockRejectedValueOnce(new TypeError('Failed to fetch'));
	await vi.advanceTimersByTimeAsync(FIVE_MINUTES);
	version.mockResolvedValueOnce(new Response('busy', { status: 503 }));
	await vi.advanceTimersByTimeAsync(FIVE_MINUTES);
	expect(onchange).not.toHaveBeenCalled();
	stop();
});
