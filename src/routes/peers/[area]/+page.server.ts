import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { DomainError } from '#lib/domain/errors.ts';
import { councilType } from '#lib/councils/council-types.ts';
import { findPeers, prepareGroup } from '#lib/peers/peer-finding.ts';
import { parsePastedList } from '#lib/peers/pasted-list.ts';
import { unpublishedInWords } from '#lib/peers/published-in-words.ts';
import { parsePeerRequest, peerSearch, requestedWeights } from '#lib/peers/peer-request.ts';
import { contactRoutes } from '#lib/server/peer-contacts.ts';
import { savePeerSet } from '#lib/server/peer-sets.ts';
import { listRecordsApart } from '#lib/view/records-apart.ts';
import { select } from '#lib/view/selection.ts';
import { parseView } from '#lib/view/view.ts';
import { parseForm } from '../../form-input.ts';
import { placeHoldings } from '#lib/council-peers/atlas-holdings.ts';
import { canonicalSearch } from '#lib/council-peers/canonical-search.ts';
import { loadCouncil } from '../council-page.ts';
import { readUpload } from '../list-upload.ts';
import { placeFrameworks } from '#lib/council-peers/place-profile.ts';
import { likenessCells } from '#lib/council-peers/likeness-cells.ts';
import { organisationsByCode } from '#lib/council-peers/peer-organisations.ts';
import { countedStages, peerPractices, practicePeers } from '#lib/council-peers/peer-practices.ts';
import { prepareModels, readOwnList, readPeers } from '#lib/peers/peer-reading.ts';
import { indicatorStrips } from '../indicator-strips.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { params, url, locals } = event;
	const council = await loadCouncil(event, params.area);
	if ('moved' in council) {
		const search = new URLSearchParams(url.searchParams);
		if (council.note !== null) search.set('asked', params.area);
		redirect(303, `/peers/${council.moved}${search.size === 0 ? '' : `?${search.toString()}`}`);
	}
	const { atlas, areas, facts, row, code, name } = council;
	const { request, problems } = parsePeerRequest(url.searchParams);
	const prepared = prepareModels(facts, row, request.within);
	const { group } = prepared[request.model];
	const canonical = canonicalSearch(url.searchParams, facts.indicators, group.isCounted);
	if (canonical !== null) redirect(303, url.pathname + canonical);

	const { view, problems: viewProblems } = parseView(url.searchParams);
	const weights = requestedWeights(request, facts.indicators, group.isCounted);
	const finding = findPeers(prepared[request.model], weights, request.count);

	const organisations = organisationsByCode(atlas, areas);
	const peerRows = finding.peers.flatMap((peer) => organisations.get(peer.code) ?? []);
	const me = organisations.get(code) ?? null;
	const selection = select(atlas, view);
	const holdings = placeHoldings(selection, areas);
	const practices = peerPractices(selection, holdings, me, peerRows, countedStages(view.countFrom));
	const chosen =
		practices.choices.find(({ slug }) => slug === (view.practices[0] ?? practices.toLearn[0]?.slug)) ??
		practices.choices[0];
	const holders =
		chosen === undefined ? null : practicePeers(atlas, holdings, chosen.row, peerRows, view.countFrom);
	const slugOf = (peer: string) => {
		const organisation = organisations.get(peer);
		return organisation === undefined ? null : atlas.organisations.slug[organisation]!;
	};

	return {
		code,
		name,
		type: councilType(facts.areas[row]!.kind),
		isCouncil: facts.areas[row]!.kind !== 'combined authority',
		region: facts.areas[row]!.region,
		slug: slugOf(code),
		request,
		group: {
			name: group.name,
			size: group.rows.length,
			note: group.note,
			isCounted: group.isCounted,
			unpublished: unpublishedInWords(facts.indicators, group.unpublished)
		},
		leftOut: facts.leftOut,
		indicators: facts.indicators,
		weights,
		finding,
		strips: indicatorStrips(facts, group.rows, row),
		reading: finding.refusal === null ? readPeers(prepared, request) : null,
		cells: likenessCells(atlas, areas, code),
		slugs: Object.fromEntries(finding.peers.map((peer) => [peer.code, slugOf(peer.code)])),
		practices,
		apart: listRecordsApart(selection),
		frameworks: placeFrameworks(atlas, areas, code),
		countFrom: view.countFrom,
		inherited: view.inherited,
		chosen:
			chosen === undefined || holders === null
				? null
				: {
						slug: chosen.slug,
						name: chosen.name,
						...holders,
						contacts: Object.fromEntries(
							await contactRoutes(locals.supabase, chosen.slug, [
								...new Set(holders.holders.map(({ by }) => by.slug))
							])
						)
					},
		asked: url.searchParams.get('asked') === null ? null : await formerNote(event, code),
		problems: [...problems, ...viewProblems]
	};
};

