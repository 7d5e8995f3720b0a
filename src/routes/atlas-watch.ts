const EVERY_MS = 3 * 60_000;

/**
 * Asks from time to time, while somebody looks, whether the data behind a page have changed.
 *
 * @param tag of the atlas that the page shows
 * @param onchange called when the server has another by now
 * @returns how to stop
 */
export function watchAtlas(tag: () => string, onchange: () => void): () => void {
	let askedAt = Date.now();

	async function ask(): Promise<void> {
		if (document.visibilityState !== 'visible' || Date.now() - askedAt < EVERY_MS) return;
		askedAt = Date.now();
		try {
			const response = await fetch('/data/version');
			if (response.ok && (await response.text()) !== tag()) onchange();
		} catch {
			// Without a connection the page stays as it is; the next time asks again.
		}
	}

	const timer = setInterval(() => void ask(), EVERY_MS);
	const look = () => void ask();
	document.addEventListener('visibilitychange', look);
	return () => {
		clearInterval(timer);
		document.removeEventListener('visibilitychange', look);
	};
}
