interface Entry<Value> {
	version: string;
	value: Promise<Value>;
	/** Of the key alone until the value has been read. */
	bytes: number;
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
 * Keeps the results of slow reads by key, in one version each. Callers that ask for one key at once share
 * one read; a failed read is not kept. Beyond its bound the least recently used leave first.
 */
export class VersionedCache<Value> {
	readonly #entries = new Map<string, Entry<Value>>();
	readonly #bounds: Bounds<Value> | null;

	/** @param bounds left out where the keys are few and known */
	constructor(bounds: Bounds<Value> | null = null) {
		this.#bounds = bounds;
	}

	/** Whether a read would wait for nothing new. */
	has(key: string, version: string): boolean {
		return this.#entries.get(key)?.version === version;
	}

	/** @param version when it is a new one, everything of other versions leaves */
	read(key: string, version: string, load: () => Promise<Value>): Promise<Value> {
		const kept = this.#entries.get(key);
		if (kept?.version === version) {
			this.#entries.delete(key);
			this.#entries.set(key, kept);
			return kept.value;
		}
		for (const [other, entry] of this.#entries) if (entry.version !== version) this.#entries.delete(other);
		const entry: Entry<Value> = { version, value: load(), bytes: ENTRY_BYTES + 2 * key.length };
		this.#entries.set(key, entry);
		entry.value.then(
			(value) => this.#weigh(key, entry, value),
			() => {
				if (this.#entries.get(key) === entry) this.#entries.delete(key);
			}
		);
		return entry.value;
	}

	#weigh(key: string, entry: Entry<Value>, value: Value): void {
		if (this.#bounds === null) return;
		const { mostBytes, bytesOf, isPinned } = this.#bounds;
		entry.bytes += bytesOf(value);
		let total = 0;
		for (const { bytes } of this.#entries.values()) total += bytes;
		for (const [other, { bytes }] of this.#entries) {
			if (total <= mostBytes) return;
			// What was just read stays: without it the next caller would read it again.
			if (other === key || isPinned?.(other) === true) continue;
			this.#entries.delete(other);
			total -= bytes;
		}
	}
}
