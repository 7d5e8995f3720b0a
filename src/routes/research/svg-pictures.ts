const KEPT = [
	'fill',
	'fill-opacity',
	'stroke',
	'stroke-width',
	'stroke-dasharray',
	'stroke-linejoin',
	'opacity',
	'font-family',
	'font-size',
	'font-weight',
	'text-anchor'
] as const;

/**
 * Every drawing inside an element as a file of its own: its computed styles are written into it, so that
 * colours and type stand there and not in a style sheet elsewhere.
 */
export function svgPictures(root: Element): string[] {
	return [...root.querySelectorAll('svg')].map((svg) => {
		const box = svg.getBoundingClientRect();
		const copy = svg.cloneNode(true) as SVGSVGElement;
		const originals = [svg, ...svg.querySelectorAll('*')];
		const copies = [copy, ...copy.querySelectorAll('*')];
		originals.forEach((original, at) => {
			const style = getComputedStyle(original);
			const kept = KEPT.map((name) => `${name}:${style.getPropertyValue(name)}`).join(';');
			copies[at]!.setAttribute('style', kept);
			copies[at]!.removeAttribute('class');
		});
		const ground = getComputedStyle(document.documentElement).backgroundColor;
		copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
		copy.setAttribute('style', `${copy.getAttribute('style') ?? ''};background:${ground}`);
		copy.setAttribute('width', String(Math.round(box.width)));
		copy.setAttribute('height', String(Math.round(box.height)));
		return new XMLSerializer().serializeToString(copy);
	});
}
