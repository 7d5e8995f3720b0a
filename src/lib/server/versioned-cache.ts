import { LRUCache } from 'lru-cache';

interface Entry<Value> {
	value: Promise<Value>;
}

interface Bounds<Value> {
	/** For keys and values together: a caller who chooses long keys fills it as well. */
	mostBytes: number;
	bytesOf: (value: Value) => number;
	/** Whether a value stays however many others come. */
	isPinned?: (key: string) => boolean;
}

/** What an entry takes beside the text of its key and its value. */
const ENTRY_BYTES = 200;

/**
 * Keeps the results of slow reads by key, all in one version. Callers that ask for one key at once share
 * one read; a failed read is not kept. Beyond its bound the least recently used leave first.
 */
export class VersionedCache<Value> {
	readonly #entries: LRUCache<string, Entry<Value>>;
	readonly #bounds: Bounds<Value> | null;
	readonly #pinned = new Set<string>();
	#version: string | null = null;

	/** @param bounds left out where the keys are few and known */
	constructor(bounds: Bounds<Value> | null = null) {
		this.#bounds = bounds;
		this.#entries = new LRUCache(bounds === null ? { max: 1000 } : { maxSize: bounds.mostBytes });
	}

	/** Whether a read would wait for nothing new. */
	has(key: string, version: string): boolean {
		return this.#version === version && this.#entries.has(key);
	}

	/** @param version when it is a new one, everything of other versions leaves */
	read(key: string, version: string, load: () => Promise<Value>): Promise<Value> {
		if (this.#version !== version) {
			this.#entries.clear();
			this.#pinned.clear();
			this.#version = version;
		}
		const kept = this.#entries.get(key);
		if (kept !== undefined) return kept.value;
		const value = load();
		const entry = { value };
		this.#keep(key, entry, 0);
		value.then(
			(loaded) => {
				// Another size is another entry to a cache of entries.
				if (this.#entries.peek(key) === entry) this.#keep(key, { value }, this.#bounds?.bytesOf(loaded) ?? 0);
			},
			() => {
				if (this.#entries.peek(key) === entry) this.#entries.delete(key);
			}
		);
		return value;
	}

	#keep(key: string, entry: Entry<Value>, valueBytes: number): void {
		if (this.#bounds === null) {
			this.#entries.set(key, entry);
			return;
		}
		const { mostBytes, isPinned } = this.#bounds;
		let room = mostBytes;
		// What is pinned is as if it had just been used, and what was just read stays though it be larger than the
		// bound: without it the next caller would read it again. Between the two, all else makes way.
		for (const pinned of this.#pinned) {
			if (pinned === key) continue;
			this.#entries.get(pinned);
			room -= this.#entries.info(pinned)?.size ?? 0;
		}
		if (isPinned?.(key) === true) this.#pinned.add(key);
		const bytes = ENTRY_BYTES + 2 * key.length + valueBytes;
		this.#entries.set(key, entry, { size: Math.max(1, Math.min(bytes, room)) });
	}
}
