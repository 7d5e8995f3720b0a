import type { Atlas } from '#lib/domain/atlas.ts';
import type { Day } from '#lib/domain/day.ts';
import { rowsOf } from '#lib/domain/row-index.ts';
import { EVIDENCE_LEVELS } from '#lib/domain/vocabulary.ts';
import type { EvidenceLevel } from '#lib/domain/vocabulary.ts';
import { anyInWindow, dateWindow } from '#lib/view/date-window.ts';
import { listPresences, organisationsIn, presenceIn } from '#lib/view/presence.ts';
import { adoptionSpans, firstDay } from '#lib/view/adoption-spans.ts';
import { countsAsFact, wantedPractices } from '#lib/view/row-filters.ts';
import { inAll } from '#lib/view/span.ts';
import { matchesWords, searchWords } from '#lib/view/words.ts';
import type { View } from '#lib/view/view.ts';

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
 * The practices of a view: its words and characteristics choose practices, its kinds, regions, network
 * and date choose the organisations that are counted.
 */
export function listCatalogue(
	atlas: Atlas,
	view: View,
	{ sort, isDescending }: { sort: CatalogueSort; isDescending: boolean }
): CatalogueEntry[] {
	const window = dateWindow(view, atlas.asOf);
	const presence = presenceIn(atlas, organisationsOf(view));
	const words = searchWords(view.query);
	const wanted = wantedPractices(atlas, view);
	const network = view.network === null ? null : (atlas.index.networkBySlug.get(view.network) ?? -1);

	const entries: CatalogueEntry[] = [];
	atlas.practices.forEach((practice, row) => {
		if (!wanted.has(row) || (network === null && practice.isSample)) return;
		if (!matchesWords(`${practice.name} ${practice.summary ?? ''}`, words)) return;

		const adopters = new Set<number>();
		const startDays: Day[] = [];
		for (const adoption of rowsOf(atlas.index.adoptionsOfPractice, row)) {
			const organisation = atlas.adoptions.organisation[adoption]!;
			if (!countsAsFact(atlas.adoptions, adoption, view)) continue;
			const there = presence(organisation);
			const spans = adoptionSpans(atlas, adoption, view);
			if (anyInWindow(inAll([there, spans]), window)) adopters.add(organisation);
			// Who only tries it out is no adopter, so neither is the start of the trial a start.
			if (there.length === 0 || spans.length === 0) continue;
			const start = firstDay(atlas, adoption, view.countFrom)?.day ?? null;
			if (start !== null && start <= window.day) startDays.push(start);
		}
		if (network !== null && adopters.size === 0 && practice.network !== network) return;
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

/** How many organisations of a view there are to take something up: the denominator of the catalogue. */
export function countOrganisations(atlas: Atlas, view: View): number {
	return organisationsIn(listPresences(atlas, organisationsOf(view)), dateWindow(view, atlas.asOf)).length;
}

/** The conditions of a view on organisations; its words and practices choose practices. */
export function organisationsOf(view: View): View {
	return { ...view, query: '', practices: [], characteristics: [], stages: [] };
}
