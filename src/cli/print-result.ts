/** Rows of a list that the readable form shows before it says how many more there are. */
const SHOWN = 12;

/**
 * Prints a result on standard output: JSON and nothing else with `--json`, otherwise one short line a figure.
 * A number that is undefined is `null` in both.
 */
export function printResult(result: Record<string, unknown>, json: boolean): void {
	process.stdout.write(json ? `${JSON.stringify(result)}\n` : readable(result).join('\n') + '\n');
}

/** Lines of "name  value", nested names joined by dots; long lists are cut and say so. */
export function readable(result: Record<string, unknown>, prefix = ''): string[] {
	return Object.entries(result).flatMap(([name, value]) => {
		const path = prefix + name;
		if (Array.isArray(value)) return [`${path}  ${listText(value)}`];
		if (value !== null && typeof value === 'object')
			return readable(value as Record<string, unknown>, `${path}.`);
		return [`${path}  ${cellText(value)}`];
	});
}

function listText(values: readonly unknown[]): string {
	if (typeof values[0] === 'object' && values[0] !== null)
		return `table of ${values.length} rows (use --json to see it)`;
	const shown = values.slice(0, SHOWN).map(cellText).join('  ');
	return values.length > SHOWN ? `${shown}  … and ${values.length - SHOWN} more` : shown;
}

function cellText(value: unknown): string {
	if (value === null || value === undefined) return '–';
	if (typeof value !== 'number' || Number.isInteger(value)) return String(value);
	return String(Number(value.toPrecision(6)));
}
