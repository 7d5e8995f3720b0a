import { adoptionSeries } from '#lib/analysis/diffusion/adoption-series.ts';
import type { AdoptionSpan, AdoptionStep } from '#lib/analysis/diffusion/adoption-series.ts';
import type { Atlas } from '#lib/domain/atlas.ts';
import { sinceWhen } from '#lib/domain/counting.ts';
import type { Day } from '#lib/domain/day.ts';
import { rowsOf } from '#lib/domain/row-index.ts';
import { CONFIDENCES, ORGANISATION_KINDS } from '#lib/domain/vocabulary.ts';
import type { CountFrom, OrganisationKind } from '#lib/domain/vocabulary.ts';
import { adoptersIn } from '#lib/view/adopters.ts';
import { areaAdoptions, countAreas } from '#lib/view/area-adoption.ts';
import type { AreaCount } from '#lib/view/area-adoption.ts';
import { ALWAYS_AFTER } from '#lib/view/intervals.ts';
import type { Selection } from '#lib/view/selection.ts';
import { DEFAULT_VIEW } from '#lib/view/view.ts';
import type { View } from '#lib/view/view.ts';
import { countOrganisations } from './catalogue.ts';
import { adoptionFacts } from '#lib/view/spell-facts.ts';
import type { AdoptionFacts } from '#lib/view/spell-facts.ts';

export interface Adopter extends AdoptionFacts {
	slug: string;
	name: string;
	kind: OrganisationKind;
	region: string | null;
	learntFrom: { slug: string; name: string; isInferred: boolean } | null;
	learntVia: { slug: string; title: string } | null;
	evidenceUrl: string | null;
	isSample: boolean;
}

export interface PracticeAdoption {
	/** Oldest start first; those without a recorded start last. */
	adopters: Adopter[];
	series: AdoptionStep[];
	/** Counted, but with no recorded start, so on no curve: for each its end, null while it lasts. */
	undatedEnds: (Day | null)[];
	/** Organisations of the view that have it in place on its date, and that ever had by then. */
	inPlace: number;
	everBegun: number;
	/** All of them, less those of which the record says nothing. */
	outOf: number;
	silent: number;
	/** Where it is in place on the date. */
	areas: AreaCount;
	/** Counted adoptions that ended with their organisation. */
	closedWith: number;
	/** First day of the curve's axis. */
	from: Day;
}

const MARGIN_DAYS = 365;

/** The conditions of a view that a practice's page obeys: which organisations, which facts, which date. */
export function practiceView(view: View, slug: string): View {
	return {
		...view,
		query: '',
		practices: [slug],
		characteristics: [],
		stages: [],
		mode: DEFAULT_VIEW.mode,
		months: DEFAULT_VIEW.months
	};
}

/**
 * Who took up a practice, when and from whom, among the organisations that are ever in a view. The curve
 * shows how it came to be, so its rows do not depend on the date; what is in place does.
 *
 * @param selection of a `practiceView` of the practice
 */
export function practiceAdoption(selection: Selection, practice: number): PracticeAdoption {
	const { atlas, view, anyone } = selection;
	const adopters: Adopter[] = [];
	const spans: AdoptionSpan[] = [];
	for (const row of rowsOf(atlas.index.adoptionsOfPractice, practice)) {
		const there = anyone.presence(atlas.adoptions.organisation[row]!);
		if (there.length === 0 || !selection.isFact(atlas.adoptions, row)) continue;
		adopters.push(adopter(atlas, row, view.countFrom));
		const since = sinceWhen(atlas.adoptions, row, view.countFrom);
		const isBy = since?.bound === 'by';
		for (const { from, to } of selection.spans(row)) {
			const startedOn = since?.day == null ? null : from;
			spans.push({ startedOn, isBy, endedOn: to === ALWAYS_AFTER ? null : to });
		}
	}

	const series = adoptionSeries(spans);
	const { window } = selection;
	return {
		adopters: adopters.sort(
			(a, b) => (a.startedOn ?? Infinity) - (b.startedOn ?? Infinity) || a.name.localeCompare(b.name, 'en-GB')
		),
		series,
		undatedEnds: spans.filter(({ startedOn }) => startedOn === null).map(({ endedOn }) => endedOn),
		inPlace: adoptersIn(selection, practice).size,
		everBegun: adoptersIn(selection, practice, { ...window, mode: 'cumulative' }).size,
		outOf: countOrganisations(selection),
		silent: selection.anyone.organisations.filter((row) => selection.silent.has(row)).length,
		areas: countAreas(areaAdoptions(selection)),
		closedWith: adopters.filter(({ isAdopter, closing }) => isAdopter && closing !== null).length,
		from: (series[0]?.day ?? atlas.asOf - 10 * MARGIN_DAYS) - MARGIN_DAYS
	};
}

function adopter(atlas: Atlas, row: number, countFrom: CountFrom): Adopter {
	const { adoptions, organisations, areas, links } = atlas;
	const organisation = adoptions.organisation[row]!;
	const source = adoptions.learnedFrom[row]!;
	const via = links[adoptions.learnedVia[row]!];
	return {
		...adoptionFacts(atlas, row, atlas.asOf, countFrom),
		slug: organisations.slug[organisation]!,
		name: organisations.name[organisation]!,
		kind: ORGANISATION_KINDS[organisations.kind[organisation]!]!,
		region: areas[organisations.area[organisation]!]?.region ?? null,
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
