import { readFileSync } from 'node:fs';

export const ROLES = [
	'visitor',
	'stranger',
	'member',
	'organisation editor',
	'network editor',
	'coordinator',
	'researcher',
	'other coordinator',
	'administrator'
] as const;
export type Role = (typeof ROLES)[number];

/** A visitor has no account. */
export type SignedInRole = Exclude<Role, 'visitor'>;
export const SIGNED_IN_ROLES = ROLES.filter((role): role is SignedInRole => role !== 'visitor');

export const VERBS = ['read', 'insert', 'update', 'delete'] as const;
export type Verb = (typeof VERBS)[number];

/** One line of `supabase/RIGHTS.md`. */
export interface RightsLine {
	table: string;
	/** Which of the table's rows the line is about. */
	rows: string;
	allowed: Record<Role, ReadonlySet<Verb>>;
}

const LETTERS: Record<string, Verb> = { r: 'read', i: 'insert', u: 'update', d: 'delete' };

/**
 * Reads the matrix that stands beside the migrations.
 *
 * @throws {Error} naming the line that does not parse
 */
export function readRightsMatrix(): RightsLine[] {
	const text = readFileSync(new URL('../../supabase/RIGHTS.md', import.meta.url), 'utf8');
	const [head, , ...lines] = text
		.split('\n')
		.filter((line) => line.startsWith('|'))
		.map((line) =>
			line
				.split('|')
				.slice(1, -1)
				.map((cell) => cell.trim())
		);
	const expected = ['table', 'rows', ...ROLES];
	if (head?.join() !== expected.join()) {
		throw new Error(`RIGHTS.md must have the columns ${expected.join(', ')}, got ${head?.join(', ')}.`);
	}
	return lines.map(parseLine);
}

function parseLine(cells: string[]): RightsLine {
	const [table = '', rows = '', ...rights] = cells;
	const allowed = Object.fromEntries(
		ROLES.map((role, index) => [role, parseRights(rights[index] ?? '', `${table} (${rows}), ${role}`)])
	) as Record<Role, ReadonlySet<Verb>>;
	return { table, rows, allowed };
}

function parseRights(cell: string, where: string): ReadonlySet<Verb> {
	if (cell === '-') return new Set();
	const verbs = [...cell].map((letter) => LETTERS[letter]);
	if (verbs.length === 0 || verbs.includes(undefined)) {
		throw new Error(`RIGHTS.md, ${where}: "${cell}" is not made of the letters r, i, u, d, nor a dash.`);
	}
	return new Set(verbs as Verb[]);
}
