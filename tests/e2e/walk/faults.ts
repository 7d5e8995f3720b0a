/**
 * What is wrong with the page as it stands: words that no reader should meet, headings without words, more than
 * it may be wide. It runs in the browser, so it knows nothing but its argument.
 *
 * @param width of the window (CSS pixels)
 */
export function faultsOnPage(width: number): string[] {
	const faults = new Set<string>();
	const wrong = /\b(?:NaN|undefined|null|Infinity)\b|\[object/;
	const around = (text: string): string => {
		const at = text.search(wrong);
		return text.slice(Math.max(0, at - 40), at + 40).replace(/\s+/g, ' ');
	};
	const isCode = (element: Element | null): boolean => element?.closest('script, style') != null;

	const nodes = document.createTreeWalker(document, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
	for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
		if (node instanceof Element) {
			if (isCode(node)) continue;
			for (const { name, value } of node.attributes) {
				if (wrong.test(value)) faults.add(`${node.localName} has ${name}="${around(value)}"`);
			}
		} else if (wrong.test(node.nodeValue ?? '') && !isCode(node.parentElement)) {
			faults.add(`reads “${around(node.nodeValue ?? '')}”`);
		}
	}
	for (const heading of document.querySelectorAll('title, h1, h2, h3, h4, h5, h6, caption, legend, th')) {
		const words = heading.textContent.trim() + (heading.getAttribute('aria-label') ?? '');
		if (words === '' && heading.closest('svg') === null)
			faults.add(`an empty ${heading.localName} in ${heading.parentElement?.outerHTML.slice(0, 120)}`);
	}
	const mains = document.querySelectorAll('h1').length;
	if (mains !== 1) faults.add(`${mains} main headings`);

	if (document.documentElement.scrollWidth > width) {
		// What is wide inside a box that scrolls by itself widens nothing.
		const isContained = (element: Element): boolean => {
			for (let box = element.parentElement; box !== null; box = box.parentElement) {
				if (getComputedStyle(box).overflowX !== 'visible') return true;
			}
			return false;
		};
		const widest = [...document.querySelectorAll('body *')].find(
			(element) =>
				element.getBoundingClientRect().right > width + 1 &&
				element.checkVisibility() &&
				!isContained(element)
		);
		faults.add(
			`${document.documentElement.scrollWidth} px wide on ${width}: ${widest?.outerHTML.slice(0, 140)}`
		);
	}
	return [...faults];
}

/** Whether all that a page computes after it has loaded is there, pictures aside. It runs in the browser. */
export function isComputed(): boolean {
	const main = document.querySelector('main');
	if (location.pathname === '/research')
		return /All figures are computed\.|There is nothing to study here/.test(main?.textContent ?? '');
	return main?.querySelector('[aria-busy=true]') === null;
}
