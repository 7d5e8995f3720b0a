/** Ties that a file names and a measure does not take as they stand (counts). */
export interface LeftTies {
	selfTies?: number;
	parallelTies?: number;
	missingNodeTies?: number;
	unusableWeights?: number;
	/** Ties at a time outside the periods that are studied. */
	outsideTies?: number;
}

/** What was left out or merged, one sentence each: the same in every command. */
export function tieSentences({
	selfTies = 0,
	parallelTies = 0,
	missingNodeTies = 0,
	unusableWeights = 0,
	outsideTies = 0
}: LeftTies): string[] {
	const sentences: [number, string][] = [
		[selfTies, 'Left out ties of a node with itself'],
		[parallelTies, 'Merged ties that were named again, adding up their weights'],
		[missingNodeTies, 'Left out ties to a node that is not in the node file'],
		[unusableWeights, 'Left out ties whose weight is not above 0'],
		[outsideTies, 'Left out ties at a time outside the study']
	];
	return sentences.filter(([count]) => count > 0).map(([count, sentence]) => `${sentence}: ${count}.`);
}
