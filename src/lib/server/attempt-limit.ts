import { RateLimiterMemory } from 'rate-limiter-flexible';
import { take } from './http/rate-limits.ts';

/** Who tries, at which account. */
export interface Attempt {
	email: string;
	/** As `networkOf` names it. */
	network: string;
}

/** How many attempts are let through within some seconds, and what they are counted by. */
interface Ceiling {
	points: number;
	seconds: number;
	by(attempt: Attempt): string;
}

/** Attempts that are counted by several ceilings at once. */
export interface AttemptLimit {
	/** Counts one; null when it is let through, else the seconds until the next may come. */
	take(attempt: Attempt): Promise<number | null>;
	/** To be called when an attempt succeeded: the narrowest ceiling starts anew, the wider ones take it back. */
	forgive(attempt: Attempt): Promise<void>;
}

export const byAccountAndNetwork = (attempt: Attempt): string => `${account(attempt)} ${attempt.network}`;
export const byNetwork = ({ network }: Attempt): string => network;
export const byAccount = (attempt: Attempt): string => account(attempt);

/**
 * A limit with the narrowest ceiling first, which counts by account: it starts anew with a success, which
 * anybody has at an account of their own. What that one refuses is not counted by the wider ones, so
 * that nobody uses up an account's share for its owner from one place.
 */
export function attemptLimit(name: string, ceilings: readonly Ceiling[]): AttemptLimit {
	const limits = ceilings.map(({ points, seconds, by }, index) => ({
		by,
		limiter: new RateLimiterMemory({ keyPrefix: `${name}-${index}`, points, duration: seconds })
	}));
	return {
		async take(attempt) {
			for (const { limiter, by } of limits) {
				const waitSeconds = await take(limiter, by(attempt));
				if (waitSeconds !== null) return waitSeconds;
			}
			return null;
		},
		async forgive(attempt) {
			const [narrowest, ...wider] = limits;
			await narrowest?.limiter.delete(narrowest.by(attempt));
			for (const { limiter, by } of wider) await limiter.reward(by(attempt));
		}
	};
}

/** An account under every spelling of its address. */
function account({ email }: Attempt): string {
	return email.trim().toLowerCase().slice(0, 320);
}
