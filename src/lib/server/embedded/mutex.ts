/** One at a time, in order of asking. */
export interface Mutex {
	/** Resolves when it is the caller's turn, with the function that ends the turn. */
	acquire(): Promise<() => void>;
}

export function createMutex(): Mutex {
	let last: Promise<void> = Promise.resolve();
	return {
		acquire() {
			const turn = last;
			let end: () => void = () => {};
			last = new Promise((resolve) => {
				end = resolve;
			});
			return turn.then(() => end);
		}
	};
}
