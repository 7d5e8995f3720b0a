import type { Area } from '#lib/domain/atlas.ts';
import type { AreasWire } from '#lib/domain/areas-wire.ts';
import { NEVER } from '#lib/analysis/panel/panel.ts';
import { ownStudy, type OwnTables } from '#lib/analysis/study/own-tables.ts';
import { prepareStudy } from '#lib/analysis/study/prepare-study.ts';
import { robustness, type Robustness } from '#lib/analysis/study/robustness.ts';
import type { StudyChoice } from '#lib/analysis/study/study-choice.ts';
import type { StudyData } from '#lib/analysis/study/study-data.ts';
import type { Likeness, StudyNetwork } from '#lib/analysis/study/study-networks.ts';
import { outcome, runStudy, type Outcome, type Study, type StudyResult } from '#lib/analysis/study/study.ts';
import { councilFacts } from '#lib/peers/council-facts.ts';
import { squaredDistance } from '#lib/peers/distance.ts';
import { peerSpace } from '#lib/peers/peer-space.ts';
import { presetWeights } from '#lib/peers/presets.ts';
import { weighting } from '#lib/peers/weighting.ts';
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
	const likeness = likenessOf(input.figures, input.areas);
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
		ids: [...study.panel.ids],
		names: study.names,
		adopted: [...study.panel.adoptedAt].map((period) => (period === NEVER ? null : period)),
		robustness: table
	};
}

/** Distance of two areas by the default figures of the peer finder, balanced over themes. */
function likenessOf(figures: AreasWire, areas: readonly Area[]): Likeness | null {
	const { table, indicators } = councilFacts(figures, areas);
	if (indicators.length === 0 || table.codes.length < 2) return null;
	const log = indicators.filter((indicator) => indicator.log).map(({ column }) => column);
	const space = peerSpace(table, { model: 'zscore', log, winsorise: null });
	const weighted = weighting(space, presetWeights('balanced', indicators));
	const row = new Map(table.codes.map((code, at) => [code, at]));
	return (a, b) => {
		const [from, to] = [row.get(a), row.get(b)];
		if (from === undefined || to === undefined) return null;
		const squared = squaredDistance(weighted, from, to) / weighted.total;
		return Number.isNaN(squared) ? null : Math.sqrt(squared);
	};
}
