import type { StyleSpecification } from 'maplibre-gl';

/**
 * A MapLibre style from an address, checked for being one.
 *
 * @param limitMs waiting time
 * @returns the style, or in words why it cannot be had
 */
export async function fetchStyle(
	url: string,
	limitMs: number,
	fetchFrom: typeof fetch = fetch
): Promise<StyleSpecification | string> {
	try {
		const response = await fetchFrom(url, { signal: AbortSignal.timeout(limitMs) });
		if (!response.ok) return `it answered with status ${response.status}`;
		const style = (await response.json()) as Partial<StyleSpecification> | null;
		const isStyle = style?.version === 8 && Array.isArray(style.layers) && typeof style.sources === 'object';
		return isStyle ? (style as StyleSpecification) : 'what it answered is no MapLibre style';
	} catch (cause) {
		if (cause instanceof DOMException && cause.name === 'TimeoutError') return 'it did not answer in time';
		if (cause instanceof SyntaxError) return 'what it answered is no JSON';
		return 'it could not be reached';
	}
}
