import type { RequestEvent } from '@sveltejs/kit';
import { areaFinder } from '#lib/councils/find-area.ts';
import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { Atlas } from '#lib/domain/atlas.ts';
import { rowsOf } from '#lib/domain/row-index.ts';
import { askedProposals, readProposal, type ReadProposal } from '#lib/proposals/asked.ts';
import type { ProposalRequest } from '#lib/proposals/peers.ts';
import { readProposalWhole, type ProposalReading } from '#lib/proposals/reading.ts';
import { parseProposalRequest } from '#lib/proposals/request.ts';
import { whoToAsk, type WhoToAsk } from '#lib/proposals/made-before.ts';
import { loadAreas } from '#lib/server/areas.ts';
import { loadAtlas } from '#lib/server/atlas.ts';
import { select, type Selection } from '#lib/view/selection.ts';
import { parseView } from '#lib/view/view.ts';

/** What an address says of proposals, read; every page and file of them starts from it. */
export interface LoadedProposals {
	atlas: Atlas;
	wire: AreasWire;
	read: ReadProposal[];
	request: ProposalRequest;
	/** Says from which stage on one counts, and which public records are asked for. */
	selection: Selection;
	/** One sentence each, of what is asked of the peers and the view. */
	problems: string[];
	/** Of those that could be drawn, with their place among those asked for. */
	drawn: { at: number; reading: ProposalReading }[];
	/** Place among the drawn of the one that is looked at; −1 where none is drawn. */
	shown: number;
	/** The practice that is asked about: that of the address, else what most predecessors do. */
	practice: { row: number; slug: string; name: string } | null;
}

export async function loadProposals(event: RequestEvent): Promise<LoadedProposals> {
	const search = event.url.searchParams;
	const [atlas, wire] = await Promise.all([loadAtlas(event), loadAreas(event)]);
	const known = { wire, areas: atlas.areas, find: areaFinder(wire, atlas, atlas.asOf) };
	const { request, problems } = parseProposalRequest(search);
	const { view, problems: viewProblems } = parseView(search);
	const selection = select(atlas, view);
	const read = askedProposals(search).map((asked) => readProposal(asked, known));
	const drawn = read.flatMap(({ proposal }, at) =>
		proposal === null ? [] : [{ at, reading: readProposalWhole(selection, wire, proposal, request) }]
	);
	const wanted = Number(search.get('show') ?? '1') - 1;
	const shown = Math.max(
		drawn.length === 0 ? -1 : 0,
		drawn.findIndex(({ at }) => at === wanted)
	);
	const first = drawn[shown]?.reading.inheritance.practices[0]?.row ?? mostDone(selection);
	const row = atlas.index.practiceBySlug.get(view.practices[0] ?? '') ?? first;
	const practice = row === null ? undefined : atlas.practices[row];
	return {
		...{ atlas, wire, read, request, drawn, shown },
		selection,
		problems: [...problems, ...viewProblems],
		practice:
			row === null || practice === undefined || practice.isSample
				? null
				: { row, slug: practice.slug, name: practice.name }
	};
}

/** Who was made in the same way as a proposal and does the practice that is asked about. */
export function askedAbout(
	{ selection, practice }: LoadedProposals,
	{ making }: ProposalReading
): { practice: string; answer: WhoToAsk } | null {
	return practice === null
		? null
		: { practice: practice.name, answer: whoToAsk(selection, making, practice.row) };
}

/** The practice that most organisations have on record; null where there is none. */
function mostDone({ atlas, practices }: Selection): number | null {
	const counts = [...practices].map((row) => ({
		row,
		count: atlas.practices[row]!.isSample ? -1 : rowsOf(atlas.index.adoptionsOfPractice, row).length
	}));
	const [most] = counts.sort((a, b) => b.count - a.count || a.row - b.row);
	return most === undefined || most.count < 0 ? null : most.row;
}
