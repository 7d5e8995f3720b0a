import { adoptionSeries } from '#lib/charts/adoption-series.ts';
import type { AdoptionSpan, AdoptionStep } from '#lib/charts/adoption-series.ts';
import type { Atlas } from '#lib/domain/atlas.ts';
import type { Day } from '#lib/domain/day.ts';
import { rowsOf } from '#lib/domain/row-index.ts';
import { CONFIDENCES, ORGANISATION_KINDS, STAGES } from '#lib/domain/vocabulary.ts';
import type { OrganisationKind, Stage } from '#lib/domain/vocabulary.ts';
import { adoptionSpans, firstDay, stageOn } from '#lib/view/adoption-spans.ts';
import { ALWAYS_AFTER, ALWAYS_BEFORE } from '#lib/view/intervals.ts';
import { anyInWindow, dateWindow } from '#lib/view/date-window.ts';
import { presenceIn } from '#lib/view/presence.ts';
import { countsAsFact } from '#lib/view/row-filters.ts';
import { inAll } from '#lib/view/span.ts';
import { DEFAULT_VIEW } from '#lib/view/view.ts';
import type { View } from '#lib/view/view.ts';
import { countOrganisations, organisationsOf } from '../catalogue.ts';
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
	/** Counted, but with no recorded start, so on no curve: for each its end, null while it lasts. */
	undatedEnds: (Day | null)[];
	/** Organisations of the view that have it in place on its date, out of all of them. */
	inPlace: number;
	outOf: number;
	/** Counted adoptions that ended with their organisation. */
	closedWith: number;
	/** First day of the curve's axis. */
	from: Day;
}

const MARGIN_DAYS = 365;

/** The conditions of a view that a practice's page obeys: which organisations, which facts, which date. */
export function practiceView(view: View): View {
	return { ...organisationsOf(view), mode: DEFAULT_VIEW.mode, months: DEFAULT_VIEW.months };
}

/**
 * Who took up a practice, when and from whom, among the organisations that are ever in a view. The curve
 * shows how it came to be, so its rows do not depend on the date; what is in place does.
 */
export function practiceUptake(atlas: Atlas, practice: number, asked: View): Uptake {
	const view = practiceView(asked);
	const window = dateWindow(view, atlas.asOf);
	const presence = presenceIn(atlas, view);

	const adopters: Adopter[] = [];
	const spans: AdoptionSpan[] = [];
	const inPlace = new Set<number>();
	for (const row of rowsOf(atlas.index.adoptionsOfPractice, practice)) {
		const organisation = atlas.adoptions.organisation[row]!;
		const there = presence(organisation);
		if (there.length === 0 || !countsAsFact(atlas.adoptions, row, view)) continue;
		const counted = adoptionSpans(atlas, row, view);
		adopters.push(adopter(atlas, row, counted.length > 0));
		if (anyInWindow(inAll([there, counted]), window)) inPlace.add(organisation);
		const isBy = firstDay(atlas, row, view.countFrom)?.bound === 'by';
		for (const { from, to } of counted) {
			const startedOn = from === ALWAYS_BEFORE ? null : from;
			spans.push({ startedOn, isBy, endedOn: to === ALWAYS_AFTER ? null : to });
		}
	}

	const series = adoptionSeries(spans);
	return {
		adopters: adopters.sort(
			(a, b) => (a.startedOn ?? Infinity) - (b.startedOn ?? Infinity) || a.name.localeCompare(b.name, 'en-GB')
		),
		series,
		undatedEnds: spans.filter(({ startedOn }) => startedOn === null).map(({ endedOn }) => endedOn),
		inPlace: inPlace.size,
		outOf: countOrganisations(atlas, view),
		closedWith: adopters.filter(({ counts, closing }) => counts && closing !== null).length,
		from: (series[0]?.day ?? atlas.asOf - 10 * MARGIN_DAYS) - MARGIN_DAYS
	};
}

function adopter(atlas: Atlas, row: number, counts: boolean): Adopter {
	const { adoptions, organisations, areas, links } = atlas;
	const organisation = adoptions.organisation[row]!;
	const source = adoptions.learnedFrom[row]!;
	const via = links[adoptions.learnedVia[row]!];
	const facts = spellFacts(adoptions, row, atlas.asOf, organisations);
	return {
		...facts,
		slug: organisations.slug[organisation]!,
		name: organisations.name[organisation]!,
		kind: ORGANISATION_KINDS[organisations.kind[organisation]!]!,
		region: areas[organisations.area[organisation]!]?.region ?? null,
		stage: STAGES[stageOn(atlas, row, atlas.asOf)]!,
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

/** One who says whom they learnt it from. */
export type Learner = Pick<Adopter, 'slug' | 'name' | 'since'> & { isInferred: boolean };

export interface LearningPath {
	source: { slug: string; name: string };
	learners: Learner[];
}

/** Who passed it on: every source with those who say they learnt it there, most learners first. */
export function learningPaths(adopters: readonly Adopter[]): LearningPath[] {
	const paths = new Map<string, LearningPath>();
	for (const { slug, name, since, learntFrom } of adopters) {
		if (learntFrom === null) continue;
		const { isInferred, ...source } = learntFrom;
		const path = paths.get(source.slug) ?? { source, learners: [] };
		path.learners.push({ slug, name, since, isInferred });
		paths.set(source.slug, path);
	}
	return [...paths.values()].sort(
		(a, b) => b.learners.length - a.learners.length || a.source.name.localeCompare(b.source.name, 'en-GB')
	);
}
