export const THEME_COOKIE = 'goodways-theme';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export function isTheme(text: string): text is Theme {
	return THEMES.some((theme) => theme === text);
}
