import { AnalysisError } from '../analysis-error.ts';

/** A figure, or the sentence why there is none. */
export type Outcome<Value> = { value: Value; refused: null } | { value: null; refused: string };

/** The figure, or the reason why it cannot be given, as a sentence. */
export function outcome<Value>(compute: () => Value): Outcome<Value> {
	try {
		return { value: compute(), refused: null };
	} catch (cause) {
		if (!(cause instanceof AnalysisError)) throw cause;
		const text = cause.message;
		const sentence = text.charAt(0).toUpperCase() + text.slice(1);
		return { value: null, refused: sentence.endsWith('.') ? sentence : `${sentence}.` };
	}
}
