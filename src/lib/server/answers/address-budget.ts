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

	/** @throws {SpentError} when the address has to wait */
	async assertLeft(address: string): Promise<void> {
		if ((this.#underWay.get(address) ?? 0) >= this.#limits.mostAtOnce) throw new SpentError(1);
		const spent = await this.#spent.get(address);
		if (spent !== null && spent.remainingPoints <= 0)
			throw new SpentError(Math.ceil(spent.msBeforeNext / 1000));
	}

	/** Counts a question as under way until it is answered. */
	async during<Value>(address: string, answer: Promise<Value>): Promise<Value> {
		this.#underWay.set(address, (this.#underWay.get(address) ?? 0) + 1);
		try {
			return await answer;
		} finally {
			const left = (this.#underWay.get(address) ?? 1) - 1;
			if (left === 0) this.#underWay.delete(address);
			else this.#underWay.set(address, left);
		}
	}

	/** @param ms time that the thread spent on a question of the address */
	async spend(address: string, ms: number): Promise<void> {
		await this.#spent.penalty(address, Math.ceil(ms));
	}
}
