import { redirect } from '@sveltejs/kit';
import { isoDay } from '#lib/domain/day.ts';
import { writeFigure } from '#lib/domain/indicators/write-figure.ts';
import { THEME_WORDS } from '#lib/domain/indicators/indicator.ts';
import { canonicalSearch } from '#lib/council-peers/canonical-search.ts';
import { organisationsByCode } from '#lib/council-peers/peer-organisations.ts';
import { unpublishedInWords } from '#lib/peers/published-in-words.ts';
import { peerSearch } from '#lib/peers/peer-request.ts';
import {
	asWritten,
	MOST_PROPOSALS,
	otherParameters,
	proposalsSearch,
	type WrittenProposal
} from '#lib/proposals/asked.ts';
import { madeStories } from '#lib/proposals/made-before.ts';
import { proposalFirmness } from '#lib/proposals/peers.ts';
import { dayInWords } from '#lib/proposals/proposal.ts';
import { requestParameters } from '#lib/proposals/request.ts';
import { figureInWords, sideBySide } from '#lib/proposals/side-by-side.ts';
import { contactRoutes } from '#lib/server/peer-contacts.ts';
import { listRecordsApart } from '#lib/view/records-apart.ts';
import { indicatorStrips } from '../indicator-strips.ts';
import { askedAbout, loadProposals, type LoadedProposals } from './load-proposals.ts';
import type { PageServerLoad } from './$types';

/** People are asked for one body at a time. */
const MOST_CONTACTS = 12;

export const load: PageServerLoad = async (event) => {
	const { url } = event;
	const loaded = await loadProposals(event);
	const { atlas, read, drawn, shown, selection } = loaded;
	const written = read.map(asWritten);
	const rest = otherParameters(url.searchParams);
	if ([...read, loaded].every(({ problems }) => problems.length === 0)) canonical(loaded, url, written, rest);

	const places = drawn.map(({ at }) => at);
	return {
		proposals: read.map((one, at) => ({
			...one.asked,
			chosen: [...one.chosen].map(({ code, name }) => ({ code, name })),
			title: one.proposal?.name ?? (one.asked.name.slice(0, 60) || `Proposal ${at + 1}`),
			problems: one.problems,
			choices: one.choices,
			notes: one.notes,
			isDrawn: one.proposal !== null
		})),
		written,
		rest,
		/** Place among those asked for of the one that is looked at and drawn on. */
		shownAt:
			places[shown] ??
			Math.min(
				Math.max(0, Number(url.searchParams.get('show') ?? '1') - 1 || 0),
				Math.max(0, read.length - 1)
			),
		canAdd: read.length < MOST_PROPOSALS,
		cells: atlas.areas.flatMap(({ code, name, hex }) => (hex === null ? [] : [{ code, name, ...hex }])),
		beside:
			drawn.length < 2
				? null
				: {
						names: drawn.map(({ reading }) => reading.proposal.name),
						...sideBySide(drawn.map(({ reading }) => reading))
					},
		shown: shown < 0 ? null : await shownProposal(event, loaded),
		stories: madeStories(selection),
		recordsApart: listRecordsApart(selection),
		problems: loaded.problems,
		asOf: isoDay(atlas.asOf)
	};
};

/** Leads on to the address that one would link to, where a form sent more than it. */
function canonical(
	{ drawn, shown, request }: LoadedProposals,
	url: URL,
	written: readonly WrittenProposal[],
	rest: [string, string][]
): void {
	const peers = drawn[shown]?.reading.peers;
	const sent = new URLSearchParams(rest);
	const search =
		peers === undefined
			? proposalsSearch(written, rest)
			: proposalsSearch(written, [
					...new URLSearchParams(
						canonicalSearch(sent, peers.facts.indicators, peers.group.isCounted) ?? sent.toString()
					)
				]);
	const usual = new Set(['group', 'approximate']);
	const asked = new Map(requestParameters(request));
	const kept = [...new URLSearchParams(search)].filter(([name]) => !usual.has(name) || asked.has(name));
	const wanted = new URLSearchParams(kept).toString();
	if (wanted !== url.searchParams.toString())
		redirect(303, url.pathname + (wanted === '' ? '' : `?${wanted}`));
}

/** Everything that the page says of the proposal that is looked at. */
async function shownProposal({ locals }: Parameters<PageServerLoad>[0], loaded: LoadedProposals) {
	const { atlas, wire, request, drawn, shown, practice } = loaded;
	const { reading } = drawn[shown]!;
	const { peers, inheritance, predecessors } = reading;
	const { facts, group, row } = peers;
	const ask = askedAbout(loaded, reading);
	const organisations = organisationsByCode(atlas, wire);
	const named = [
		...(ask?.answer.holders ?? []).filter(({ isSameWay }) => isSameWay).map(({ council }) => council.slug),
		...predecessors.bodies.map(({ slug }) => slug)
	];
	const held = new Set(inheritance.practices.map((one) => one.row));
	return {
		name: reading.proposal.name,
		begins: dayInWords(reading.proposal),
		type: reading.type,
		parts: reading.parts,
		making: reading.making,
		counties: reading.counties,
		cutOff: reading.cutOff,
		figures: reading.figures.map((figure) => ({
			key: figure.indicator.column,
			label: figure.indicator.label,
			theme: THEME_WORDS[figure.indicator.theme],
			words: figureInWords(figure),
			making: figure.making,
			made: figure.made,
			range:
				figure.range === null
					? null
					: [figure.range.least, figure.range.most].map(({ name, value }) => ({
							name,
							words: writeFigure(value, figure.indicator)
						})),
			source: `${figure.indicator.source}, ${figure.indicator.vintage} (${figure.indicator.licence})`
		})),
		request: { ...request, within: 'type' as const },
		finding: peers.finding,
		group: {
			name: group.name,
			size: group.rows.length,
			note: group.note,
			isCounted: group.isCounted,
			unpublished: unpublishedInWords(facts.indicators, group.unpublished)
		},
		indicators: facts.indicators,
		weights: peers.weights,
		leftOut: facts.leftOut,
		approximateShare: peers.approximateShare,
		standInShare: peers.standInShare,
		approximate: peers.approximate,
		withoutApproximate: peers.withoutApproximate,
		strips: indicatorStrips(facts, group.rows, row),
		reading: peers.finding.refusal === null ? proposalFirmness(peers, request) : null,
		slugs: Object.fromEntries(
			peers.finding.peers.map(({ code }) => {
				const organisation = organisations.get(code);
				return [code, organisation === undefined ? null : atlas.organisations.slug[organisation]!];
			})
		),
		peerSearch: peerSearch({ ...request, within: 'type' }),
		losses: reading.losses,
		predecessors,
		inheritance,
		practice,
		choices: atlas.practices
			.flatMap(({ slug, name, isSample }, at) => (isSample ? [] : [{ slug, name, isHeld: held.has(at) }]))
			.sort((a, b) => Number(b.isHeld) - Number(a.isHeld) || a.name.localeCompare(b.name, 'en-GB')),
		ask: ask?.answer ?? null,
		contacts: Object.fromEntries(
			practice === null ? [] : await contactRoutes(locals.supabase, practice.slug, named, MOST_CONTACTS)
		)
	};
}
