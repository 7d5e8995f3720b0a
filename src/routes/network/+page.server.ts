import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { networksOf } from '#lib/server/caller.ts';
import { listSettledPairs, openIntroduction } from '#lib/server/introductions.ts';
import { joinRepeated } from '#lib/view/form-search.ts';
import { parseChoice } from '#lib/view/network-choice.ts';
import { parseView, viewSearch } from '#lib/view/view.ts';
import { computed } from '../answers.ts';
import { parseForm } from '../form-input.ts';
import { parseList } from '#lib/view/list-address.ts';
import { askedOfServer } from './network-address.ts';
import { NODE_ORDER, NODE_SORTS } from './network-table.ts';
import type { Actions, PageServerLoad } from './$types';

/** The network in words and numbers, who should meet in it, and the table; the picture is the browser's. */
export const load: PageServerLoad = async (event) => {
	const search = event.url.searchParams;
	const joined = event.untrack(() => joinRepeated(search));
	if (joined !== null) redirect(303, `/network${joined}`);

	const { view } = parseView(search);
	// Whatever else is chosen must neither load this again nor be measured apart.
	const { choice } = parseChoice(askedOfServer(search));
	const { problems } = event.untrack(() => parseChoice(search));
	const { list, problems: listProblems } = parseList(search, NODE_SORTS, NODE_ORDER);
	const [settled, caller] = await Promise.all([listSettledPairs(event, view.network), event.locals.caller()]);
	const coordinated = networksOf(caller, 'coordinator').map(({ slug, name }) => ({ slug, name }));
	const page = await computed(event, 'network-page', { view, choice, list, settled });
	return {
		...page,
		canOpen: coordinated.some(({ slug }) => slug === view.network),
		coordinated,
		problems: [...page.problems, ...problems, ...listProblems]
	};
};

const slug = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), v.maxLength(120));
const introduction = v.object({
	a: slug,
	b: slug,
	reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(2000))
});

const ANSWERS = {
	opened: 'The introduction is open. It is kept with the others of this network.',
	known: 'These two were introduced before; the earlier introduction stands.',
	refused: 'Only the coordinators of this network can open an introduction.',
	unknown: 'One of the two, or the network, could not be found.'
};

export const actions: Actions = {
	introduce: async (event) => {
		const { view } = parseView(event.url.searchParams);
		if ((await event.locals.session()) === null) {
			redirect(303, `/auth/sign-in?next=${encodeURIComponent(`/network${viewSearch(view)}`)}`);
		}
		const { output } = await parseForm(event.request, introduction);
		if (output === null || view.network === null) {
			return fail(400, { isOpened: false, message: ANSWERS.unknown });
		}
		const opened = await openIntroduction(event, view.network, [output.a, output.b], output.reason);
		const answer = { isOpened: opened === 'opened', message: ANSWERS[opened] };
		return opened === 'opened' ? answer : fail(opened === 'refused' ? 403 : 409, answer);
	}
};
