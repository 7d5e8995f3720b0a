/**
 * Keeps the results of slow reads by key, the least recently used leaving first. Callers that ask
 * for one key at once share one read; a failed read is not kept.
 */
export class AtlasCache<Value> {
	readonly #entries = new Map<string, Promise<Value>>();
	readonly #size: number;

	constructor(size: number) {
		this.#size = size;
	}

	read(key: string, load: () => Promise<Value>): Promise<Value> {
		const kept = this.#entries.get(key);
		if (kept !== undefined) {
			this.#entries.delete(key);
			this.#entries.set(key, kept);
			return kept;
		}
		const loading = load();
		this.#entries.set(key, loading);
		loading.catch(() => {
			if (this.#entries.get(key) === loading) this.#entries.delete(key);
		});
		const oldest = this.#entries.size > this.#size ? this.#entries.keys().next().value : undefined;
		if (oldest !== undefined) this.#entries.delete(oldest);
		return loading;
	}
}
