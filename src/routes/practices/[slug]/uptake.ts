import { adoptionSeries } from '#lib/charts/adoption-series.ts';
import type { AdoptionStep } from '#lib/charts/adoption-series.ts';
import type { Atlas } from '#lib/domain/atlas.ts';
import { dayOrNull } from '#lib/domain/day.ts';
import type { Day } from '#lib/domain/day.ts';
import { rowsOf } from '#lib/domain/row-index.ts';
import { CONFIDENCES, DATE_BOUNDS, ORGANISATION_KINDS, STAGES } from '#lib/domain/vocabulary.ts';
import type { OrganisationKind, Stage } from '#lib/domain/vocabulary.ts';
import { listPresences } from '#lib/view/presence.ts';
import { adoptionSpans, countsAsFact } from '#lib/view/spell-presence.ts';
import { DEFAULT_VIEW } from '#lib/view/view.ts';
import type { View } from '#lib/view/view.ts';
import { countOrganisations } from '../catalogue.ts';
import { spellFacts } from '../../spell-facts.ts';
import type { SpellFacts } from '../../spell-facts.ts';

export interface Adopter extends SpellFacts {
	slug: string;
	name: string;
	kind: OrganisationKind;
	region: string | null;
	stage: Stage;
	/** From the stage that the view counts from. */
	counts: boolean;
	learntFrom: { slug: string; name: string; isInferred: boolean } | null;
	learntVia: { slug: string; title: string } | null;
	evidenceUrl: string | null;
	isSample: boolean;
}

export interface Uptake {
	/** Oldest start first; those without a recorded start last. */
	adopters: Adopter[];
	series: AdoptionStep[];
	/** Counted, but with no recorded start: on no curve. */
	undated: number;
	/** Organisations of the view on its date, whether they do it or not. */
	outOf: number;
	/** First day of the curve's axis. */
	from: Day;
}

const MARGIN_DAYS = 365;

/** Who took up a practice, when and from whom, among the organisations of a view; all dates, not one. */
export function practiceUptake(atlas: Atlas, practice: number, view: View): Uptake {
	const { network, kinds, regions, areas, statuses, statedOnly } = view;
	// Who is looked at does not depend on the date: the curve shows how it came to be.
	const some = { ...DEFAULT_VIEW, network, kinds, regions, areas, statuses, statedOnly };
	const looked = new Set(listPresences(atlas, some).organisation);

	const adopters: Adopter[] = [];
	const spans: { startedOn: Day | null; isBy: boolean; endedOn: Day | null }[] = [];
	for (const row of rowsOf(atlas.index.adoptionsOfPractice, practice)) {
		if (!looked.has(atlas.adoptions.organisation[row]!)) continue;
		if (!countsAsFact(atlas.adoptions, row, view)) continue;
		const counts = adoptionSpans(atlas, row, { stages: [], countFrom: view.countFrom }).length > 0;
		adopters.push(adopter(atlas, row, counts));
		if (counts) {
			const { adoptions } = atlas;
			const days = view.countFrom === 'adopted' ? adoptions.adoptedOn : adoptions.pilotedOn;
			spans.push({
				startedOn: dayOrNull(days[row]),
				isBy: DATE_BOUNDS[adoptions.startedBound[row]!] === 'by',
				endedOn: dayOrNull(adoptions.endedOn[row])
			});
		}
	}

	const series = adoptionSeries(spans);
	return {
		adopters: adopters.sort(
			(a, b) => (a.startedOn ?? Infinity) - (b.startedOn ?? Infinity) || a.name.localeCompare(b.name, 'en-GB')
		),
		series,
		undated: spans.filter(({ startedOn }) => startedOn === null).length,
		outOf: countOrganisations(atlas, view),
		from: (series[0]?.day ?? atlas.asOf - 10 * MARGIN_DAYS) - MARGIN_DAYS
	};
}

function adopter(atlas: Atlas, row: number, counts: boolean): Adopter {
	const { adoptions, organisations, areas, links } = atlas;
	const organisation = adoptions.organisation[row]!;
	const source = adoptions.learnedFrom[row]!;
	const via = links[adoptions.learnedVia[row]!];
	const facts = spellFacts(adoptions, row, atlas.asOf);
	return {
		...facts,
		slug: organisations.slug[organisation]!,
		name: organisations.name[organisation]!,
		kind: ORGANISATION_KINDS[organisations.kind[organisation]!]!,
		region: areas[organisations.area[organisation]!]?.region ?? null,
		stage: facts.hasEnded ? 'stopped' : STAGES[adoptions.stage[row]!]!,
		counts,
		learntFrom:
			source < 0
				? null
				: {
						slug: organisations.slug[source]!,
						name: organisations.name[source]!,
						isInferred: CONFIDENCES[adoptions.learnedFromConfidence[row]!] === 'inferred'
					},
		learntVia: via === undefined ? null : { slug: via.slug, title: via.title },
		evidenceUrl: adoptions.evidenceUrl[row] ?? null,
		isSample: organisations.isSample[organisation] === 1
	};
}

/** Who passed it on: every source with those who say they learnt it there, most learners first. */
export function learningPaths(
	adopters: readonly Adopter[]
): { source: { slug: string; name: string }; learners: Adopter[] }[] {
	const paths = new Map<string, { source: { slug: string; name: string }; learners: Adopter[] }>();
	for (const learner of adopters) {
		if (learner.learntFrom === null) continue;
		const { slug, name } = learner.learntFrom;
		const path = paths.get(slug) ?? { source: { slug, name }, learners: [] };
		path.learners.push(learner);
		paths.set(slug, path);
	}
	return [...paths.values()].sort(
		(a, b) => b.learners.length - a.learners.length || a.source.name.localeCompare(b.source.name, 'en-GB')
	);
}
