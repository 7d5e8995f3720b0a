import { DomainError } from '../domain/errors.ts';

/** Beyond this many faults the rest is counted: nobody mends a hundred cells from one message. */
const MOST_SHOWN = 20;

/** A file that is not the table it should be: one sentence a fault, each naming file, row and what stands there. */
export class TableError extends DomainError {
	override name = 'TableError';
	/** Every fault found, in the order of the file. */
	readonly faults: readonly string[];

	constructor(faults: string | readonly string[]) {
		const list = typeof faults === 'string' ? [faults] : faults;
		const more = list.length - MOST_SHOWN;
		super(
			[...list.slice(0, MOST_SHOWN), ...(more > 0 ? [`… and ${more} more of the kind.`] : [])].join('\n')
		);
		this.faults = list;
	}
}

/** Gathers what is wrong, so that a person hears of all of it at once and not one at a time. */
export class Faults {
	readonly #sentences: { row: number; sentence: string }[] = [];

	/** @param row number by which the sentences are put in order; 0 for what concerns the whole file */
	add(row: number, sentence: string): void {
		this.#sentences.push({ row, sentence });
	}

	/** By row; what concerns the whole file first. */
	get sentences(): string[] {
		return [...this.#sentences].sort((a, b) => a.row - b.row).map(({ sentence }) => sentence);
	}

	/** @throws {TableError} with all of them, if there are any */
	throwIfAny(): void {
		throwFaults(this.sentences);
	}
}

/**
 * @throws {TableError} if there are any
 */
export function throwFaults(sentences: readonly string[]): void {
	if (sentences.length > 0) throw new TableError(sentences);
}
