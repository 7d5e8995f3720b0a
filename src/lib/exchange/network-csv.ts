import { printCsv } from './csv.ts';
import type { CsvCell } from './csv.ts';
import { spanOf } from './network-document.ts';
import type { NetworkDocument } from './network-document.ts';

/** Whose names the columns carry: Gephi and Kumu each read their own. */
export const CSV_SPELLINGS = ['gephi', 'kumu'] as const;
export type CsvSpelling = (typeof CSV_SPELLINGS)[number];

/**
 * The nodes of a network as CSV: `Id, Label, Timeset …` for Gephi, `Label, Type, Id …` for Kumu, which
 * knows a node by its label alone.
 */
export function printNodesCsv(network: NetworkDocument, spelling: CsvSpelling): string {
	const labels = uniqueLabels(network);
	const titles = network.nodeFields.map(({ title }) => title);
	const rows = network.nodes.map(({ id, label, spells, values }): CsvCell[] => {
		const { from, to } = spanOf(spells);
		return spelling === 'gephi'
			? [id, label, from, to, ...values]
			: [labels.get(id)!, id, from, to, ...values];
	});
	const header = spelling === 'gephi' ? ['Id', 'Label', 'Start', 'End'] : ['Label', 'Id', 'Start', 'End'];
	return printCsv([...header, ...titles], rows, { byteOrderMark: true });
}

/** The edges of a network as CSV: `Source, Target, Type, Weight …` for Gephi, `From, To, Direction …` for Kumu. */
export function printEdgesCsv(network: NetworkDocument, spelling: CsvSpelling): string {
	const labels = uniqueLabels(network);
	const titles = network.edgeFields.map(({ title }) => title);
	const rows = network.edges.map(
		({ source, target, kind, isDirected, weight, spells, values }): CsvCell[] => {
			const { from, to } = spanOf(spells);
			return spelling === 'gephi'
				? [source, target, isDirected ? 'Directed' : 'Undirected', weight, kind, from, to, ...values]
				: [
						labels.get(source)!,
						labels.get(target)!,
						isDirected ? 'directed' : 'undirected',
						kind,
						weight,
						from,
						to,
						...values
					];
		}
	);
	const header =
		spelling === 'gephi'
			? ['Source', 'Target', 'Type', 'Weight', 'Kind', 'Start', 'End']
			: ['From', 'To', 'Direction', 'Type', 'Strength', 'Start', 'End'];
	return printCsv([...header, ...titles], rows, { byteOrderMark: true });
}

/** Labels that tell nodes apart: where two share one, each has its id behind it. */
function uniqueLabels({ nodes }: NetworkDocument): Map<string, string> {
	const counts = new Map<string, number>();
	for (const { label } of nodes) counts.set(label, (counts.get(label) ?? 0) + 1);
	return new Map(nodes.map(({ id, label }) => [id, counts.get(label) === 1 ? label : `${label} (${id})`]));
}
