import { isFresh } from './fresh-sign-in.ts';
import { isServersFault, tooOften, unavailable } from './sign-in-result.ts';
import { signInWithPassword } from './session.ts';
import type { RequestEvent } from '@sveltejs/kit';
import type { SignInRefusal } from './sign-in-result.ts';

/** The field of the form that a refusal is about. */
export type PasswordResult = { ok: true } | (SignInRefusal & { field: 'current-password' | 'new-password' });

/** Bytes beyond these do not count for the hash, so a password may have no more. */
export const LONGEST_PASSWORD_BYTES = 72;

/**
 * Chooses a new password for whoever is signed in, and signs them out everywhere else. A session left
 * open somewhere is not enough: it takes the present password, or having signed in just now.
 */
export async function changePassword(
	event: RequestEvent,
	{ current, chosen }: { current: string; chosen: string }
): Promise<PasswordResult> {
	const session = await event.locals.session();
	if (session === null) return refused('current-password', 'Sign in again, then choose your password.');
	if (!(await isFresh(event, session.userId))) {
		if (current === '') return refused('current-password', 'Enter your current password.');
		const proved = await signInWithPassword(event, session.email, current);
		if (!proved.ok) {
			return proved.status === 400
				? refused('current-password', 'This is not your current password.')
				: { ...proved, field: 'current-password' };
		}
	}
	const { auth } = event.locals;
	const { error } = await auth.updateUser({ password: chosen });
	if (error !== null) {
		if (isServersFault(error)) return { ...unavailable(error), field: 'new-password' };
		if (error.status === 429) return { ...tooOften(60), field: 'new-password' };
		return refused(
			'new-password',
			error.code === 'same_password'
				? 'This is the password you already have.'
				: 'This password is too easy to guess. Use at least ten characters.'
		);
	}
	const ended = await auth.signOut({ scope: 'others' });
	if (ended.error === null) return { ok: true };
	return {
		ok: false,
		status: 503,
		field: 'new-password',
		message:
			'Your password has been changed, but your other devices could not be signed out. Please choose another one to try again.'
	};
}

function refused(field: 'current-password' | 'new-password', message: string): PasswordResult {
	return { ok: false, status: 400, field, message };
}
