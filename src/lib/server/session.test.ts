import { beforeEach, describe, expect, test, vi } from 'vitest';
import { changePassword } from './account-password.ts';
import { sendSignInLink, signInWithPassword, verifySignInLink } from './session.ts';
import type { RequestEvent } from '@sveltejs/kit';

interface AuthError {
	status: number;
	code?: string;
}

/** What the sign-in service was asked to change, by the client it was asked through. */
const asked: string[] = [];
/** What the service says of a mailed link. */
let linkAnswer: unknown;

vi.mock('./backend.ts', () => ({
	backend: async () => ({ secretKey: 'a key of the server' }),
	visitorClient: () => ({
		auth: {
			verifyOtp: async () => linkAnswer,
			updateUser: async () => (asked.push('apart: new password'), { error: null }),
			signOut: async ({ scope }: { scope: string }) => (
				asked.push(`apart: sign out ${scope}`),
				{ error: null }
			)
		}
	})
}));

const USER = { id: 'u1', email: 'owner@example.org' };

interface Situation {
	error?: AuthError | null;
	afterMs?: number;
	network?: string;
	/** Who is signed in. */
	session?: { userId: string; email: string } | null;
	cookies?: Map<string, string>;
}

/** A request whose sign-in service gives one answer, after a time, to whatever is asked. */
function eventWith({
	error = null,
	afterMs = 0,
	network = '192.0.2.1',
	session = null,
	cookies = new Map()
}: Situation = {}): RequestEvent {
	const answer = (name: string) => async (options?: { scope?: string }) => {
		asked.push(options?.scope === undefined ? name : `${name} ${options.scope}`);
		await new Promise((resolve) => setTimeout(resolve, afterMs));
		return { data: error === null ? { user: USER } : { user: null }, error };
	};
	const auth = {
		signInWithPassword: answer('password'),
		signInWithOtp: answer('link'),
		setSession: answer('enter'),
		updateUser: answer('new password'),
		signOut: answer('sign out')
	};
	return {
		url: new URL('http://localhost:3000/'),
		getClientAddress: () => network,
		cookies: {
			get: (name: string) => cookies.get(name),
			set: (name: string, value: string) => cookies.set(name, value)
		},
		locals: { auth, session: async () => session }
	} as unknown as RequestEvent;
}

const eventAnswering = (error: AuthError | null, afterMs = 0) => eventWith({ error, afterMs });

let count = 0;
const address = () => `person-${++count}@example.org`;
const anotherNetwork = () => `198.51.100.${++count}`;

beforeEach(() => {
	asked.length = 0;
});

describe('signing in', () => {
	test('says the same of a wrong password, an unknown account and an unconfirmed one', async () => {
		const answers = await Promise.all(
			[
				{ status: 400, code: 'invalid_credentials' },
				{ status: 400, code: 'user_not_found' },
				{ status: 400, code: 'email_not_confirmed' }
			].map((error) => signInWithPassword(eventAnswering(error), address(), 'x'))
		);
		expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
		expect(answers[0]).toMatchObject({ ok: false, status: 400 });
	});

	test('takes as long for an account that is not there as for one whose password must be compared', async () => {
		const time = async (afterMs: number) => {
			const started = performance.now();
			await signInWithPassword(eventAnswering({ status: 400 }, afterMs), address(), 'x');
			return performance.now() - started;
		};
		const [missing, compared] = await Promise.all([time(0), time(200)]);
		expect(Math.abs(missing - compared)).toBeLessThan(100);
	});

	test('says of a service that is down that it is down', async () => {
		expect(await signInWithPassword(eventAnswering({ status: 503 }), address(), 'x')).toMatchObject({
			ok: false,
			status: 503
		});
	});

	test('says of a full disk that the disk is full', async () => {
		expect(await sendSignInLink(eventAnswering({ status: 507 }), address())).toMatchObject({
			ok: false,
			status: 507
		});
	});

	test('stops guessing one account’s password, however the address is spelt', async () => {
		const email = address();
		for (let attempt = 0; attempt < 9; attempt++)
			void signInWithPassword(eventAnswering({ status: 400 }), email, 'x');
		await signInWithPassword(eventAnswering({ status: 400 }), ` ${email.toUpperCase()}`, 'x');
		expect(await signInWithPassword(eventAnswering(null), email, 'x')).toMatchObject({
			ok: false,
			status: 429
		});
	});

	test('cannot be barred to an account’s owner by a stranger’s guesses from one network', async () => {
		const email = address();
		const guess = () =>
			signInWithPassword(eventWith({ error: { status: 400 }, network: '2001:db8::1' }), email, 'x');
		const guessed = await Promise.all(Array.from({ length: 80 }, guess));
		expect(guessed.filter((answer) => !answer.ok && answer.status === 429)).toHaveLength(70);
		expect(await signInWithPassword(eventWith({ network: anotherNetwork() }), email, 'x')).toEqual({
			ok: true
		});
	});

	test('ends for a guesser with a whole IPv6 network as for one with a single address', async () => {
		const email = address();
		for (let host = 0; host < 10; host++) {
			const network = `2001:db8:5:5::${host}`;
			void signInWithPassword(eventWith({ error: { status: 400 }, network }), email, 'x');
		}
		expect(await signInWithPassword(eventWith({ network: '2001:db8:5:5:9::9' }), email, 'x')).toMatchObject({
			status: 429
		});
	});
});