/** Said when the address was asked for by a former code or name. */
async function formerNote(event: Parameters<PageServerLoad>[0], code: string): Promise<string | null> {
	const asked = event.url.searchParams.get('asked') ?? '';
	const council = await loadCouncil(event, asked);
	return 'moved' in council && council.moved === code ? council.note : null;
}

const saveSchema = v.object({
	'set-name': v.pipe(
		v.string('Give the list a name.'),
		v.trim(),
		v.minLength(1, 'Give the list a name.'),
		v.maxLength(120, 'Use at most 120 letters.')
	),
	shared: v.optional(v.literal('on'))
});

export const actions: Actions = {
	/** Sets a list that somebody brought beside the models; nothing of it is kept. */
	compare: async (event) => {
		const council = await loadCouncil(event, event.params.area);
		if ('moved' in council) return fail(400, { errors: { list: 'This council’s address has changed.' } });
		const upload = await readUpload(event.request);
		if (!upload.ok) return fail(400, { list: upload.typed, errors: { list: upload.message } });
		const { atlas, areas, facts, row, find, code } = council;
		const { request } = parsePeerRequest(event.url.searchParams);
		const nameOf = (listed: string) =>
			[...atlas.areas, ...areas.upper].find((area) => area.code === listed)?.name ?? listed;
		const prepared = prepareModels(facts, row, request.within);
		const weights = requestedWeights(request, facts.indicators, prepared.zscore.group.isCounted);
		try {
			const { codes, unknown, ambiguous, repeated } = parsePastedList(upload.text, (entry) => {
				const found = find(entry);
				return found.ok
					? { code: found.code, may: [] }
					: { code: null, may: found.choices.map((choice) => choice.code) };
			});
			const others = codes.filter((listed) => listed !== code);
			if (others.length === 0) {
				return fail(400, {
					list: upload.typed,
					errors: { list: 'None of the lines names a council. Write one name or code a line.' }
				});
			}
			return {
				list: upload.typed,
				own: {
					...readOwnList(prepared, weights, others, nameOf),
					read: others.length,
					unknown: unknown.slice(0, 20),
					ambiguous: ambiguous
						.map(({ entry, codes: may }) => ({ entry, names: may.map(nameOf) }))
						.slice(0, 20),
					repeated: repeated.length
				}
			};
		} catch (cause) {
			if (!(cause instanceof DomainError)) throw cause;
			return fail(400, { list: upload.typed, errors: { list: cause.message } });
		}
	},

	/** Keeps the list as it stands, under a name. */
	save: async (event) => {
		const { request } = parsePeerRequest(event.url.searchParams);
		const back = encodeURIComponent(event.url.pathname + peerSearch(request));
		if ((await event.locals.session()) === null) redirect(303, `/auth/sign-in?next=${back}`);
		const council = await loadCouncil(event, event.params.area);
		const { values, errors, output } = await parseForm(event.request, saveSchema);
		if (output === null || 'moved' in council) return fail(400, { values, errors });
		const { facts, row, code } = council;
		const prepared = prepareGroup(facts, row, request.within, request.model);
		const weights = requestedWeights(request, facts.indicators, prepared.group.isCounted);
		const { peers, version } = findPeers(prepared, weights, request.count);
		if (peers.length === 0) return fail(400, { values, errors: { 'set-name': 'There is no list to save.' } });
		const saved = await savePeerSet(event, {
			name: output['set-name'],
			codes: [code, ...peers.map((peer) => peer.code)],
			isShared: output.shared === 'on',
			origin: version === null ? null : { councilCode: code, search: peerSearch(request), ...version }
		});
		redirect(303, `/peers/sets/${saved}`);
	}
};
