import { readFile } from 'node:fs/promises';
import { DomainError } from '#lib/domain/errors.ts';
import { factsLabels, parseFacts, type Facts } from '#lib/peers/facts-csv.ts';
import { PEER_MODELS, type PeerModel } from '#lib/peers/peer-space.ts';
import { peersReport, type PeersReport, type ReportArea } from '#lib/peers/report.ts';
import type { ReportRequest } from '#lib/peers/report-settings.ts';
import type { Command } from './main.ts';

/** A command line or a file that cannot be used: told in one sentence, exit code 2. */
const MISUSE = 2;
const DEFAULT_PEERS = 10;
const FLAGS = ['--json', '--winsorise', '--no-winsorise'];
const OPTIONS = ['--facts', '--columns', '--weights', '--log', '--within', '--model', '--area', '-k'];

export const command: Command = {
	usage:
		'peers --facts facts.csv [--columns a,b,c] [--weights 1,2,0.5] [--log a,b] [--within COLUMN] [--model zscore|robust|mahalanobis] [--winsorise|--no-winsorise] [--area CODE] [-k 10] [--json]',
	summary:
		'Lists the areas most like each area, with distances and what each indicator adds to them; the first column is the code. Columns named, or a file without the default indicators, are compared plainly (weight 1, no logarithms, nothing pulled in); the default indicators with their own weights, logarithms and winsorising.',
	async run(words) {
		try {
			const { path, request, json } = parseWords(words);
			const facts = parseFacts(await readText(path));
			const report = peersReport(facts, request);
			for (const note of report.notes) process.stderr.write(`${note}\n`);
			process.stdout.write(
				json ? `${JSON.stringify(asJson(report, facts, request))}\n` : asText(report, facts)
			);
			return 0;
		} catch (cause) {
			if (!(cause instanceof DomainError)) throw cause;
			process.stderr.write(`${cause.message}\n`);
			return MISUSE;
		}
	}
};

function parseWords(words: readonly string[]): { path: string; request: ReportRequest; json: boolean } {
	const given = new Map<string, string>();
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
		given.set(name, value);
	}
	const path = given.get('--facts');
	if (path === undefined) throw new DomainError('Say which file to read: --facts facts.csv.');
	if (given.has('--winsorise') && given.has('--no-winsorise')) {
		throw new DomainError('Choose one of --winsorise and --no-winsorise.');
	}
	const request = {
		columns: given.has('--columns') ? list(given.get('--columns')) : null,
		weights: given.has('--weights') ? list(given.get('--weights')).map(parseWeight) : null,
		log: list(given.get('--log')),
		winsorise: given.has('--winsorise') ? true : given.has('--no-winsorise') ? false : null,
		within: given.get('--within') ?? null,
		model: parseModel(given.get('--model') ?? 'zscore'),
		area: given.get('--area') ?? null,
		k: parseCount(given.get('-k') ?? String(DEFAULT_PEERS))
	};
	return { path, request, json: given.has('--json') };
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

function parseCount(text: string): number {
	if (!/^\d{1,6}$/.test(text) || Number(text) === 0) {
		throw new DomainError(`The number of peers, -k, must be a whole number of at least 1, got "${text}".`);
	}
	return Number(text);
}

async function readText(path: string): Promise<string> {
	try {
		return await readFile(path, 'utf8');
	} catch (cause) {
		throw new DomainError(`The file ${path} cannot be read.`, { cause });
	}
}

function asJson({ settings, universes, areas, notes }: PeersReport, facts: Facts, request: ReportRequest) {
	const { columns, weights, options } = settings;
	const nameOf = names(facts);
	const byColumn = <T>(values: readonly T[]) =>
		Object.fromEntries(columns.map((column, at) => [column, values[at]]));
	return {
		model: options.model,
		columns,
		weights,
		log: options.log,
		winsorise: options.winsorise === null ? null : [options.winsorise.lower, options.winsorise.upper],
		within: request.within,
		k: request.k,
		notes,
		universes: universes.map(({ name, areas: count, version, scales }) => ({
			name,
			areas: count,
			version,
			scales: scales.map(({ column, observed, mean, sd, isConstant }) => ({
				column,
				observed,
				mean,
				sd_sample: sd,
				constant: isConstant
			}))
		})),
		areas: areas.map(({ code, universe, coverage, refusal, ranked, neighbours }) => ({
			code,
			...nameOf(code),
			universe,
			coverage,
			refusal,
			ranked,
			neighbours: neighbours.map((peer) => ({
				code: peer.code,
				...nameOf(peer.code),
				rank: peer.rank,
				distance: peer.distance,
				squared_distance: peer.squared,
				similarity: peer.similarity,
				coverage: peer.shared / peer.counted,
				contributions: byColumn(peer.contributions)
			}))
		}))
	};
}

function asText({ settings, areas }: PeersReport, facts: Facts): string {
	const nameOf = names(facts);
	const label = (code: string) => [code, nameOf(code).name].filter((part) => part !== undefined).join('  ');
	return areas
		.filter(({ refusal }) => refusal === null)
		.map((area) => {
			const rows = area.neighbours.map((peer) => [
				`${peer.rank}`,
				label(peer.code),
				peer.distance.toFixed(3),
				`${peer.similarity.toFixed(0)}`,
				`${peer.shared}/${peer.counted}`,
				apart(peer, settings.columns)
			]);
			return `${label(area.code)}\n${columnsOf([HEADING, ...rows])}\n`;
		})
		.join('\n');
}

const HEADING = ['', 'peer', 'distance', 'similarity', 'indicators', 'set apart most by'];

/** The three largest contributions as percentages of the squared distance. */
function apart(peer: ReportArea['neighbours'][number], columns: readonly string[]): string {
	if (peer.squared === 0) return 'nothing';
	return columns
		.map((column, at) => ({ column, share: (peer.contributions[at] ?? 0) / peer.squared }))
		.filter(({ share }) => share > 0)
		.sort((a, b) => b.share - a.share)
		.slice(0, 3)
		.map(({ column, share }) => `${column} ${(100 * share).toFixed(0)}%`)
		.join(', ');
}

function columnsOf(rows: string[][]): string {
	const widths = HEADING.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
	return rows
		.map((row) => `  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd())
		.join('\n');
}

/** Names of areas from the file's `name` column, where it has one. */
function names(facts: Facts): (code: string) => { name?: string } {
	if (!facts.columns.includes('name')) return () => ({});
	const labels = factsLabels(facts, 'name');
	const byCode = new Map(facts.codes.map((code, row) => [code, labels[row] ?? null]));
	return (code) => {
		const name = byCode.get(code) ?? null;
		return name === null ? {} : { name };
	};
}
