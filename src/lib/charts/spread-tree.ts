/** That one body may have learnt from another. */
export interface TreeLink {
	learner: string;
	source: string;
	/** Declared by someone, or inferred by a method. */
	isInferred: boolean;
}

/** A body of the tree; `period` is that of its adoption, null where unknown. */
export interface TreeBody {
	id: string;
	name: string;
	period: number | null;
}

export interface SpreadTree {
	rows: { id: string; name: string; depth: number; period: number | null; y: number }[];
	/** From the row of the source to the row of the learner. */
	links: { from: number; to: number; isInferred: boolean }[];
	height: number;
	/** Bodies that did not fit (count). */
	hidden: number;
}

const ROW_PX = 22;
const TOP_PX = 14;

/**
 * Lays out who learnt from whom as an indented tree, sources above their learners, those with most learners
 * first. A body with several sources stands under the first; a circle of learning is opened at its earliest body.
 *
 * @param most rows drawn at most; the rest is counted
 */
export function spreadTree(
	bodies: readonly TreeBody[],
	links: readonly TreeLink[],
	most: number
): SpreadTree {
	const byId = new Map(bodies.map((body) => [body.id, body]));
	const known = links.filter(
		({ learner, source }) => byId.has(learner) && byId.has(source) && learner !== source
	);
	const parent = new Map<string, TreeLink>();
	for (const link of known) if (!parent.has(link.learner)) parent.set(link.learner, link);
	const children = new Map<string, TreeLink[]>();
	for (const link of parent.values()) children.set(link.source, [...(children.get(link.source) ?? []), link]);

	const placed = new Map<string, number>();
	const order: { id: string; depth: number; link: TreeLink | null }[] = [];
	const walk = (id: string, depth: number, link: TreeLink | null): void => {
		if (placed.has(id)) return;
		placed.set(id, order.length);
		order.push({ id, depth, link });
		const next = [...(children.get(id) ?? [])].sort((a, b) => time(byId, a.learner) - time(byId, b.learner));
		for (const child of next) walk(child.learner, depth + 1, child);
	};
	const involved = [...new Set(known.flatMap(({ source, learner }) => [source, learner]))];
	const size = sizes(children);
	const roots = involved
		.filter((id) => !parent.has(id))
		.sort((a, b) => size(b) - size(a) || time(byId, a) - time(byId, b) || a.localeCompare(b));
	for (const id of roots) walk(id, 0, null);
	for (const id of [...involved].sort((a, b) => time(byId, a) - time(byId, b))) walk(id, 0, null);

	const shown = order.slice(0, most);
	return {
		rows: shown.map(({ id, depth }, row) => {
			const { name, period } = byId.get(id)!;
			return { id, name, depth, period, y: TOP_PX + row * ROW_PX };
		}),
		links: shown.flatMap(({ link }, to) =>
			link === null ? [] : [{ from: placed.get(link.source)!, to, isInferred: link.isInferred }]
		),
		height: TOP_PX + shown.length * ROW_PX,
		hidden: order.length - shown.length
	};
}

function time(bodies: ReadonlyMap<string, TreeBody>, id: string): number {
	return bodies.get(id)?.period ?? Infinity;
}

/** Number of all learners under a body, those in a circle counted once. */
function sizes(children: ReadonlyMap<string, TreeLink[]>): (id: string) => number {
	return (id) => {
		const seen = new Set([id]);
		const queue = [id];
		for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
			for (const { learner } of children.get(next) ?? []) {
				if (!seen.has(learner)) queue.push(learner);
				seen.add(learner);
			}
		}
		return seen.size - 1;
	};
}
