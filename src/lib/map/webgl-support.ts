/** Whether this browser can draw the map at all; asked before the map's code is loaded. */
export function hasWebGL(): boolean {
	try {
		const gl = document.createElement('canvas').getContext('webgl2');
		// Browsers hold few contexts: this one is given back at once.
		gl?.getExtension('WEBGL_lose_context')?.loseContext();
		return gl !== null;
	} catch {
		return false;
	}
}
