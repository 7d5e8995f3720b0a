import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { attemptLimit, byAccount, byAccountAndNetwork, byNetwork } from './attempt-limit.ts';
import { backend, visitorClient } from './backend.ts';
import { forgetFresh, markFresh } from './fresh-sign-in.ts';
import { networkOfCaller } from './http/network-address.ts';
import { UNAVAILABLE, isServersFault, tooOften, unavailable } from './sign-in-result.ts';
import type { RequestEvent } from '@sveltejs/kit';
import type { Session, User } from '@supabase/supabase-js';
import type { Attempt } from './attempt-limit.ts';
import type { Client } from './backend.ts';
import type { SignInRefusal, SignInResult } from './sign-in-result.ts';

/** A mailed link, as its address spells it. */
export interface SignInLink {
	tokenHash: string;
	kind: string;
	/** Whom it was sent to; it signs in nobody else. */
	email: string;
}

/** Kinds of link that are mailed. */
const LINK_KINDS = ['magiclink', 'signup', 'recovery'] as const;

const WRONG: SignInRefusal = {
	ok: false,
	status: 400,
	message: 'This e-mail address and password do not belong together.'
};
const EXPIRED: SignInRefusal = {
	ok: false,
	status: 400,
	message: 'This link has been used or has expired. Ask for a new one.'
};

/** Least time that an answer about an account takes; above what hashing a password needs. */
const LEAST_MS = 700;
/** An account counts as confirmed by a link when the two are no further apart. */
const SAME_MOMENT_MS = 10_000;

/** So that many networks cannot guess one password, and one network cannot lock an account's owner out. */
const passwords = attemptLimit('password', [
	{ points: 10, seconds: 900, by: byAccountAndNetwork },
	{ points: 60, seconds: 900, by: byAccount }
]);
/** So that nobody floods a mailbox. */
const mails = attemptLimit('mail', [
	{ points: 5, seconds: 3600, by: byAccountAndNetwork },
	{ points: 20, seconds: 3600, by: byAccount }
]);
/**
 * Links that did not fit; one that did is taken off again. Nothing counts all callers together, or one of
 * them could end signing in by link for everybody.
 */
const guesses = attemptLimit('guess', [
	{ points: 10, seconds: 3600, by: byAccountAndNetwork },
	{ points: 20, seconds: 3600, by: byNetwork },
	{ points: 100, seconds: 3600, by: byAccount }
]);

/** Signs in by password. A wrong address and a wrong password get the same answer. */
export async function signInWithPassword(
	event: RequestEvent,
	email: string,
	password: string
): Promise<SignInResult> {
	const attempt = attemptOf(event, email);
	const waitSeconds = await passwords.take(attempt);
	if (waitSeconds !== null) return tooOften(waitSeconds);
	const { data, error } = await unhurried(event.locals.auth.signInWithPassword({ email, password }));
	if (error !== null) return isServersFault(error) ? unavailable(error) : WRONG;
	await passwords.forgive(attempt);
	await markFresh(event, data.user.id);
	return { ok: true };
}

/** Sends a sign-in link, which makes the account if there is none; the answer is the same. */
export async function sendSignInLink(event: RequestEvent, email: string): Promise<SignInResult> {
	const waitSeconds = await mails.take(attemptOf(event, email));
	if (waitSeconds !== null) return tooOften(waitSeconds);
	const { error } = await unhurried(event.locals.auth.signInWithOtp({ email }));
	if (error === null || error.code === 'over_email_send_rate_limit') return { ok: true };
	return isServersFault(error)
		? unavailable(error)
		: { ok: false, status: 400, message: 'This is not a complete e-mail address.' };
}

/** Turns a mailed link into a session of the account that it was sent to, in place of any other. */
export async function verifySignInLink(event: RequestEvent, link: SignInLink): Promise<SignInResult> {
	const type = LINK_KINDS.find((known) => known === link.kind);
	if (type === undefined || link.tokenHash === '' || link.tokenHash.length > 500) return EXPIRED;
	const attempt = attemptOf(event, link.email);
	const waitSeconds = await guesses.take(attempt);
	if (waitSeconds !== null) return tooOften(waitSeconds);

	// Apart from this browser's session, which stays as it is until the link has turned out to be whole.
	const apart = visitorClient(await backend());
	const { data, error } = await apart.auth.verifyOtp({ token_hash: link.tokenHash, type });
	if (error !== null && isServersFault(error)) return unavailable(error);
	const { user, session } = data;
	if (user === null || session === null) return EXPIRED;
	if (user.email?.toLowerCase() !== link.email.trim().toLowerCase()) {
		await apart.auth.signOut({ scope: 'local' });
		return EXPIRED;
	}
	await guesses.forgive(attempt);
	if (isFirstConfirmation(user) && !(await disownPassword(apart))) {
		await apart.auth.signOut({ scope: 'global' });
		return UNAVAILABLE;
	}
	return enter(event, session, user);
}

/** Ends the session here; a session that is gone already counts as ended. */
export async function signOut(event: RequestEvent): Promise<void> {
	forgetFresh(event);
	await event.locals.auth.signOut({ scope: 'local' });
}

/** Whether a link has just confirmed an account for the first time; both instants are the service's own. */
function isFirstConfirmation({ email_confirmed_at, last_sign_in_at }: User): boolean {
	const apartMs = Date.parse(last_sign_in_at ?? '') - Date.parse(email_confirmed_at ?? '');
	return !(Math.abs(apartMs) > SAME_MOMENT_MS);
}

/**
 * Takes away whatever password an account was made with: until its address was confirmed, anybody could
 * have made it for somebody else.
 */
async function disownPassword({ auth }: Client): Promise<boolean> {
	const changed = await auth.updateUser({ password: randomBytes(48).toString('base64url') });
	if (changed.error !== null) return false;
	return (await auth.signOut({ scope: 'others' })).error === null;
}

async function enter(event: RequestEvent, session: Session, user: User): Promise<SignInResult> {
	const { auth } = event.locals;
	if ((await event.locals.session()) !== null) await auth.signOut({ scope: 'local' });
	const { access_token, refresh_token } = session;
	const { error } = await auth.setSession({ access_token, refresh_token });
	if (error !== null) return isServersFault(error) ? unavailable(error) : UNAVAILABLE;
	await markFresh(event, user.id);
	return { ok: true };
}

/** Hashing a password takes longer than finding no account, so that time would tell which it was. */
async function unhurried<T>(work: Promise<T>): Promise<T> {
	const [result] = await Promise.all([work, wait(LEAST_MS)]);
	return result;
}

function attemptOf(event: RequestEvent, email: string): Attempt {
	return { email, network: networkOfCaller(event) };
}
