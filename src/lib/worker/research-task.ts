import type { Area } from '#lib/domain/atlas.ts';
import type { AreasWire } from '#lib/domain/areas-wire.ts';
import { NEVER, type Panel } from '#lib/analysis/panel/panel.ts';
import { ownStudy, type OwnTables } from '#lib/analysis/study/own-tables.ts';
import { prepareStudy } from '#lib/analysis/study/prepare-study.ts';
import { robustness, type Robustness } from '#lib/analysis/study/robustness.ts';
import type { StudyChoice } from '#lib/analysis/study/study-choice.ts';
import type { StudyData } from '#lib/analysis/study/study-data.ts';
import type { StudyNetwork } from '#lib/analysis/study/study-networks.ts';
import { outcome, type Outcome } from '#lib/analysis/study/outcome.ts';
import { runStudy, type Study, type StudyResult } from '#lib/analysis/study/study.ts';
import { areaLikeness } from './area-likeness.ts';
import type { Task } from './tasks.ts';

export type ResearchInput =
	| {
			kind: 'atlas';
			data: StudyData;
			choice: StudyChoice;
			/** Figures and names of areas, for likeness. */
			figures: AreasWire;
			areas: Area[];
	  }
	| { kind: 'own'; tables: OwnTables };

export interface ResearchOutput {
	result: StudyResult;
	/** The networks as they were used, for the download. */
	networks: StudyNetwork[];
	/** Who adopted when, as it was used. */
	panel: Panel;
	/** Names and ids of the units, in the order of every position. */
	ids: string[];
	names: string[];
	/** Period of each unit's adoption; `null` where it has none. */
	adopted: (number | null)[];
	/** How the answer depends on choices; `null` for tables of one's own. */
	robustness: Outcome<Robustness> | null;
}

/** Share of the work that the table of choices takes. */
const ROBUSTNESS_SHARE = 0.3;

/** Runs a whole study off the main thread. */
export const task: Task<ResearchInput, ResearchOutput> = (input, { progress }) => {
	if (input.kind === 'own') return finished(ownStudy(input.tables), null, (share) => progress(share));
	const likeness = areaLikeness(input.figures, input.areas);
	const study = prepareStudy(input.data, input.choice, likeness);
	const { permutations, seed } = input.choice;
	const table = outcome(() =>
		robustness(input.data, likeness, {
			permutations,
			seed,
			progress: { onProgress: (share) => progress(share * ROBUSTNESS_SHARE) }
		})
	);
	return finished(study, table, (share) => progress(ROBUSTNESS_SHARE + share * (1 - ROBUSTNESS_SHARE)));
};

function finished(
	study: Study,
	table: Outcome<Robustness> | null,
	onProgress: (share: number) => void
): ResearchOutput {
	return {
		result: runStudy(study, { onProgress }),
		networks: study.networks,
		panel: study.panel,
		ids: [...study.panel.ids],
		names: study.names,
		adopted: [...study.panel.adoptedAt].map((period) => (period === NEVER ? null : period)),
		robustness: table
	};
}
