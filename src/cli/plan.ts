import { makePlan } from '#lib/forecast/plan/make-plan.ts';
import { PLAN_KINDS, type PlanChoice, type PlanKind } from '#lib/forecast/plan/plan-types.ts';
import { ownPlanData } from '#lib/forecast/plan/own-plan.ts';
import { planReport } from '#lib/forecast/plan/plan-report.ts';
import { readFile } from 'node:fs/promises';
import { InputError } from './analyse-input.ts';
import type { Command } from './main.ts';
import { orMisuse } from './misuse.ts';
import { optionsFrom, requiredOption, wholeOption, type Options } from './options.ts';
import { printResult } from './print-result.ts';
import { readSource, say } from './tables.ts';

/** Chance of a tie where nobody says otherwise, and draws of the chances. */
const USUAL_CHANCE = 0.1;
const USUAL_DRAWS = 200;

const OPTIONS = [
	'nodes',
	'edges',
	'k',
	'what',
	'model',
	'probability',
	'added',
	'at-most',
	'exclude',
	'region',
	'regions',
	'draws',
	'seed'
];

/** `goodways plan`: which introductions, hosts or first members would help most, from files of one's own. */
export const command: Command = {
	usage:
		'plan --nodes nodes.csv --edges edges.csv --k 20 --what seeds|pairs|hosts --model ic|lt [--probability COLUMN|0.1] [--added 0.1] [--at-most 2] [--exclude FILE] [--region COLUMN --regions 3] [--draws 200] [--seed 1] [--json]',
	summary:
		'Chooses who should adopt first, be introduced or host a visit, and says how much it is likely to help; see src/lib/forecast/README.md for every figure.',
	run: (words) => orMisuse(() => run(words))
};

async function run(words: string[]): Promise<number> {
	const options = optionsFrom(words, OPTIONS);
	const [nodes, edges] = await Promise.all([
		readSource(requiredOption(options, 'nodes')),
		readSource(requiredOption(options, 'edges'))
	]);
	const probability = probabilityOf(options.values['probability']);
	const choice: PlanChoice = {
		what: oneOf(options, 'what', PLAN_KINDS) as PlanKind,
		model: oneOf(options, 'model', ['ic', 'lt']) as PlanChoice['model'],
		k: wholeOption(options, 'k', 20, Number.MIN_SAFE_INTEGER),
		added: chanceOption(options, 'added', typeof probability === 'number' ? probability : USUAL_CHANCE),
		atMost: wholeOption(options, 'at-most', Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER),
		atLeastGroups: wholeOption(options, 'regions', 0, 0),
		seed: wholeOption(options, 'seed', 1, 0),
		draws: wholeOption(options, 'draws', USUAL_DRAWS, 0)
	};
	if (choice.atLeastGroups > 0 && options.values['region'] === undefined)
		throw new InputError('The option --regions needs --region, the column that says where each node lies.');
	const { data, notes } = ownPlanData({
		nodes,
		edges,
		probability,
		excluded: await excludedIn(options.values['exclude']),
		region: options.values['region'] ?? null
	});
	say(notes);
	const plan = makePlan(data, choice);
	printResult(
		planReport(plan, data, choice, typeof probability === 'number' ? 'flat' : 'by hand'),
		options.json
	);
	return 0;
}

function probabilityOf(given: string | undefined): string | number {
	if (given === undefined) return USUAL_CHANCE;
	const value = given.trim() === '' ? Number.NaN : Number(given);
	if (Number.isNaN(value) && !/^[+-]?(nan|inf)/i.test(given.trim())) return given;
	return asChance('probability', given);
}

function chanceOption(options: Options, name: string, otherwise: number): number {
	const given = options.values[name];
	return given === undefined ? otherwise : asChance(name, given);
}

function asChance(name: string, given: string): number {
	const value = Number(given);
	if (!(value >= 0 && value <= 1))
		throw new InputError(`--${name} is "${given}"; a chance is a number from 0 to 1.`);
	return value;
}

function oneOf(options: Options, name: string, known: readonly string[]): string {
	const given = requiredOption(options, name);
	if (!known.includes(given))
		throw new InputError(`--${name} is "${given}"; it must be one of: ${known.join(', ')}.`);
	return given;
}

/** Ids in a file, one a line; a heading "id" is passed over. */
async function excludedIn(path: string | undefined): Promise<string[]> {
	if (path === undefined) return [];
	const text = await readFile(path, 'utf8').catch(() => {
		throw new InputError(`The file ${path} cannot be read.`);
	});
	return text
		.replace(/^\uFEFF/, '')
		.split(/\r?\n/)
		.map((line) =>
			line
				.split(',')[0]!
				.trim()
				.replace(/^"(.*)"$/, '$1')
		)
		.filter((id, at) => id !== '' && !(at === 0 && id.toLowerCase() === 'id'));
}
