import { backend, serviceClient } from './backend.ts';
import { addressHeaderIsSet } from './environment.ts';
import { markFresh } from './fresh-sign-in.ts';
import { hostnameOf, isLocalName, isLoopback, wasForwarded } from './http/local-host.ts';
import { UNAVAILABLE, unavailable } from './sign-in-result.ts';
import type { RequestEvent } from '@sveltejs/kit';
import type { SignInResult } from './sign-in-result.ts';

/** Roles of the sample network that anybody at this machine may try. */
export const SAMPLE_ROLES = ['coordinator', 'editor', 'member', 'researcher'] as const;
export type SampleRole = (typeof SAMPLE_ROLES)[number];

/**
 * Whether the sample network may be tried without an account: only by somebody at this very machine,
 * under a local name, through no proxy.
 */
export function sampleAccountsOffered(event: RequestEvent): boolean {
	const { headers } = event.request;
	const host = headers.get('host');
	const peer = event.platform?.req.socket.remoteAddress ?? event.getClientAddress();
	return (
		isLocalName(event.url.hostname) &&
		(host === null || isLocalName(hostnameOf(host) ?? '')) &&
		isLoopback(peer) &&
		!wasForwarded(headers) &&
		!addressHeaderIsSet()
	);
}

/** Signs in as a sample account, which has that one role in the sample network and none elsewhere. */
export async function signInAsSample(event: RequestEvent, role: SampleRole): Promise<SignInResult> {
	if (!sampleAccountsOffered(event)) {
		return {
			ok: false,
			status: 403,
			message: 'Sample accounts can be tried only on the machine that runs Goodways.'
		};
	}
	const opened = await backend();
	const service = serviceClient(opened);
	const { data: network } = await service
		.from('networks')
		.select('id')
		.eq('is_sample', true)
		.limit(1)
		.maybeSingle();
	if (network === null)
		return { ok: false, status: 400, message: 'There is no sample network on this server.' };

	const { tokenHash } = await opened.signInToken(`${role}@sample.example`);
	const { data, error } = await event.locals.auth.verifyOtp({
		token_hash: tokenHash,
		type: 'magiclink'
	});
	if (error !== null || data.user === null) return UNAVAILABLE;
	const granted = await service
		.from('network_roles')
		.upsert(
			{ network_id: network.id, user_id: data.user.id, role },
			{ onConflict: 'network_id,user_id,role' }
		);
	if (granted.error !== null) return unavailable(granted.error);
	await markFresh(event, data.user.id);
	return { ok: true };
}
