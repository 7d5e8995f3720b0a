import { sinceWhen } from '#lib/domain/counting.ts';
import type { Day } from '#lib/domain/day.ts';
import { EVIDENCE_LEVELS } from '#lib/domain/vocabulary.ts';
import type { EvidenceLevel } from '#lib/domain/vocabulary.ts';
import { countedAdoptions } from '#lib/view/adopters.ts';
import { anyInWindow } from '#lib/view/date-window.ts';
import { practicesShowing } from '#lib/view/reach.ts';
import type { Selection } from '#lib/view/selection.ts';
import { matchesWords, searchWords } from '#lib/view/words.ts';

export const CATALOGUE_SORTS = ['adopters', 'name', 'latest'] as const;
export type CatalogueSort = (typeof CATALOGUE_SORTS)[number];
export const USUAL_ORDER = { sort: 'adopters', isDescending: true } as const;

export interface CatalogueEntry {
	row: number;
	slug: string;
	name: string;
	summary: string | null;
	evidenceLevel: EvidenceLevel | null;
	originator: string | null;
	isSample: boolean;
	characteristics: string[];
	/** Organisations of the view that do it on the view's date. */
	adopters: number;
	/** Days on which those who ever did took it up, as far as recorded, up to the date. */
	startDays: Day[];
}

/**
 * The practices of a selection: its words and characteristics choose practices, its kinds, regions, network
 * and date choose the organisations that are counted.
 */
export function listCatalogue(
	selection: Selection,
	{ sort, isDescending }: { sort: CatalogueSort; isDescending: boolean }
): CatalogueEntry[] {
	const { atlas, view, window } = selection;
	const words = searchWords(view.query);
	const organisations = forOrganisations(selection);
	const network = view.network === null ? null : (atlas.index.networkBySlug.get(view.network) ?? -1);

	// What shows the network's characteristics is its own, also where nobody has it in place any longer.
	const showing =
		selection.movement === null || network === null ? null : practicesShowing(selection, network);

	const entries: CatalogueEntry[] = [];
	atlas.practices.forEach((practice, row) => {
		if (!selection.practices.has(row) || (network === null && practice.isSample)) return;
		if (!matchesWords(`${practice.name} ${practice.summary ?? ''}`, words)) return;

		const adopters = new Set<number>();
		const startDays: Day[] = [];
		for (const { row: adoption, organisation, days } of countedAdoptions(organisations, row)) {
			if (anyInWindow(days, window)) adopters.add(organisation);
			const start = sinceWhen(atlas.adoptions, adoption, view.countFrom)?.day ?? null;
			if (start !== null && start <= window.day) startDays.push(start);
		}
		if (network !== null && adopters.size === 0 && practice.network !== network && !showing?.has(row)) return;
		entries.push({
			row,
			slug: practice.slug,
			name: practice.name,
			summary: practice.summary,
			evidenceLevel: practice.evidenceLevel,
			originator: practice.originator,
			isSample: practice.isSample,
			characteristics: practice.characteristics.map((at) => atlas.characteristics[at]!.label),
			adopters: adopters.size,
			startDays
		});
	});

	const latest = (entry: CatalogueEntry): number => Math.max(-Infinity, ...entry.startDays);
	const compare: Record<CatalogueSort, (a: CatalogueEntry, b: CatalogueEntry) => number> = {
		adopters: (a, b) => a.adopters - b.adopters,
		name: (a, b) => a.name.localeCompare(b.name, 'en-GB'),
		latest: (a, b) => (latest(a) === latest(b) ? 0 : latest(a) - latest(b))
	};
	const turn = isDescending ? -1 : 1;
	return entries.sort((a, b) => turn * compare[sort](a, b) || a.name.localeCompare(b.name, 'en-GB'));
}

/** Evidence levels that an address asks for; words that are none are left out. */
export function parseEvidence(search: Pick<URLSearchParams, 'get'>): EvidenceLevel[] {
	const wanted = (search.get('evidence') ?? '').split('~');
	return EVIDENCE_LEVELS.filter((level) => wanted.includes(level));
}

/** Whether a practice is of one of the levels; without any level, all are. */
export function hasEvidence(levels: readonly EvidenceLevel[]): (entry: CatalogueEntry) => boolean {
	return ({ evidenceLevel }) =>
		levels.length === 0 || (evidenceLevel !== null && levels.includes(evidenceLevel));
}

const EARLY_SHARE = 0.01;
const TEN_YEARS_DAYS = 3650;

/** Where the small pictures of starts begin: a lone early start would squash all the others. */
export function earliestShown(entries: readonly CatalogueEntry[], asOf: Day): Day {
	const days = entries.flatMap(({ startDays }) => startDays).sort((a, b) => a - b);
	return days[Math.floor(days.length * EARLY_SHARE)] ?? asOf - TEN_YEARS_DAYS;
}

/**
 * How many organisations of a selection there are to take something up, whether they do or not: the
 * denominator of the catalogue and, less those of which its record is silent, of a practice's own page.
 */
export function countOrganisations(selection: Selection): number {
	const { silent } = selection;
	return forOrganisations(selection).anyone.organisations.filter((row) => !silent.has(row)).length;
}

/** The words of a list of practices choose practices, not organisations. */
function forOrganisations(selection: Selection): Selection {
	return selection.view.query === '' ? selection : selection.with({ query: '' });
}
