import { AnalysisError } from '#lib/analysis/analysis-error.ts';
import { TableError } from '#lib/tables/table-error.ts';
import { InputError } from './analyse-input.ts';

/** Exit code of a command whose words or files cannot be used. */
const MISUSE = 2;

/** Runs a command; input that cannot be used is told on the error stream, a sentence a fault, without a stack. */
export async function orMisuse(run: () => Promise<number>): Promise<number> {
	try {
		return await run();
	} catch (cause) {
		if (cause instanceof AnalysisError) process.stderr.write(`${sentence(cause.message)}\n`);
		else if (cause instanceof InputError || cause instanceof TableError)
			process.stderr.write(`${cause.message}\n`);
		else throw cause;
		return MISUSE;
	}
}

/** What a measure says of its input, as a sentence: measures name the fault and leave the capital to the reader. */
function sentence(message: string): string {
	return message.endsWith('.') ? message : `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}
