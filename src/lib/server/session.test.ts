import { describe, expect, test } from 'vitest';
import { sendSignInLink, signInWithPassword, signUpWithPassword, verifySignInLink } from './session.ts';
import type { RequestEvent } from '@sveltejs/kit';

interface AuthError {
	status: number;
	code?: string;
}

/** A request whose sign-in service gives one answer, after a time, to whatever is asked. */
function eventAnswering(error: AuthError | null, afterMs = 0): RequestEvent {
	const answer = async () => {
		await new Promise((resolve) => setTimeout(resolve, afterMs));
		return { data: { user: null, session: null }, error };
	};
	const auth = { signInWithPassword: answer, signUp: answer, signInWithOtp: answer, verifyOtp: answer };
	return { locals: { supabase: { auth } } } as unknown as RequestEvent;
}

let count = 0;
const address = () => `person-${++count}@example.org`;

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
});

describe('asking for an account or a link', () => {
	test('says the same of a known address and a new one', async () => {
		expect(
			await signUpWithPassword(eventAnswering({ status: 422, code: 'user_already_exists' }), address(), 'x')
		).toEqual({ ok: true });
		expect(await signUpWithPassword(eventAnswering(null), address(), 'x')).toEqual({ ok: true });
	});

	test('floods nobody’s mailbox', async () => {
		const email = address();
		const sent = Array.from({ length: 5 }, () => sendSignInLink(eventAnswering(null), email));
		expect(await Promise.all(sent)).toEqual(Array(5).fill({ ok: true }));
		expect(await sendSignInLink(eventAnswering(null), email)).toMatchObject({ ok: false, status: 429 });
	});

	test.each([
		['of a kind that is not known', 'x', 'invite'],
		['too long to be one', 'x'.repeat(501), 'magiclink']
	])('takes no link %s', async (_, token, kind) => {
		expect(await verifySignInLink(eventAnswering(null), token, kind)).toMatchObject({
			ok: false,
			status: 400
		});
	});
});
