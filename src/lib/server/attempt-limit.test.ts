import { describe, expect, test } from 'vitest';
import { attemptLimit, byAccount, byAccountAndNetwork, byNetwork } from './attempt-limit.ts';

let made = 0;
const limit = () =>
	attemptLimit(`test-${++made}`, [
		{ points: 3, seconds: 60, by: byAccountAndNetwork },
		{ points: 8, seconds: 60, by: byAccount }
	]);
const owner = { email: 'owner@example.org', network: '192.0.2.1' };
const stranger = (host: number) => ({ email: 'owner@example.org', network: `203.0.113.${host}` });

async function attempts(count: number, take: () => Promise<number | null>): Promise<boolean[]> {
	const answers: boolean[] = [];
	for (let at = 0; at < count; at++) answers.push((await take()) === null);
	return answers;
}

describe('attempts at an account', () => {
	test('from one network end after a few, and its owner elsewhere is let in', async () => {
		const { take } = limit();
		expect(await attempts(50, () => take(stranger(1)))).toEqual([true, true, true, ...Array(47).fill(false)]);
		expect(await take(owner)).toBeNull();
	});

	test('from many networks end as well', async () => {
		const { take } = limit();
		for (const host of [1, 2, 3]) await attempts(3, () => take(stranger(host)));
		expect(await take(stranger(4))).toBeGreaterThan(0);
	});

	test('are counted under every spelling of the address', async () => {
		const { take } = limit();
		await attempts(3, () => take(owner));
		expect(await take({ ...owner, email: ' OWNER@example.org' })).toBeGreaterThan(0);
	});

	test('that succeed are forgiven where they came from', async () => {
		const { take, forgive } = limit();
		for (let day = 0; day < 6; day++) {
			expect(await attempts(2, () => take(owner))).toEqual([true, true]);
			await forgive(owner);
		}
		expect(await attempts(4, () => take(owner))).toEqual([true, true, false, false]);
	});
});

test('a limit by network alone does not care which account is tried', async () => {
	const { take } = attemptLimit('guesses', [{ points: 2, seconds: 60, by: byNetwork }]);
	expect(await take({ email: 'a@example.org', network: 'x' })).toBeNull();
	expect(await take({ email: 'b@example.org', network: 'x' })).toBeNull();
	expect(await take({ email: 'c@example.org', network: 'x' })).toBeGreaterThan(0);
});
