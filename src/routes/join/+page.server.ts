import { fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { ORGANISATION_KINDS } from '#lib/domain/vocabulary.ts';
import { councilsOf } from '#lib/councils/known-councils.ts';
import { typedCouncil } from '#lib/councils/typed-council.ts';
import { loadAtlas } from '#lib/server/atlas.ts';
import { assertRead, refusalOf } from '#lib/server/database-fault.ts';
import { requestsToJoin } from '#lib/server/http/asking-limits.ts';
import { waitWords } from '#lib/server/http/rate-limits.ts';
import { webHost } from '#lib/ui/web-host.ts';
import { parseForm } from '../form-input.ts';
import type { Actions, PageServerLoad } from './$types';

const line = (missing: string, most: number) =>
	v.pipe(v.string(missing), v.trim(), v.nonEmpty(missing), v.maxLength(most, `Use at most ${most} letters.`));

const schema = v.object({
	network: v.pipe(
		line('Choose the network that you want to join.', 120),
		v.regex(/^[a-z0-9-]+$/, 'There is no such network to join. Choose one of the list.')
	),
	organisation: line('Enter the name of your organisation.', 200),
	kind: v.picklist(ORGANISATION_KINDS, 'Choose the kind of organisation.'),
	website: v.pipe(
		v.string('Enter a web address, or leave this empty.'),
		v.trim(),
		v.maxLength(500, 'Use at most 500 letters.'),
		v.check(
			(text) => text === '' || webHost(text) !== null,
			'Enter a whole address that begins with https://'
		)
	),
	name: line('Enter your name.', 160),
	email: v.pipe(
		line('Enter your e-mail address.', 254),
		v.email('Enter an e-mail address like name@example.org.')
	),
	message: v.pipe(v.string(), v.trim(), v.maxLength(2000, 'Use at most 2,000 letters.'))
});

/** What the database answers when a network had as many requests this week as it takes. */
const TOO_MANY = 'PT429';
const TOO_MANY_WAIT =
	'This network has had more requests this week than it can answer. Please try again in a few days.';

export const load: PageServerLoad = async (event) => {
	const atlas = await loadAtlas(event);
	return {
		// Nobody joins a public record.
		joinable: atlas.networks.flatMap(({ slug, name, summary, url, membershipKind, isSample, isRecord }) =>
			isRecord ? [] : [{ slug, name, summary, url, membershipKind, isSample }]
		)
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { locals } = event;
		const { values, errors, output } = await parseForm(event.request, schema);
		if (output === null) return fail(400, { values, errors });
		// Whoever answers the request must know which council it is, and not by a name that two have.
		const atlas = output.kind === 'council' ? await loadAtlas(event) : null;
		const organisation =
			atlas === null
				? { ok: true as const, name: output.organisation }
				: typedCouncil(output.organisation, councilsOf(atlas), atlas.asOf);
		if (!organisation.ok) return fail(400, { values, errors: { organisation: organisation.message } });
		const waitSeconds = await requestsToJoin(event);
		if (waitSeconds !== null) {
			const message = `Too many requests came from your address. Please wait ${waitWords(waitSeconds)}; what you typed stays here.`;
			return fail(429, { values, errors: { '': message } });
		}
		// The request itself answers nothing, so a network that is not there would be thanked for.
		const known = await locals.visitor.from('networks').select('id').eq('slug', output.network).maybeSingle();
		assertRead(known.error, 'The network');
		if (known.data === null) {
			return fail(400, {
				values,
				errors: { network: 'There is no such network to join. Choose one of the list.' }
			});
		}
		const { error } = await locals.supabase.rpc('request_to_join', {
			network_slug: output.network,
			organisation_name: organisation.name,
			kind: output.kind,
			contact_name: output.name,
			contact_email: output.email,
			...(output.website === '' ? {} : { website: output.website }),
			...(output.message === '' ? {} : { message: output.message })
		});
		if (error?.code === TOO_MANY) {
			return fail(429, { values, errors: { '': TOO_MANY_WAIT } });
		}
		if (error !== null) {
			const { status, message } = refusalOf(
				error,
				'This could not be sent. Check what you entered and try again.'
			);
			return fail(status, { values, errors: { '': message } });
		}
		return { sent: output.network };
	}
};
