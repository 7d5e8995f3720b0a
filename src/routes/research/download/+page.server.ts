import { researchNetworks } from '../research-networks.ts';
import { listDownloads } from './download-log.ts';
import { TERMS, TERMS_VERSION } from './terms.ts';
import type { PageServerLoad } from './$types';

const PROBLEMS: Record<string, string> = {
	terms: 'Tick that you accept the terms before you download the rows.',
	purpose: 'Say in a few words what the rows are for.',
	network: 'Choose a network in which you are a researcher or coordinator.'
};

/** The terms, and the networks whose rows the reader may download. */
export const load: PageServerLoad = async (event) => ({
	terms: TERMS,
	termsVersion: TERMS_VERSION,
	research: researchNetworks(await event.locals.caller()),
	downloads: await listDownloads(event),
	of: event.url.searchParams.get('of'),
	purpose: event.url.searchParams.get('purpose') ?? '',
	problem: PROBLEMS[event.url.searchParams.get('problem') ?? ''] ?? null
});
