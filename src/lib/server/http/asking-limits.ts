import { RateLimiterMemory } from 'rate-limiter-flexible';
import { networkOfCaller } from './network-address.ts';
import { take } from './rate-limits.ts';
import type { RequestEvent } from '@sveltejs/kit';

/** Counts one for the network that a request comes from; null when it is allowed, else the seconds to wait. */
type AskingLimit = (event: RequestEvent) => Promise<number | null>;

/** Requests to join that coordinators would have to read. */
export const requestsToJoin = byNetwork('join', 10, 3600);
/** Searches that somebody sent, and those that go along while people of one office type. */
export const searches = byNetwork('search', 60, 60);
export const suggestions = byNetwork('suggestion', 600, 60);

function byNetwork(keyPrefix: string, points: number, duration: number): AskingLimit {
	const limiter = new RateLimiterMemory({ keyPrefix, points, duration });
	return (event) => take(limiter, networkOfCaller(event));
}
