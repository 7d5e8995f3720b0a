import * as v from 'valibot';
import type { Client } from '../backend.ts';
import type { Mail } from '../mail.ts';
import { layOut } from './letter.ts';
import type { Letter } from './letter.ts';

/** A mail as it was written down. */
export interface PostedMail {
	id: string;
	network_id: string | null;
	template: string;
	recipient: string;
	about: unknown;
}

/** What the text of a mail is made of. */
export interface Making {
	/** Reads whatever the mail is about. */
	service: Client;
	/** Makes the tokens of links. */
	linkKey: string;
	now: Date;
}

/**
 * Makes the words of one kind of mail from the rows it is about.
 *
 * @returns null when there is nothing to say any more, because the rows are gone or what was asked has been done
 */
export type Template = (making: Making, posted: PostedMail) => Promise<Letter | null>;

/** How post leaves. */
export interface Carrier {
	/** Address of the site, for links. */
	origin: string;
	/** Null: there is no mail server, and mails are kept for coordinators to open. */
	send: ((mail: Mail) => Promise<void>) | null;
}

/** How many mails were sent, kept, put off and given up in one run. */
export interface PostRun {
	sent: number;
	kept: number;
	later: number;
	failed: number;
	unsure: number;
}

const MOST_AT_ONCE = 20;
/** The types of a function's columns all allow null. */
const Claimed = v.array(
	v.object({
		id: v.string(),
		network_id: v.nullable(v.string()),
		template: v.string(),
		recipient: v.string(),
		about: v.unknown(),
		claim: v.string()
	})
);

/**
 * Sends what is due: each mail is claimed, made and sent, one after another, and reported at once. A run that is
 * stopped leaves the mail in hand claimed, so that it is found to be unsure and never sent twice by itself.
 *
 * @param goOn whether there is time for one more mail
 */
export async function sendPost(
	{ service, linkKey }: Pick<Making, 'service' | 'linkKey'>,
	templates: ReadonlyMap<string, Template>,
	carrier: Carrier,
	goOn: () => boolean
): Promise<PostRun> {
	const run: PostRun = { sent: 0, kept: 0, later: 0, failed: 0, unsure: 0 };
	run.unsure = Number(await answer(service.rpc('give_up_mails', {}), 'Mails of servers that stopped')) || 0;
	for (let taken = 0; taken < MOST_AT_ONCE && goOn(); taken += 1) {
		const claimed = await answer(service.rpc('claim_mails', { most: 1 }), 'The mails that are due');
		const mail = v.parse(Claimed, claimed)[0];
		if (mail === undefined) break;
		const { outcome, fault } = await deliver({ service, linkKey, now: new Date() }, templates, carrier, mail);
		const state = await answer(
			service.rpc('report_mail', {
				mail: mail.id,
				claimed_as: mail.claim,
				outcome,
				...(fault === null ? {} : { fault })
			}),
			'What became of a mail'
		);
		run[state === 'sent' || state === 'kept' || state === 'failed' ? state : 'later'] += 1;
	}
	return run;
}

/** The text of a mail; null when there is nothing to say any more. */
export async function makeMail(
	making: Making,
	templates: ReadonlyMap<string, Template>,
	posted: PostedMail,
	origin: string
): Promise<Mail | null> {
	const template = templates.get(posted.template);
	if (template === undefined) throw new Error(`There is no template "${posted.template}".`);
	const letter = await template(making, posted);
	return letter === null ? null : { to: posted.recipient, ...layOut(letter, origin) };
}

interface Delivered {
	outcome: 'sent' | 'kept' | 'refused' | 'later';
	/** For the coordinator; never the text of the mail. */
	fault: string | null;
}

async function deliver(
	making: Making,
	templates: ReadonlyMap<string, Template>,
	carrier: Carrier,
	posted: PostedMail
): Promise<Delivered> {
	let mail: Mail | null;
	try {
		mail = await makeMail(making, templates, posted, carrier.origin);
	} catch {
		// The database may be away: what it is about can be read later.
		return { outcome: 'later', fault: 'The text could not be made.' };
	}
	if (mail === null) return { outcome: 'refused', fault: 'There was nothing left to say.' };
	if (carrier.send === null) return { outcome: 'kept', fault: null };
	try {
		await carrier.send(mail);
		return { outcome: 'sent', fault: null };
	} catch (cause) {
		return faultOf(cause);
	}
}

/** A mail server that says no for good (5xx) is not asked again; one that was not reached, or is busy, is. */
function faultOf(cause: unknown): Delivered {
	const { responseCode } = (cause ?? {}) as { responseCode?: number };
	if (responseCode !== undefined && responseCode >= 500)
		return { outcome: 'refused', fault: `The mail server refused it (${responseCode}).` };
	return {
		outcome: 'later',
		fault:
			responseCode === undefined
				? 'The mail server could not be reached.'
				: `The mail server asked to try later (${responseCode}).`
	};
}

interface Answered<T> {
	data: T | null;
	error: { message: string } | null;
}

async function answer<T>(asked: PromiseLike<Answered<T>>, what: string): Promise<T> {
	const { data, error } = await asked;
	if (error !== null) throw new Error(`${what} could not be read: ${error.message}`);
	return data as T;
}
