import { RateLimiterMemory } from 'rate-limiter-flexible';

export interface BudgetLimits {
	/** Thread time (ms) that one address may have in so many seconds. */
	ms: number;
	seconds: number;
	/** Questions of one address that may be under way at a time. */
	mostAtOnce: number;
}

/** An address had its share of the thread; the next question may come after some seconds. */
export class SpentError extends Error {
	override message = 'This address had its share of the computations.';
	readonly waitSeconds: number;

	constructor(waitSeconds: number) {
		super();
		this.waitSeconds = waitSeconds;
	}
}

/** A share of the thread for each address, so that none keeps it to itself. Answers that are kept cost nothing. */
export class AddressBudget {
	readonly #limits: BudgetLimits;
	readonly #spent: RateLimiterMemory;
	readonly #underWay = new Map<string, number>();

	constructor(limits: BudgetLimits) {
		this.#limits = limits;
		this.#spent = new RateLimiterMemory({
			keyPrefix: 'answers',
			points: limits.ms,
			duration: limits.seconds
		});
	}

	/**
	 * Counts a question as under way from now until it is answered, and asks it.
	 *
	 * @throws {SpentError} when the address has to wait; then it is not asked
	 */
	async during<Value>(address: string, ask: () => Promise<Value>): Promise<Value> {
		// Counted before anything is waited for: questions that come together would all find a place free.
		const underWay = this.#underWay.get(address) ?? 0;
		if (underWay >= this.#limits.mostAtOnce) throw new SpentError(1);
		this.#underWay.set(address, underWay + 1);
		try {
			await this.#assertTimeLeft(address);
			return await ask();
		} finally {
			const left = (this.#underWay.get(address) ?? 1) - 1;
			if (left === 0) this.#underWay.delete(address);
			else this.#underWay.set(address, left);
		}
	}

	async #assertTimeLeft(address: string): Promise<void> {
		const spent = await this.#spent.get(address);
		if (spent !== null && spent.remainingPoints <= 0)
			throw new SpentError(Math.ceil(spent.msBeforeNext / 1000));
	}

	/** @param ms time that the thread spent on a question of the address */
	async spend(address: string, ms: number): Promise<void> {
		await this.#spent.penalty(address, Math.ceil(ms));
	}
}
