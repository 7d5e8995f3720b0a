import { exposure } from '#lib/analysis/diffusion/exposure.ts';
import { panelOf } from '#lib/analysis/input/node-table.ts';
import { mapNetwork } from '#lib/analysis/sparse/sparse-matrix.ts';
import { binary } from '#lib/analysis/sparse/sparse-operations.ts';
import { discreteTimeHazard, eventHistory, type WithoutTies } from '#lib/analysis/survival/event-history.ts';
import type { LogitModel } from '#lib/analysis/survival/logit.ts';
import { InputError } from './analyse-input.ts';
import { readNetwork } from './tables.ts';
import { optionsFrom, requiredOption } from './options.ts';
import { printResult } from './print-result.ts';

/** `analyse hazard`: discrete-time logit of adopting on exposure one period before. */
export async function run(words: string[]): Promise<number> {
	const options = optionsFrom(words, ['nodes', 'edges', 'without-ties']);
	const { nodes, edges } = await readNetwork(
		requiredOption(options, 'nodes'),
		requiredOption(options, 'edges')
	);
	const panel = panelOf(nodes, 'toa_censored', edges);
	const history = eventHistory(
		panel,
		exposure(panel, mapNetwork(edges.network, binary)),
		withoutTies(options.values['without-ties'])
	);
	const years = new Set(history.rows.map((row) => row.period)).size;
	printResult(
		{
			linear_per: modelColumns(discreteTimeHazard(history, years > 1 ? 'linear' : 'none')),
			...(years > 2 ? { factor_per: modelColumns(discreteTimeHazard(history, 'factor')) } : {}),
			without_ties_left_out: history.withoutExposure
		},
		options.json
	);
	return 0;
}

/** As the reference has it, units without ties count as exposed to nobody unless told otherwise. */
function withoutTies(choice: string | undefined): WithoutTies {
	if (choice === undefined || choice === 'zero') return 'zero';
	if (choice === 'leave-out') return 'leave out';
	throw new InputError(`--without-ties is "${choice}"; it must be zero or leave-out.`);
}

function modelColumns(model: LogitModel): Record<string, unknown> {
	return {
		n: model.n,
		terms: model.terms.map(({ term }) => term),
		coef: model.terms.map(({ coefficient }) => coefficient),
		se: model.terms.map(({ error }) => error),
		p: model.terms.map(({ p }) => p),
		loglik: model.loglik,
		aic: model.aic,
		...(model.caution === null ? {} : { caution: model.caution })
	};
}
