import { themeColours } from '#lib/map/theme.ts';
import { luminance } from '#lib/ui/contrast.ts';
import type { SystemColours } from './scene-input.ts';

/** What the reader's system asks of a picture. */
export interface SystemTheme {
	isDark: boolean;
	/** Its own colours where it forces them on every page. */
	forced: SystemColours | null;
}

/** Tells what the system asks, now and whenever that changes; returns how to stop. */
export function followSystem(element: HTMLElement, ontell: (now: SystemTheme) => void): () => void {
	const dark = matchMedia('(prefers-color-scheme: dark)');
	const forced = matchMedia('(forced-colors: active)');
	const tell = (): void => {
		if (!forced.matches) return ontell({ isDark: dark.matches, forced: null });
		const [paper, ink, focus] = themeColours(element, ['--paper', '--ink', '--focus']) as [
			string,
			string,
			string
		];
		ontell({ isDark: luminance(paper) < 0.5, forced: { paper, ink, focus } });
	};
	tell();
	for (const query of [dark, forced]) query.addEventListener('change', tell);
	return () => {
		for (const query of [dark, forced]) query.removeEventListener('change', tell);
	};
}
