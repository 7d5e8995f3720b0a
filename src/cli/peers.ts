import { DomainError } from '#lib/domain/errors.ts';
import { parseFacts } from '#lib/peers/facts-csv.ts';
import { joinFacts } from '#lib/peers/join-facts.ts';
import { PEER_MODELS, type PeerModel } from '#lib/peers/peer-space.ts';
import { reportJson, reportText } from '#lib/peers/report-formats.ts';
import { peersReport } from '#lib/peers/report.ts';
import type { ReportRequest } from '#lib/peers/report-settings.ts';
import { InputError } from './analyse-input.ts';
import type { Command } from './main.ts';
import { readSource, say } from './tables.ts';

/** A command line or a file that cannot be used: told in one sentence, exit code 2. */
const MISUSE = 2;
const DEFAULT_PEERS = 10;
const FLAGS = ['--json', '--winsorise', '--no-winsorise'];
const OPTIONS = [
	'--facts',
	'--columns',
	'--weights',
	'--log',
	'--within',
	'--least',
	'--model',
	'--area',
	'-k'
];

export const command: Command = {
	usage:
		'peers --facts facts.csv [--facts more.csv] [--columns a,b,c] [--weights 1,2,0.5] [--log a,b] [--within COLUMN] [--least 30] [--model zscore|robust|mahalanobis] [--winsorise|--no-winsorise] [--area CODE] [-k 10] [--json]',
	summary:
		'Lists the areas most like each area, with distances and what each indicator adds to them; the first column is the code. Columns named, or a file without the default indicators, are compared plainly (weight 1, no logarithms, nothing pulled in); the default indicators with their own weights, logarithms and limits, brought to scale by all areas of the file. A second file of facts adds its columns to the areas of the first.',
	async run(words) {
		try {
			const { paths, request, json } = parseWords(words);
			const facts = joinFacts(
				await Promise.all(paths.map(async (path) => parseFacts(await readSource(path))))
			);
			const report = peersReport(facts, request);
			say([...facts.table.notes, ...report.notes]);
			process.stdout.write(
				json ? `${JSON.stringify(reportJson(report, facts, request))}\n` : reportText(report, facts)
			);
			return 0;
		} catch (cause) {
			if (!(cause instanceof DomainError) && !(cause instanceof InputError)) throw cause;
			say([cause.message]);
			return MISUSE;
		}
	}
};

function parseWords(words: readonly string[]): { paths: string[]; request: ReportRequest; json: boolean } {
	const given = new Map<string, string>();
	const paths: string[] = [];
	for (let at = 0; at < words.length; at += 1) {
		const word = words[at] ?? '';
		const [name = '', inline] = word.startsWith('--') ? word.split(/=(.*)/s, 2) : [word];
		if (FLAGS.includes(name)) {
			given.set(name, '');
			continue;
		}
		if (!OPTIONS.includes(name)) throw new DomainError(`There is no option "${word}" for peers.`);
		// The next word is the value even when it starts with a dash: "--weights -1,2" names a mistake.
		const value = inline ?? words[(at += 1)];
		if (value === undefined || value === '') throw new DomainError(`The option ${name} needs a value.`);
		if (name === '--facts') paths.push(value);
		given.set(name, value);
	}
	if (paths.length === 0) throw new DomainError('Say which file to read: --facts facts.csv.');
	if (given.has('--winsorise') && given.has('--no-winsorise')) {
		throw new DomainError('Choose one of --winsorise and --no-winsorise.');
	}
	const request = {
		columns: given.has('--columns') ? list(given.get('--columns')) : null,
		weights: given.has('--weights') ? list(given.get('--weights')).map(parseWeight) : null,
		log: list(given.get('--log')),
		winsorise: given.has('--winsorise') ? true : given.has('--no-winsorise') ? false : null,
		within: given.get('--within') ?? null,
		least: given.has('--least')
			? parseCount(given.get('--least') ?? '', 'The least number of areas, --least,')
			: null,
		model: parseModel(given.get('--model') ?? 'zscore'),
		area: given.get('--area') ?? null,
		k: parseCount(given.get('-k') ?? String(DEFAULT_PEERS), 'The number of peers, -k,')
	};
	return { paths, request, json: given.has('--json') };
}

function list(text = ''): string[] {
	return text === '' ? [] : text.split(',').map((part) => part.trim());
}

function parseWeight(text: string): number {
	const weight = text === '' ? Number.NaN : Number(text);
	if (Number.isNaN(weight)) throw new DomainError(`The weight "${text}" is not a number.`);
	return weight;
}

function parseModel(text: string): PeerModel {
	const model = PEER_MODELS.find((name) => name === text);
	if (model === undefined)
		throw new DomainError(`There is no model "${text}"; choose ${PEER_MODELS.join(', ')}.`);
	return model;
}

function parseCount(text: string, what: string): number {
	if (!/^\d{1,6}$/.test(text) || Number(text) === 0) {
		throw new DomainError(`${what} must be a whole number of at least 1, got "${text}".`);
	}
	return Number(text);
}
