import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { councilFinder } from '#lib/councils/find-council.ts';
import { COUNCILS } from '#lib/councils/register.ts';
import type { BenchRow } from './bench-row.ts';
import { seededRandom } from './network-graphs.ts';

const NAMES = 10_000;

/** Spellings met in files read rightly, and the time that 10,000 names take: as they are met, and each with two slips. */
export async function rows(): Promise<BenchRow[]> {
	const spellings = Papa.parse<{ spelling: string; code: string }>(
		readFileSync(new URL('../fixtures/council-spellings.csv', import.meta.url), 'utf8'),
		{ header: true, skipEmptyLines: true }
	).data;
	const find = councilFinder(COUNCILS);
	const outcomes = spellings.map(({ spelling, code }) => {
		const answer = find(spelling);
		if (answer.answer === 'none') return 'none';
		const bodies = answer.answer === 'one' ? [answer.body] : answer.bodies;
		return bodies.some(({ id }) => id === code) ? answer.answer : 'wrong';
	});
	const share = (...wanted: string[]) =>
		(100 * outcomes.filter((outcome) => wanted.includes(outcome)).length) / outcomes.length;
	const met = Array.from({ length: NAMES }, (_, at) => spellings[at % spellings.length]!.spelling);
	const random = seededRandom(1);
	const misspelt = met.map((name) => slipped(slipped(name, random), random));
	return [
		goal('spellings right or asked', share('one', 'some'), 'at least 99.5', '%'),
		goal('spellings right without asking', share('one'), 'no goal', '%'),
		goal('spellings wrong', outcomes.filter((outcome) => outcome === 'wrong').length, '0', 'spellings'),
		goal('10,000 names as met in files', secondsFor(met), 'under 1', 's CPU'),
		goal('10,000 names, each with two slips', secondsFor(misspelt), 'no goal', 's CPU')
	];
}

function goal(name: string, ours: number, words: string, unit: string): BenchRow {
	return { name, ours, theirs: null, ratio: null, goal: words, unit };
}

/** CPU time of reading the register and finding all names, by a finder that has seen none of them. */
function secondsFor(names: readonly string[]): number {
	const before = process.cpuUsage();
	const find = councilFinder(COUNCILS);
	for (const name of names) find(name);
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1e6;
}

function slipped(name: string, random: () => number): string {
	const at = Math.floor(random() * name.length);
	const letter = String.fromCharCode(97 + Math.floor(random() * 26));
	const forms = [
		name.slice(0, at) + name.slice(at + 1),
		name.slice(0, at) + letter + name.slice(at),
		name.slice(0, at) + letter + name.slice(at + 1)
	];
	return forms[Math.floor(random() * forms.length)]!;
}
