import type { Panel } from '#lib/analysis/panel/panel.ts';
import type { Network } from '#lib/analysis/sparse/sparse-matrix.ts';

/** A network that exposure is measured through; row i is whom unit i attends to. */
export interface ForecastNetwork {
	key: string;
	/** "Shared border"; a file's name for files of one's own. */
	name: string;
	/** One for all periods or one a period; after the record the last one goes on. */
	network: Network;
	/** Whether its ties are likeness, so that exposure through it says what like bodies do. */
	isLikeness: boolean;
}

/** Which of the simple rules a trait belongs to: how many people, where, or what kind of place. */
export type TraitPart = 'population' | 'region' | 'trait';

/** A trait of each unit that does not change, such as its population or one kind of body. */
export interface ForecastTrait {
	/** What it says: "population", "region: North West". */
	name: string;
	part: TraitPart;
	/** One a unit; `null` where unknown, which then counts as the average. */
	values: readonly (number | null)[];
	/** `log` where the figure is skewed: the model then takes its logarithm. */
	scale: 'as it is' | 'log' | 'yes or no';
}

/** Everything a forecast rests on, as plain data that can be posted to a worker. */
export interface ForecastData {
	/** Names of the units, in the panels' order. */
	names: readonly string[];
	/** The panel with every imprecise date in its middle: the back-test is done on it. */
	panel: Panel;
	/** One panel a draw of the imprecise dates; empty where every date is known well enough. */
	draws: readonly Panel[];
	networks: readonly ForecastNetwork[];
	traits: readonly ForecastTrait[];
	/** What was left out in laying it out, in sentences. */
	notes: readonly string[];
}
