import type { FileDirection } from '#lib/exchange/edge-direction.ts';
import { printGexf } from '#lib/exchange/gexf.ts';
import { printGraphml } from '#lib/exchange/graphml.ts';
import { printEdgesCsv, printNodesCsv } from '#lib/exchange/network-csv.ts';
import type { NetworkDocument } from '#lib/exchange/network-document.ts';
import type { Ground } from '#lib/server/answers/serve-answers.ts';
import { readNetworkDocument } from './network-files.ts';
import type { NetworkFileAsked } from './network-files.ts';

export const CSV = 'text/csv; charset=utf-8';

/** The files of a network over all its time, by name. */
export const NETWORK_FILES: Record<
	string,
	{ type: string; print: (network: NetworkDocument, direction: FileDirection) => string }
> = {
	'network.gexf': { type: 'application/gexf+xml; charset=utf-8', print: printGexf },
	'network.graphml': { type: 'application/graphml+xml; charset=utf-8', print: printGraphml },
	'network.json': {
		type: 'application/json; charset=utf-8',
		print: (network) => JSON.stringify(network, null, '\t')
	},
	'nodes-gephi.csv': { type: CSV, print: (network) => printNodesCsv(network, 'gephi') },
	'edges-gephi.csv': { type: CSV, print: (network) => printEdgesCsv(network, 'gephi') },
	'nodes-kumu.csv': { type: CSV, print: (network) => printNodesCsv(network, 'kumu') },
	'edges-kumu.csv': { type: CSV, print: (network) => printEdgesCsv(network, 'kumu') }
};

interface Asked extends NetworkFileAsked {
	/** One of `NETWORK_FILES`. */
	file: string;
	/** Of GEXF and GraphML; the others say it link by link. */
	direction: FileDirection;
}

/** A network of a view as the text of a file. */
export function readNetworkFile(ground: Ground, { file, direction, ...asked }: Asked): string {
	return NETWORK_FILES[file]!.print(readNetworkDocument(ground, asked), direction);
}
