import type { NetworkPicture } from '#lib/view/network-picture.ts';
import type { NetworkReading } from '#lib/network/network-reading.ts';
import type { NamedNode } from './network-table.ts';

/** Names and addresses of the nodes that a reading speaks of. */
export function namesIn(
	{ texts }: Pick<NetworkPicture, 'texts'>,
	{ goBetweens, brokers, bridges, cutVertices, isolates, stage, withoutHub }: NetworkReading
): Record<number, NamedNode> {
	const named = [
		...goBetweens.map(({ node }) => node),
		...brokers.map(({ node }) => node),
		...bridges.flat(),
		...cutVertices,
		...isolates,
		stage.measures.hub ?? -1,
		withoutHub?.measures.hub ?? -1
	];
	return namesOf({ texts }, named);
}

/** Names and addresses of some nodes, each once; what is no node is left out. */
export function namesOf(
	{ texts }: Pick<NetworkPicture, 'texts'>,
	nodes: readonly number[]
): Record<number, NamedNode> {
	return Object.fromEntries(
		[...new Set(nodes)]
			.filter((node) => node >= 0)
			.map((node) => [node, { label: texts.label[node]!, href: texts.href[node]! }])
	);
}
