import { setTimeout as wait } from 'node:timers/promises';
import { backend, serviceClient } from './backend.ts';
import { refusalOf } from './database-fault.ts';
import { addressHeaderIsSet } from './environment.ts';
import { hostnameOf, isLocalName, isLoopback, wasForwarded } from './http/local-host.ts';
import { take } from './http/rate-limits.ts';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { RequestEvent } from '@sveltejs/kit';
import type { DatabaseFault } from './database-fault.ts';

/** What became of a step of signing in; the message is for the reader. */
export type SignInResult = { ok: true } | { ok: false; status: 400 | 403 | 429 | 503 | 507; message: string };

/** Roles of the sample network that anybody at this machine may try. */
export const SAMPLE_ROLES = ['coordinator', 'editor', 'member', 'researcher'] as const;
export type SampleRole = (typeof SAMPLE_ROLES)[number];

/** Kinds of link that `/auth/confirm` understands. */
const LINK_KINDS = ['magiclink', 'signup', 'recovery', 'email_change', 'email'] as const;
type LinkKind = (typeof LINK_KINDS)[number];

const WRONG: SignInResult = {
	ok: false,
	status: 400,
	message: 'This e-mail address and password do not belong together.'
};
const UNAVAILABLE: SignInResult = {
	ok: false,
	status: 503,
	message: 'Signing in does not work at the moment. Please try again.'
};

/** Least time that an answer about an account takes; above what hashing a password needs. */
const LEAST_MS = 700;

/** By account, so that many addresses cannot guess one password or flood one mailbox. */
const passwords = new RateLimiterMemory({ keyPrefix: 'password', points: 10, duration: 900 });
const mails = new RateLimiterMemory({ keyPrefix: 'mail', points: 5, duration: 3600 });

/** Signs in by password. A wrong address and a wrong password get the same answer. */
export async function signInWithPassword(
	event: RequestEvent,
	email: string,
	password: string
): Promise<SignInResult> {
	const waitSeconds = await take(passwords, accountKey(email));
	if (waitSeconds !== null) return tooOften(waitSeconds);
	const { error } = await unhurried(event.locals.supabase.auth.signInWithPassword({ email, password }));
	if (error === null) return { ok: true };
	return isServersFault(error) ? unavailable(error) : WRONG;
}

/**
 * Makes an account with a password. Every address gets the same answer: a mail to confirm it, which
 * a known address receives as no more than a mail.
 */
export async function signUpWithPassword(
	event: RequestEvent,
	email: string,
	password: string
): Promise<SignInResult> {
	const waitSeconds = await take(mails, accountKey(email));
	if (waitSeconds !== null) return tooOften(waitSeconds);
	const { error } = await unhurried(event.locals.supabase.auth.signUp({ email, password }));
	if (error === null || error.code === 'user_already_exists') return { ok: true };
	if (error.code === 'weak_password') {
		return {
			ok: false,
			status: 400,
			message: 'This password is too easy to guess. Use at least ten characters.'
		};
	}
	return isServersFault(error)
		? unavailable(error)
		: { ok: false, status: 400, message: 'This is not a complete e-mail address.' };
}

/** Sends a sign-in link. The answer is the same whether the account exists or not. */
export async function sendSignInLink(event: RequestEvent, email: string): Promise<SignInResult> {
	const waitSeconds = await take(mails, accountKey(email));
	if (waitSeconds !== null) return tooOften(waitSeconds);
	const { error } = await unhurried(event.locals.supabase.auth.signInWithOtp({ email }));
	if (error === null || error.code === 'over_email_send_rate_limit') return { ok: true };
	return isServersFault(error)
		? unavailable(error)
		: { ok: false, status: 400, message: 'This is not a complete e-mail address.' };
}

