/** How a table is sorted. */
interface Order {
	sort: string;
	isDescending: boolean;
}

/** Address of a table sorted in one way, at one of its pages; the usual order needs no saying. */
export type Address = (order: Order, usual: Order, page: number) => string;

/** What a column's header needs to sort by it: the way there, and how it is sorted now. */
export function sortedBy(
	key: string,
	list: Order,
	usual: Order,
	address: Address,
	startDescending = false
): { href: string; direction: 'ascending' | 'descending' | null } {
	const isCurrent = list.sort === key;
	const isDescending = isCurrent ? !list.isDescending : startDescending;
	return {
		href: address({ sort: key, isDescending }, usual, 1),
		direction: !isCurrent ? null : list.isDescending ? 'descending' : 'ascending'
	};
}
