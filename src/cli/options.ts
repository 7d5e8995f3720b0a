import { parseArgs } from 'node:util';
import { InputError } from './analyse-input.ts';

/** Options as given: `--name value`, plus `--json`. */
export interface Options {
	values: Record<string, string | undefined>;
	json: boolean;
}

/**
 * Reads `--name value` options.
 *
 * @param names options that the command knows, besides `--json`
 * @throws {InputError} naming an option that is unknown or lacks its value, and those that are known
 */
export function optionsFrom(words: string[], names: readonly string[]): Options {
	const definition = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
	try {
		const { values } = parseArgs({
			args: words,
			options: { ...definition, json: { type: 'boolean' } },
			strict: true
		});
		const { json, ...given } = values as Record<string, string | boolean | undefined>;
		return { values: given as Record<string, string | undefined>, json: json === true };
	} catch (cause) {
		const reason = cause instanceof Error ? cause.message.split('. ')[0] : String(cause);
		throw new InputError(
			`${reason}. Known options: ${[...names, 'json'].map((name) => `--${name}`).join(', ')}.`
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
