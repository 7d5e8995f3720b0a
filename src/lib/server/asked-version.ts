const KEPT_MS = 1000;

/**
 * A version that the database counts, asked for once a second at most and once for all who wait; by a clock that
 * nobody can set back.
 */
export class AskedVersion {
	#known: { version: Promise<string>; askedAt: number } | null = null;

	read(ask: () => Promise<string>): Promise<string> {
		if (this.#known !== null && performance.now() - this.#known.askedAt < KEPT_MS) return this.#known.version;
		const asked = { version: ask(), askedAt: performance.now() };
		this.#known = asked;
		asked.version.catch(() => {
			if (this.#known === asked) this.#known = null;
		});
		return asked.version;
	}

	/** Makes the next caller ask: for after a write. What is being asked meanwhile is not kept. */
	forget(): void {
		this.#known = null;
	}
}
