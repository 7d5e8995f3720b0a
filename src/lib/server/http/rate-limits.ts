import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { addressHeaderIsSet, environment } from '../environment.ts';
import { log } from '../log.ts';
import { isEmbeddedApi } from './embedded-path.ts';
import { isLoopback, wasForwarded } from './local-host.ts';
import { networkOfCaller } from './network-address.ts';
import type { Handle, RequestEvent } from '@sveltejs/kit';

/** Attempts to sign in, by network. */
const SIGN_IN = { points: 40, duration: 600 };
/** Anything that writes, by network. */
const WRITES = { points: 240, duration: 60 };

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses a network that signs in or writes far more often than a person does. */
export const limitRates = rateLimits(
	new RateLimiterMemory({ keyPrefix: 'sign-in', ...SIGN_IN }),
	new RateLimiterMemory({ keyPrefix: 'writes', ...WRITES }),
	(words) => log().warn(words)
);

/** @param warn takes a sentence for the operator, once, when the limits count a proxy instead of its callers */
export function rateLimits(
	signIn: RateLimiterMemory,
	writes: RateLimiterMemory,
	warn: (words: string) => void
): Handle {
	let hasWarned = false;
	return async ({ event, resolve }) => {
		if (!hasWarned && wasForwarded(event.request.headers) && !addressHeaderIsSet()) {
			hasWarned = true;
			warn(
				'Requests come through a proxy, but ADDRESS_HEADER is not set: everybody is counted as one caller. Set it to the header that carries the caller’s address.'
			);
		}
		if (READING.has(event.request.method) || isLocalTool(event)) return resolve(event);
		const limiter = isSignIn(event) ? signIn : writes;
		const waitSeconds = await take(limiter, networkOfCaller(event));
		return waitSeconds === null ? resolve(event) : tooMany(waitSeconds);
	};
}

/**
 * The route counts, not the address, which can be spelt in many ways. Trying a sample account guesses
 * nothing, so it counts as a write.
 */
function isSignIn(event: RequestEvent): boolean {
	const { url, route } = event;
	if (isEmbeddedApi(event)) return url.pathname.startsWith('/auth/');
	// Only pages have actions: at the API the words mean nothing, and would hide an attempt.
	const action = [...url.searchParams.keys()].find((key) => key.startsWith('/'));
	return route.id?.startsWith('/auth/') === true && action !== '/sample';
}

/** Tests and tools of this machine at the embedded API, which is open for them only. */
function isLocalTool(event: RequestEvent): boolean {
	return (
		environment().embeddedApi &&
		isEmbeddedApi(event) &&
		isLoopback(event.platform?.req.socket.remoteAddress ?? '') &&
		!wasForwarded(event.request.headers)
	);
}

/** Counts one; null when it is allowed, else the seconds until the next may come. */
export async function take(limiter: RateLimiterMemory, key: string): Promise<number | null> {
	try {
		await limiter.consume(key);
		return null;
	} catch (refusal) {
		if (refusal instanceof RateLimiterRes) return Math.ceil(refusal.msBeforeNext / 1000);
		throw refusal;
	}
}

/** How long to wait, in words. */
export function waitWords(waitSeconds: number): string {
	const minutes = Math.ceil(waitSeconds / 60);
	return minutes <= 1 ? 'a minute' : `${minutes} minutes`;
}

function tooMany(waitSeconds: number): Response {
	return new Response(
		`Too many attempts from your address. Please wait ${waitWords(waitSeconds)} and try again.\n`,
		{
			status: 429,
			headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': String(waitSeconds) }
		}
	);
}