/** Turns the token of a mailed link into a session. */
export async function verifySignInLink(
	event: RequestEvent,
	tokenHash: string,
	kind: string
): Promise<SignInResult> {
	const type = LINK_KINDS.find((known): known is LinkKind => known === kind);
	const expired: SignInResult = {
		ok: false,
		status: 400,
		message: 'This link has been used or has expired. Ask for a new one.'
	};
	if (type === undefined || tokenHash.length > 500) return expired;
	const { error } = await event.locals.supabase.auth.verifyOtp({ token_hash: tokenHash, type });
	if (error === null) return { ok: true };
	return isServersFault(error) ? unavailable(error) : expired;
}

/** Chooses a new password for whoever is signed in. */
export async function changePassword(event: RequestEvent, password: string): Promise<SignInResult> {
	const { error } = await event.locals.supabase.auth.updateUser({ password });
	if (error === null) return { ok: true };
	if (isServersFault(error)) return unavailable(error);
	const same = error.code === 'same_password';
	return {
		ok: false,
		status: 400,
		message: same
			? 'This is the password you already have.'
			: 'This password is too easy to guess. Use at least ten characters.'
	};
}

/** Ends the session here; a session that is gone already counts as ended. */
export async function signOut(event: RequestEvent): Promise<void> {
	await event.locals.supabase.auth.signOut({ scope: 'local' });
}

/**
 * Whether the sample network may be tried without an account: only by somebody at this very machine,
 * under a local name, through no proxy.
 */
export function sampleAccountsOffered(event: RequestEvent): boolean {
	const { headers } = event.request;
	const host = headers.get('host');
	const peer = event.platform?.req.socket.remoteAddress ?? event.getClientAddress();
	return (
		isLocalName(event.url.hostname) &&
		(host === null || isLocalName(hostnameOf(host) ?? '')) &&
		isLoopback(peer) &&
		!wasForwarded(headers) &&
		!addressHeaderIsSet()
	);
}

/** Signs in as a sample account, which has that one role in the sample network and none elsewhere. */
export async function signInAsSample(event: RequestEvent, role: SampleRole): Promise<SignInResult> {
	if (!sampleAccountsOffered(event)) {
		return {
			ok: false,
			status: 403,
			message: 'Sample accounts can be tried only on the machine that runs Goodways.'
		};
	}
	const opened = await backend();
	const service = serviceClient(opened);
	const { data: network } = await service
		.from('networks')
		.select('id')
		.eq('is_sample', true)
		.limit(1)
		.maybeSingle();
	if (network === null)
		return { ok: false, status: 400, message: 'There is no sample network on this server.' };

	const { tokenHash } = await opened.signInToken(`${role}@sample.example`);
	const { data, error } = await event.locals.supabase.auth.verifyOtp({
		token_hash: tokenHash,
		type: 'magiclink'
	});
	if (error !== null || data.user === null) return UNAVAILABLE;
	const granted = await service
		.from('network_roles')
		.upsert(
			{ network_id: network.id, user_id: data.user.id, role },
			{ onConflict: 'network_id,user_id,role' }
		);
	return granted.error === null ? { ok: true } : unavailable(granted.error);
}

function isServersFault(error: DatabaseFault): boolean {
	return (error.status ?? 500) >= 500;
}

function unavailable(error: DatabaseFault): SignInResult {
	const { status, message } = refusalOf(error, '');
	return status === 507 ? { ok: false, status, message } : UNAVAILABLE;
}

/** Hashing a password takes longer than finding no account, so that time would tell which it was. */
async function unhurried<T>(work: Promise<T>): Promise<T> {
	const [result] = await Promise.all([work, wait(LEAST_MS)]);
	return result;
}

function accountKey(email: string): string {
	return email.trim().toLowerCase().slice(0, 320);
}

function tooOften(waitSeconds: number): SignInResult {
	const minutes = Math.ceil(waitSeconds / 60);
	return {
		ok: false,
		status: 429,
		message: `Too many attempts for this address. Please wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`
	};
}
