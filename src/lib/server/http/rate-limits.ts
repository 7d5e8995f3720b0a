import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { environment } from '../environment.ts';
import { isLoopback, wasForwarded } from './local-host.ts';
import type { Handle, RequestEvent } from '@sveltejs/kit';

/** Attempts to sign in or sign up, by address. */
const SIGN_IN = { points: 40, duration: 600 };
/** Anything that writes, by address. */
const WRITES = { points: 240, duration: 60 };

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses an address that signs in or writes far more often than a person does. */
export const limitRates = rateLimits(
	new RateLimiterMemory({ keyPrefix: 'sign-in', ...SIGN_IN }),
	new RateLimiterMemory({ keyPrefix: 'writes', ...WRITES })
);

export function rateLimits(signIn: RateLimiterMemory, writes: RateLimiterMemory): Handle {
	return async ({ event, resolve }) => {
		if (READING.has(event.request.method) || isLocalTool(event)) return resolve(event);
		const limiter = isSignIn(event) ? signIn : writes;
		const waitSeconds = await take(limiter, event.getClientAddress());
		return waitSeconds === null ? resolve(event) : tooMany(waitSeconds);
	};
}

/** Trying a sample account guesses nothing, so it counts as a write. */
function isSignIn({ url }: RequestEvent): boolean {
	const action = [...url.searchParams.keys()].find((key) => key.startsWith('/'));
	return url.pathname.startsWith('/auth/') && action !== '/sample';
}

/** Tests and tools of this machine at the embedded API, which is open for them only. */
function isLocalTool({ url, request, platform }: RequestEvent): boolean {
	return (
		environment().embeddedApi &&
		/^\/(rest|auth)\/v1\//.test(url.pathname) &&
		isLoopback(platform?.req.socket.remoteAddress ?? '') &&
		!wasForwarded(request.headers)
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

function tooMany(waitSeconds: number): Response {
	const minutes = Math.ceil(waitSeconds / 60);
	return new Response(
		`Too many attempts from your address. Please wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`} and try again.\n`,
		{
			status: 429,
			headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': String(waitSeconds) }
		}
	);
}
