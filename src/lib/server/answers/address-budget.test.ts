import { describe, expect, test } from 'vitest';
import { AddressBudget, SpentError } from './address-budget.ts';

const budget = () => new AddressBudget({ ms: 1000, seconds: 60, mostAtOnce: 2 });

describe('the budget of an address', () => {
	test('is refused once its time is spent, with the seconds to wait; another address is not', async () => {
		const addresses = budget();
		await addresses.spend('192.0.2.1', 600);
		await addresses.assertLeft('192.0.2.1');
		await addresses.spend('192.0.2.1', 600);
		const refusal: unknown = await addresses.assertLeft('192.0.2.1').catch((cause: unknown) => cause);
		expect(refusal).toBeInstanceOf(SpentError);
		expect((refusal as SpentError).waitSeconds).toBeGreaterThan(0);
		expect((refusal as SpentError).waitSeconds).toBeLessThanOrEqual(60);
		await addresses.assertLeft('192.0.2.2');
	});

	test('allows so many questions at once, and another when one is answered, also with a fault', async () => {
		const addresses = budget();
		let fail = (_: Error): void => undefined;
		const first = addresses.during('192.0.2.1', new Promise((_, reject) => (fail = reject)));
		void addresses.during('192.0.2.1', new Promise(() => undefined));
		await expect(addresses.assertLeft('192.0.2.1')).rejects.toThrow(SpentError);
		await addresses.assertLeft('192.0.2.2');
		fail(new Error('down'));
		await expect(first).rejects.toThrow('down');
		await addresses.assertLeft('192.0.2.1');
	});
});
