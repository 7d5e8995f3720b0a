/** What can stand in another page. */
export const EMBEDS = { map: 'Map', network: 'Network' } as const;

/**
 * How high a frame must be to be cut off nowhere: the narrower, the higher, since its words take more lines. In CSS of
 * the page around it, with a plain height for what keeps no style.
 */
const HEIGHT_PX = 1000;
const HEIGHT = `max(${HEIGHT_PX}px, calc(1800px - 100vw))`;

const SPECIAL: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;'
};

/**
 * Code for an inline frame that shows a view in another page.
 *
 * @param address of the embedded view, whole
 * @param network name of the network that it shows; null for all
 */
export function embedCode(kind: keyof typeof EMBEDS, address: string, network: string | null): string {
	const title = network === null ? `${EMBEDS[kind]}, Goodways` : `${EMBEDS[kind]} of ${network}, Goodways`;
	return `<iframe src="${inAttribute(address)}" title="${inAttribute(title)}" width="100%" height="${HEIGHT_PX}" style="border:0;height:${HEIGHT}" loading="lazy"></iframe>`;
}

function inAttribute(text: string): string {
	return text.replace(/[&<>"]/g, (character) => SPECIAL[character]!);
}
