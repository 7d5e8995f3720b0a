/** Input that a measure cannot use. The message is one plain sentence that names what is wrong and where. */
export class AnalysisError extends Error {
	override readonly name = 'AnalysisError';
}

/** Thrown when the caller asked a long computation to stop. */
export class AnalysisCancelled extends Error {
	override readonly name = 'AnalysisCancelled';

	constructor() {
		super('The calculation was stopped before it finished.');
	}
}
