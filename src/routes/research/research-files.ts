import type { Panel } from '#lib/analysis/panel/panel.ts';
import type { Grouping } from '#lib/analysis/study/study-choice.ts';
import type { StudyData } from '#lib/analysis/study/study-data.ts';
import { STUDY_METHODS } from '#lib/analysis/study/study-methods.ts';
import type { StudyNetwork } from '#lib/analysis/study/study-networks.ts';
import type { BundleTable, ResearchBundle } from '#lib/exchange/research-bundle.ts';
import { adoptionTable, edgeTable, nodeTable } from './bundle-tables.ts';

/** A study as it goes into files. */
export interface FiledStudy {
	panel: Panel;
	names: readonly string[];
	networks: readonly StudyNetwork[];
	/** Dates and places; null for tables of one's own. */
	data: StudyData | null;
	/** Column of the bodies that groups are compared by; null for tables of one's own. */
	groupBy: Grouping | null;
	/** What periods are: "month", "year" or "period". */
	unit: string;
	results: unknown;
	permutations: number;
	seed: number;
}

/** What the files say about themselves. */
export interface BundleWords {
	title: string;
	name: string;
	notes: readonly string[];
	address: string;
	createdOn: string;
	terms: string | null;
}

/** Names a body in the files: its own id, or a pseudonym, and then nothing that tells it. */
export interface Naming {
	idOf: (id: string) => string;
	isPseudonymous: boolean;
}

export const OWN_NAMES: Naming = { idOf: (id) => id, isPseudonymous: false };

/** Turns a study into a bundle. */
export function researchBundleOf(
	study: FiledStudy,
	words: BundleWords,
	naming: Naming,
	extra: readonly BundleTable[] = []
): ResearchBundle {
	const periods = study.panel.periods;
	const edges = study.networks.map((network) => edgeTable(network, study.panel, naming));
	return {
		...words,
		methods: STUDY_METHODS,
		sources: sourcesOf(study.data),
		licence:
			study.data === null || naming.isPseudonymous
				? null
				: {
						name: 'CC-BY-4.0',
						title: 'Creative Commons Attribution 4.0',
						path: 'https://creativecommons.org/licenses/by/4.0/'
					},
		tables: [nodeTable(study, naming), ...edges, adoptionTable(study, naming), ...extra],
		results: study.results,
		script: {
			first: periods[0]!,
			last: periods.at(-1)!,
			groupColumn: study.groupBy,
			permutations: study.permutations,
			seed: study.seed,
			networks: study.networks.map(({ name, meaning }, at) => ({ file: edges[at]!.file, name, meaning }))
		}
	};
}

function sourcesOf(data: StudyData | null): ResearchBundle['sources'] {
	if (data === null) return [{ title: 'Tables of one’s own, read in the browser' }];
	const councils = {
		title:
			'Councils, borders and figures: Office for National Statistics, Open Government Licence v3; mySociety, CC BY 4.0',
		path: 'https://github.com/mysociety/uk_local_authority_names_and_codes'
	};
	const records = {
		title: `Goodways: records of “${data.practice.name}” as of ${data.asOf}; each names its own source`
	};
	return data.practice.slug === 'climate-emergency-declaration'
		? [
				{
					title: 'Declarations: mySociety and Climate Emergency UK, CC BY 4.0',
					path: 'https://github.com/mysociety/la-plans-promises'
				},
				councils,
				records
			]
		: [records, councils];
}
