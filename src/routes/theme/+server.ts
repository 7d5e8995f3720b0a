import { error, redirect } from '@sveltejs/kit';
import { safeRedirect } from '#lib/server/safe-redirect.ts';
import { readForm } from '../form-input.ts';
import { isTheme, THEME_COOKIE } from '../theme-cookie.ts';
import type { RequestHandler } from './$types';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Remembers how the reader wants the site to look, and goes back to the page they came from. */
export const POST: RequestHandler = async ({ request, cookies }) => {
	const form = await readForm(request);
	const theme = String(form.get('theme'));
	if (!isTheme(theme)) error(400, 'An appearance is system, light or dark.');

	if (theme === 'system') cookies.delete(THEME_COOKIE, { path: '/' });
	else cookies.set(THEME_COOKIE, theme, { path: '/', maxAge: YEAR_SECONDS, sameSite: 'lax', httpOnly: true });
	redirect(303, safeRedirect(String(form.get('back') ?? '/')));
};
