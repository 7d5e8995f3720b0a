import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { isoDay } from '#lib/domain/day.ts';
import { madeStories } from '#lib/proposals/made-before.ts';
import { proposalTables, type ProposalTable } from '#lib/proposals/tables.ts';
import { askedAbout, loadProposals, type LoadedProposals } from './load-proposals.ts';

/** All that is said of the proposals of an address, for a file. */
export interface ProposalDownload {
	loaded: LoadedProposals;
	tables: ProposalTable[];
	/** ISO day of the records. */
	asOf: string;
	/** Name of the file, without its ending. */
	name: string;
}

/** Reads what an address asks, as the page does; 400 in one sentence where none can be drawn, or something is wrong. */
export async function loadDownload(event: RequestEvent): Promise<ProposalDownload> {
	const loaded = await loadProposals(event);
	// A file does not show a sentence beside it, so what cannot be read is refused.
	const [problem] = [...loaded.read, loaded].flatMap(({ problems }) => problems);
	if (problem !== undefined) error(400, problem);
	if (loaded.drawn.length === 0) error(400, 'Choose two or more areas: no area was given.');
	const asOf = isoDay(loaded.atlas.asOf);
	return {
		loaded,
		tables: proposalTables(
			loaded.drawn.map(({ reading }) => reading),
			{
				ask: loaded.drawn.map(({ reading }) => askedAbout(loaded, reading)),
				stories: madeStories(loaded.selection)
			}
		),
		asOf,
		name: `goodways-proposals-${asOf}`
	};
}
