import { describe, expect, test } from 'vitest';
import { AddressBudget, SpentError } from './address-budget.ts';

const now = async (): Promise<string> => 'answered';
const budget = () => new AddressBudget({ ms: 1000, seconds: 60, mostAtOnce: 2 });

describe('the budget of an address', () => {
	test('is refused once its time is spent, with the seconds to wait; another address is not', async () => {
		const addresses = budget();
		await addresses.spend('192.0.2.1', 600);
		await addresses.during('192.0.2.1', now);
		await addresses.spend('192.0.2.1', 600);
		const refusal: unknown = await addresses.during('192.0.2.1', now).catch((cause: unknown) => cause);
		expect(refusal).toBeInstanceOf(SpentError);
		expect((refusal as SpentError).waitSeconds).toBeGreaterThan(0);
		expect((refusal as SpentError).waitSeconds).toBeLessThanOrEqual(60);
		expect(await addresses.during('192.0.2.2', now)).toBe('answered');
	});

	test('allows so many questions at once, and another when one is answered, also with a fault', async () => {
		const addresses = budget();
		let fail = (_: Error): void => undefined;
		const first = addresses.during('192.0.2.1', () => new Promise((_, reject) => (fail = reject)));
		void addresses.during('192.0.2.1', () => new Promise(() => undefined));
		await expect(addresses.during('192.0.2.1', now)).rejects.toThrow(SpentError);
		expect(await addresses.during('192.0.2.2', now)).toBe('answered');
		fail(new Error('down'));
		await expect(first).rejects.toThrow('down');
		expect(await addresses.during('192.0.2.1', now)).toBe('answered');
	});

	test('allows no more of questions that come all together, and gives back the place of one it refused', async () => {
		const addresses = budget();
		const together = await Promise.allSettled(
			Array.from({ length: 10 }, () => addresses.during('192.0.2.1', now))
		);
		expect(together.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
		expect(await addresses.during('192.0.2.1', now)).toBe('answered');

		await addresses.spend('192.0.2.1', 2000);
		for (let at = 0; at < 3; at++) {
			const refusal = await addresses.during('192.0.2.1', now).catch((cause: unknown) => cause);
			expect((refusal as SpentError).waitSeconds).toBeGreaterThan(1);
		}
	});
});
