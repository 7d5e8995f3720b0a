/** Colours of the map's ground, from the page's theme. */
export interface MapTheme {
	sea: string;
	land: string;
	/** Countries that are not the United Kingdom. */
	abroad: string;
	coast: string;
	/** Round every mark: the ground, or ink where the system's own colours are asked for. */
	rim: string;
	ink: string;
	muted: string;
	card: string;
	accent: string;
	second: string;
	line: string;
	paper: string;
	/** Shades of areas: none, then the steps from faint to strong. */
	steps: string[];
	font: string;
}

const STEP_TOKENS = ['--sunk', '--seq-1', '--seq-2', '--seq-3', '--seq-4', '--seq-5'] as const;
const TOKENS = [
	'--map-sea',
	'--map-land',
	'--map-abroad',
	'--map-coast',
	'--map-rim',
	'--ink',
	'--muted',
	'--card',
	'--accent',
	'--second',
	'--line',
	'--paper',
	...STEP_TOKENS
] as const;

/**
 * Reads the theme's colours where the page has set them, so that map and page change together. A
 * custom property reads back as it was written, `light-dark(…)` and all, so a probe resolves it.
 */
export function themeOf(element: HTMLElement): MapTheme {
	const colours = themeColours(element, TOKENS);
	const colour = (name: (typeof TOKENS)[number]): string => colours[TOKENS.indexOf(name)]!;
	return {
		sea: colour('--map-sea'),
		land: colour('--map-land'),
		abroad: colour('--map-abroad'),
		coast: colour('--map-coast'),
		rim: colour('--map-rim'),
		ink: colour('--ink'),
		muted: colour('--muted'),
		card: colour('--card'),
		accent: colour('--accent'),
		second: colour('--second'),
		line: colour('--line'),
		paper: colour('--paper'),
		steps: STEP_TOKENS.map(colour),
		font: getComputedStyle(element).fontFamily
	};
}

/** A theme's colour by the name of its custom property, as `#rrggbb`. */
export function themeColours(element: HTMLElement, names: readonly string[]): string[] {
	const probe = document.createElement('span');
	// A probe that faded from one colour to the next would be read on its way.
	probe.style.setProperty('transition', 'none', 'important');
	// In forced colours every element's own colour is that of text, whatever was set.
	probe.style.setProperty('forced-color-adjust', 'none');
	element.append(probe);
	const colours = names.map((name) => {
		probe.style.color = `var(${name})`;
		return hexOf(getComputedStyle(probe).color);
	});
	probe.remove();
	return colours;
}

/** Calls back whenever the page's theme changes, by its own switch or the system's; returns how to stop. */
export function watchTheme(onchange: () => void): () => void {
	const system = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) =>
		matchMedia(query)
	);
	for (const query of system) query.addEventListener('change', onchange);
	const observer = new MutationObserver(onchange);
	observer.observe(document.body, { subtree: true, attributes: true, attributeFilter: ['data-theme'] });
	return () => {
		for (const query of system) query.removeEventListener('change', onchange);
		observer.disconnect();
	};
}

/** `#rrggbb` of a computed colour, `rgb(…)` with an alpha or without. */
export function hexOf(colour: string): string {
	const parts = /rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/.exec(colour);
	if (parts === null) return '#808080';
	return `#${parts
		.slice(1, 4)
		.map((part) => Number(part).toString(16).padStart(2, '0'))
		.join('')}`;
}
