import { error, fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { formatDay } from '#lib/domain/day.ts';
import { ORGANISATION_KINDS } from '#lib/domain/vocabulary.ts';
import { forgetAtlasVersion, loadAtlas } from '#lib/server/atlas.ts';
import { assertRead, refusalOf } from '#lib/server/database-fault.ts';
import { relatedLinks } from '#lib/learning/related.ts';
import { parseForm, SIGNED_OUT } from '../../form-input.ts';
import type { Actions, PageServerLoad } from './$types';

const ratingSchema = v.object({ score: v.picklist(['1', '2', '3', '4', '5'], 'Choose from one to five.') });
const replySchema = v.object({
	body: v.pipe(
		v.string('Write your reply.'),
		v.trim(),
		v.nonEmpty('Write your reply.'),
		v.maxLength(4000, 'Use at most 4,000 letters.')
	),
	signed_as: v.pipe(
		v.string('Enter the name to show with your reply.'),
		v.trim(),
		v.nonEmpty('Enter the name to show with your reply, for example “Ann, Rochdale”.'),
		v.maxLength(120, 'Use at most 120 letters.')
	)
});

const MOST_REPLIES = 200;
const MOST_RELATED = 5;

export const load: PageServerLoad = async (event) => {
	const { params, locals } = event;
	const atlas = await loadAtlas(event);
	const row = atlas.index.linkBySlug.get(params.slug);
	if (row === undefined) error(404, 'There is no learning link at this address, or you cannot see it.');
	const link = atlas.links[row]!;

	const { data: details, error: unread } = await locals.supabase
		.from('learning_links')
		.select('id, question, language, is_mirror, archive_url, source_url, note')
		.eq('slug', params.slug)
		.maybeSingle();
	assertRead(unread, 'The learning link');
	const session = await locals.session();
	const [replies, own] =
		details === null
			? [null, null]
			: await Promise.all([
					locals.supabase
						.from('replies')
						.select('id, signed_as, body, status, written_at')
						.eq('link_id', details.id)
						.order('written_at', { ascending: false })
						.limit(MOST_REPLIES),
					session === null
						? null
						: locals.supabase
								.from('ratings')
								.select('score')
								.eq('link_id', details.id)
								.eq('user_id', session.userId)
								.maybeSingle()
				]);
	assertRead(replies?.error ?? own?.error ?? null, 'What readers say');

	return {
		isSample: link.isSample,
		link: {
			slug: link.slug,
			title: link.title,
			url: link.url,
			kind: link.kind,
			publisher: link.publisher,
			summary: link.summary,
			rating: link.rating,
			startsAt: link.startsAt,
			published: link.publishedOn === null ? null : formatDay(link.publishedOn, link.publishedPrecision)
		},
		practices: link.practices.map((at) => {
			const { slug, name } = atlas.practices[at]!;
			return { slug, name };
		}),
		characteristics: link.characteristics.map((at) => atlas.characteristics[at]!.label),
		organisations: link.organisations.map(({ organisation, role }) => ({
			slug: atlas.organisations.slug[organisation]!,
			name: atlas.organisations.name[organisation]!,
			kind: ORGANISATION_KINDS[atlas.organisations.kind[organisation]!]!,
			role
		})),
		question: details?.question ?? null,
		related: relatedLinks(atlas, row, MOST_RELATED),
		isMirror: details?.is_mirror ?? false,
		archiveUrl: details?.archive_url ?? null,
		sourceUrl: details?.source_url ?? null,
		note: details?.note ?? null,
		hasMoreReplies: (replies?.data ?? []).length === MOST_REPLIES,
		replies: (replies?.data ?? []).reverse().map(({ id, signed_as, body, status, written_at }) => ({
			id,
			signedAs: signed_as,
			body,
			isWaiting: status !== 'shown',
			writtenOn: formatDay(Math.floor(Date.parse(written_at) / 86_400_000))
		})),
		ownScore: own?.data?.score ?? null
	};
};

export const actions: Actions = {
	rate: async ({ request, locals, params }) => {
		const session = await locals.session();
		if (session === null) redirect(303, signInFor(params.slug));
		const { errors, output } = await parseForm(request, ratingSchema);
		if (output === null) return fail(400, { errors });
		const link = await findLink(locals, params.slug);
		const { error: refused } = await locals.supabase
			.from('ratings')
			.upsert(
				{ link_id: link, user_id: session.userId, score: Number(output.score) },
				{ onConflict: 'link_id,user_id' }
			);
		if (refused !== null) {
			const { status, message } = refusalOf(refused, 'Your rating could not be saved. Please try again.');
			return fail(status, { errors: { score: message } });
		}
		forgetAtlasVersion();
		return { rated: true };
	},

	reply: async ({ request, locals, params }) => {
		const { values, errors, output } = await parseForm(request, replySchema);
		if ((await locals.session()) === null) return fail(401, { values, errors: { '': SIGNED_OUT } });
		if (output === null) return fail(400, { values, errors });
		const link = await findLink(locals, params.slug);
		const { error: refused } = await locals.supabase.from('replies').insert({ link_id: link, ...output });
		if (refused !== null) {
			const { status, message } = refusalOf(refused, 'Your reply could not be saved. Please try again.');
			return fail(status, { values, errors: { body: message } });
		}
		return { replied: true };
	}
};

function signInFor(slug: string): string {
	return `/auth/sign-in?next=${encodeURIComponent(`/learning/${slug}`)}`;
}

async function findLink(locals: App.Locals, slug: string): Promise<string> {
	const { data, error: unread } = await locals.supabase
		.from('learning_links')
		.select('id')
		.eq('slug', slug)
		.maybeSingle();
	assertRead(unread, 'The learning link');
	if (data === null) error(404, 'There is no learning link at this address, or you cannot see it.');
	return data.id;
}
