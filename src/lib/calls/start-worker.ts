/**
 * Starts a module worker of the site, in any frame. In a frame without an origin of its own, as sandboxed frames
 * are, the browser runs only what the frame itself made: one line that imports the script.
 *
 * @param script address of the script, as the build names it
 */
export function startWorker(script: string): Worker {
	if (globalThis.origin !== 'null') return new Worker(script, { type: 'module' });
	const line = `import ${JSON.stringify(new URL(script, document.baseURI).href)};`;
	const own = URL.createObjectURL(new Blob([line], { type: 'text/javascript' }));
	return new Worker(own, { type: 'module' });
}
