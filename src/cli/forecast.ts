import { forecast } from '#lib/forecast/forecast.ts';
import { forecastReport } from '#lib/forecast/forecast-report.ts';
import { throughNetworks, throughReport } from '#lib/forecast/through-networks.ts';
import { ownForecastData } from '#lib/forecast/own-data.ts';
import { InputError } from './analyse-input.ts';
import type { Command } from './main.ts';
import { optionsFrom, requiredOption, wholeOption } from './options.ts';
import { printResult } from './print-result.ts';
import { readSource, say } from './tables.ts';
import { orMisuse } from './misuse.ts';

/** Periods ahead where nobody says otherwise. */
const USUAL_HORIZON = 6;

/** `goodways forecast`: who could be next, and whether to believe it, from files of one's own. */
export const command: Command = {
	usage:
		'forecast --nodes nodes.csv --edges edges.csv [--edges second.csv …] [--covariates a,b] [--until PERIOD] [--horizon 6] [--seed 1] [--json]',
	summary:
		'Gives the chance of each organisation to adopt next, tested against simple rules; see src/lib/forecast/README.md for every figure.',
	run: (words) => orMisuse(() => run(words))
};

async function run(words: string[]): Promise<number> {
	const options = optionsFrom(words, ['nodes', 'covariates', 'until', 'horizon', 'seed'], ['edges']);
	const nodes = await readSource(requiredOption(options, 'nodes'));
	if (options.lists['edges']!.length === 0) throw new InputError('The option --edges is needed.');
	const { data, notes } = ownForecastData({
		nodes,
		edges: await Promise.all(options.lists['edges']!.map(readSource)),
		covariates: (options.values['covariates'] ?? '').split(',').filter((name) => name.trim() !== ''),
		until:
			options.values['until'] === undefined ? null : wholeOption(options, 'until', 0, Number.MIN_SAFE_INTEGER)
	});
	say(notes);
	const seed = wholeOption(options, 'seed', 1, 0);
	const found = forecast(data, {
		horizon: wholeOption(options, 'horizon', USUAL_HORIZON, 1),
		seed,
		// Whoever brings a file of their own says with it that it is complete to its end.
		claim: { completeFor: nodes.file, horizonsAgo: null }
	});
	const through = found.refusal?.refuses === 'all' ? null : throughNetworks(data);
	const report = { ...forecastReport(found, data, seed), through_networks: throughReport(through) };
	printResult(options.json ? report : readableReport(report), options.json);
	return 0;
}

/** The list by organisation in words, and only where it may stand open. */
function readableReport(report: Record<string, unknown>): Record<string, unknown> {
	const { organisations, list_open: isOpen, ...others } = report;
	if (organisations === null) return others;
	if (isOpen !== true)
		return { ...others, organisations: 'not listed, as the verdict says; use --json to see the chances' };
	const list = organisations as { name: string; in_words: string; because: string }[];
	return {
		...others,
		organisations: Object.fromEntries(
			list.map(({ name, in_words: words, because }) => [name, `${words}: ${because}`])
		)
	};
}
