/** One goal measured: ours beside theirs, in the same run on the same data. */
export interface BenchRow {
	name: string;
	ours: number;
	/** The named peer's figure; null when the goal is absolute. */
	theirs: number | null;
	/** How many times better ours is; null without a peer. */
	ratio: number | null;
	/** The goal in words, such as "ratio at least 10". */
	goal: string;
	unit: string;
}
