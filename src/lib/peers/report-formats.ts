import { factsLabels, type Facts } from './facts-csv.ts';
import type { ReportRequest } from './report-settings.ts';
import type { PeersReport, ReportArea } from './report.ts';

/**
 * A report as plain data with the keys of the command line's JSON; what is unknown is null.
 *
 * @param facts the file that the report was made from, for names of areas
 * @param request what was asked
 */
export function reportJson(
	{ settings, universes, areas, notes }: PeersReport,
	facts: Facts,
	request: ReportRequest
) {
	const { columns, weights, options, isScaledByAll } = settings;
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
		scaled_by: isScaledByAll ? 'all areas of the file' : 'each universe',
		k: request.k,
		notes,
		universes: universes.map(({ name, areas: count, shrinkage, version, scales, weights: own }) => ({
			name,
			areas: count,
			shrinkage,
			version,
			weights: own,
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

/** A report as text: a heading and an aligned list for each area that has peers. */
export function reportText({ settings, areas }: PeersReport, facts: Facts): string {
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