describe('asking for a link', () => {
	test('floods nobody’s mailbox, from one network or from many', async () => {
		const email = address();
		const sent = Array.from({ length: 5 }, () => sendSignInLink(eventAnswering(null), email));
		expect(await Promise.all(sent)).toEqual(Array(5).fill({ ok: true }));
		expect(await sendSignInLink(eventAnswering(null), email)).toMatchObject({ ok: false, status: 429 });

		const many = Array.from({ length: 30 }, () =>
			sendSignInLink(eventWith({ network: anotherNetwork() }), email)
		);
		const through = (await Promise.all(many)).filter(({ ok }) => ok);
		expect(through.length).toBeGreaterThan(0);
		expect(through.length).toBeLessThanOrEqual(15);
	});
});

describe('a mailed link', () => {
	const link = { tokenHash: 'a1', kind: 'magiclink', email: USER.email };
	const refused = { data: { user: null, session: null }, error: { status: 403, code: 'otp_expired' } };
	const opened = (confirmedAt: string, signedInAt: string) => ({
		data: {
			user: { ...USER, email_confirmed_at: confirmedAt, last_sign_in_at: signedInAt },
			session: { access_token: 'a', refresh_token: 'r' }
		},
		error: null
	});
	const OLD = opened('2026-01-01T10:00:00Z', '2026-11-22T10:00:00Z');

	test.each([
		['of a kind that is not known', { kind: 'invite' }],
		['too long to be one', { tokenHash: 'x'.repeat(501) }],
		['that lacks its token', { tokenHash: '' }],
		['that lacks its address', { email: '' }],
		['that names somebody else than it was sent to', { email: 'victim@example.org' }]
	])('signs nobody in when it is one %s', async (_, part) => {
		linkAnswer = OLD;
		const answer = await verifySignInLink(eventWith({ network: anotherNetwork() }), { ...link, ...part });
		expect(answer).toMatchObject({ ok: false, status: 400 });
		expect(asked).not.toContain('enter');
	});

	test('that names somebody else leaves whoever is signed in signed in', async () => {
		linkAnswer = OLD;
		const event = eventWith({ session: { userId: 'u2', email: 'other@example.org' } });
		await verifySignInLink(event, { ...link, email: 'other@example.org' });
		expect(asked).toEqual(['apart: sign out local']);
	});

	test('ends the session that it takes the place of', async () => {
		linkAnswer = OLD;
		const event = eventWith({ session: { userId: 'u2', email: 'other@example.org' } });
		expect(await verifySignInLink(event, link)).toEqual({ ok: true });
		expect(asked).toEqual(['sign out local', 'enter']);
	});

	test('that confirms an account for the first time takes its password away and ends its sessions', async () => {
		linkAnswer = opened('2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
		expect(await verifySignInLink(eventWith(), link)).toEqual({ ok: true });
		expect(asked).toEqual(['apart: new password', 'apart: sign out others', 'enter']);
	});

	test('of a known account leaves its password alone', async () => {
		linkAnswer = OLD;
		expect(await verifySignInLink(eventWith(), link)).toEqual({ ok: true });
		expect(asked).toEqual(['enter']);
	});

	test('that does not fit is tried a few times from one network, whatever addresses it names', async () => {
		linkAnswer = refused;
		const network = anotherNetwork();
		const tries = Array.from({ length: 25 }, (_, at) =>
			verifySignInLink(eventWith({ network }), { ...link, tokenHash: `guess ${at}`, email: address() })
		);
		const statuses = (await Promise.all(tries)).map((answer) => (answer.ok ? 200 : answer.status));
		expect(statuses).toEqual([...Array(20).fill(400), ...Array(5).fill(429)]);
	});

	test('that fits gives the network no new guesses at the links of others', async () => {
		const event = () => eventWith({ network: '198.51.100.250' });
		const guess = async () => {
			linkAnswer = refused;
			const answer = await verifySignInLink(event(), { ...link, email: address() });
			return answer.ok ? 200 : answer.status;
		};
		const statuses: number[] = [];
		for (let at = 0; at < 15; at++) statuses.push(await guess());
		linkAnswer = OLD;
		expect(await verifySignInLink(event(), link)).toEqual({ ok: true });
		for (let at = 0; at < 10; at++) statuses.push(await guess());
		expect(statuses).toEqual([...Array(20).fill(400), ...Array(5).fill(429)]);
	});

	test('cannot be barred to an account’s owner by guesses from one network, nor to everybody by guesses from many', async () => {
		linkAnswer = refused;
		for (let at = 0; at < 150; at++) await verifySignInLink(eventWith({ network: '198.51.100.252' }), link);
		for (let at = 0; at < 1100; at++)
			await verifySignInLink(eventWith({ network: `100.64.${at >> 8}.${at & 255}` }), {
				...link,
				email: address()
			});
		linkAnswer = OLD;
		expect(await verifySignInLink(eventWith({ network: anotherNetwork() }), link)).toEqual({ ok: true });
	});

	test('is guessed for one account a limited number of times from all networks together', async () => {
		linkAnswer = refused;
		const email = address();
		const tries = Array.from({ length: 120 }, (_, at) =>
			verifySignInLink(eventWith({ network: `203.0.113.${at}` }), { ...link, email })
		);
		expect((await Promise.all(tries)).filter((answer) => !answer.ok && answer.status === 429)).toHaveLength(
			20
		);
	});
});

describe('choosing a password', () => {
	const session = { userId: USER.id, email: USER.email };
	const chosen = 'three words apart';

	test('takes more than a session that was left open', async () => {
		const answer = await changePassword(eventWith({ session }), { current: '', chosen });
		expect(answer).toMatchObject({ ok: false, status: 400, field: 'current-password' });
		expect(asked).toEqual([]);
	});

	test('refuses a wrong present password, and changes nothing', async () => {
		const event = eventWith({ session, error: { status: 400 }, network: anotherNetwork() });
		expect(await changePassword(event, { current: 'wrong', chosen })).toMatchObject({
			ok: false,
			field: 'current-password'
		});
		expect(asked).toEqual(['password']);
	});

	test('ends every other session', async () => {
		const event = eventWith({ session, network: anotherNetwork() });
		expect(await changePassword(event, { current: 'right', chosen })).toEqual({ ok: true });
		expect(asked).toEqual(['password', 'new password', 'sign out others']);
	});

	test('takes a sign-in of a moment ago for proof, of this account and no other', async () => {
		const cookies = new Map<string, string>();
		await signInWithPassword(eventWith({ cookies, network: anotherNetwork() }), USER.email, 'x');
		asked.length = 0;
		expect(await changePassword(eventWith({ session, cookies }), { current: '', chosen })).toEqual({
			ok: true
		});

		const other = { userId: 'u2', email: 'other@example.org' };
		expect(
			await changePassword(eventWith({ session: other, cookies }), { current: '', chosen })
		).toMatchObject({
			ok: false
		});
		const [name = '', value = ''] = [...cookies][0] ?? [];
		const later = `${Number(value.split('.')[0]) + 1e9}.${value.split('.')[1]}`;
		expect(
			await changePassword(eventWith({ session, cookies: new Map([[name, later]]) }), { current: '', chosen })
		).toMatchObject({ ok: false });
	});
});
