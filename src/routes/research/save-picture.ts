/** A drawing as a file of its own: colours and type stand in it, not in a style sheet elsewhere. */
export interface Picture {
	text: string;
	width: number;
	height: number;
}

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

/** Every drawing inside an element, with its computed styles written into it. */
export function svgPictures(root: Element): Picture[] {
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
		return { text: new XMLSerializer().serializeToString(copy), width: box.width, height: box.height };
	});
}

/** The drawing as pixels, two a CSS pixel. */
export async function svgToPng({ text, width, height }: Picture): Promise<Blob> {
	const image = new Image();
	const source = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
	try {
		image.src = source;
		await image.decode();
		const canvas = document.createElement('canvas');
		[canvas.width, canvas.height] = [Math.ceil(width * 2), Math.ceil(height * 2)];
		canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
		return await new Promise<Blob>((resolve, reject) =>
			canvas.toBlob((blob) =>
				blob === null ? reject(new Error('The picture could not be made.')) : resolve(blob)
			)
		);
	} finally {
		URL.revokeObjectURL(source);
	}
}

/** Hands a file to the reader. */
export function saveBlob(blob: Blob, name: string): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(blob);
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
