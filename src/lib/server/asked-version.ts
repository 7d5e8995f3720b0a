const KEPT_MS = 1000;

/** A version that the database counts, asked for once a second at most and once for all who wait. */
export class AskedVersion {
	#known: { version: Promise<string>; askedAt: number } | null = null;

	read(ask: () => Promise<string>): Promise<string> {
		if (this.#known !== null && Date.now() - this.#known.askedAt < KEPT_MS) return this.#known.version;
		const asked = { version: ask(), askedAt: Date.now() };
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
