import { parseArgs } from 'node:util';
import { InputError } from './analyse-input.ts';

/** Options as given: `--name value`, plus `--json`. */
export interface Options {
	values: Record<string, string | undefined>;
	/** Values of each option that may be given more than once, in the order given. */
	lists: Record<string, string[]>;
	json: boolean;
}

/**
 * Reads `--name value` options.
 *
 * @param names options that the command knows, besides `--json`
 * @param repeated further ones that may be given more than once
 * @throws {InputError} naming an option that is unknown or lacks its value, and those that are known
 */
export function optionsFrom(
	words: string[],
	names: readonly string[],
	repeated: readonly string[] = []
): Options {
	const definition = Object.fromEntries([
		...names.map((name) => [name, { type: 'string' as const }]),
		...repeated.map((name) => [name, { type: 'string' as const, multiple: true }])
	]);
	try {
		const { values } = parseArgs({
			args: words,
			options: { ...definition, json: { type: 'boolean' } },
			strict: true
		});
		const { json, ...given } = values as Record<string, string | string[] | boolean | undefined>;
		const lists = Object.fromEntries(repeated.map((name) => [name, (given[name] as string[]) ?? []]));
		return { values: given as Record<string, string | undefined>, lists, json: json === true };
	} catch (cause) {
		const reason = cause instanceof Error ? cause.message.split('. ')[0] : String(cause);
		throw new InputError(
			`${reason}. Known options: ${[...names, ...repeated, 'json'].map((name) => `--${name}`).join(', ')}.`
		);
	}
}

/**
 * @throws {InputError} if the option was not given
 */
export function requiredOption(options: Options, name: string): string {
	const value = options.values[name];
	if (value === undefined || value === '') throw new InputError(`The option --${name} is needed.`);
	return value;
}

/**
 * A whole number that an option gives.
 *
 * @throws {InputError} if it is none, or below `least`
 */
export function wholeOption(options: Options, name: string, otherwise: number, least: number): number {
	const text = options.values[name];
	if (text === undefined) return otherwise;
	const value = /^-?\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
	if (!Number.isSafeInteger(value) || value < least)
		throw new InputError(`--${name} is "${text}"; it must be a whole number of at least ${least}.`);
	return value;
}
