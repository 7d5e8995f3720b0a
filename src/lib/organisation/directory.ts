import { beganWhen, sinceWhen } from '#lib/domain/counting.ts';
import { isMemberStatus } from '#lib/domain/membership-status.ts';
import { rowsOf } from '#lib/domain/row-index.ts';
import { MEMBERSHIP_STATUSES, ORGANISATION_KINDS } from '#lib/domain/vocabulary.ts';
import type { OrganisationKind } from '#lib/domain/vocabulary.ts';
import { anyInWindow } from '#lib/view/date-window.ts';
import { statusOn } from '#lib/view/membership-spans.ts';
import type { Belonging } from '#lib/view/reach.ts';
import type { Selection } from '#lib/view/selection.ts';
import { DEFAULT_VIEW } from '#lib/view/view.ts';

export const DIRECTORY_SORTS = ['name', 'kind', 'region', 'practices'] as const;
export type DirectorySort = (typeof DIRECTORY_SORTS)[number];
export const USUAL_ORDER = { sort: 'name', isDescending: false } as const;

export interface DirectoryEntry {
	row: number;
	slug: string;
	name: string;
	kind: OrganisationKind;
	/** Area it sits in; null where none is recorded, or where the name already says it. */
	place: string | null;
	region: string | null;
	/** Practices it does on the date, from the stage that the view counts from, of the facts that it counts. */
	practices: number;
	/**
	 * The practices by which it shows the characteristics that are asked for, each with since when; empty where none is
	 * asked for.
	 */
	how: { slug: string; name: string; since: string }[];
	/** How it is part of the movement in view; null where none is shown. */
	belongs: Belonging | null;
	/** Names of the networks it is a member of on the date. */
	networks: string[];
}

/** The organisations of a selection on its date, sorted. Ties in order are broken by name. */
export function listDirectory(
	selection: Selection,
	{ sort, isDescending }: { sort: DirectorySort; isDescending: boolean }
): DirectoryEntry[] {
	const byName = new Intl.Collator('en-GB', { numeric: true });
	const turn = isDescending ? -1 : 1;
	const compare: Record<DirectorySort, (a: DirectoryEntry, b: DirectoryEntry) => number> = {
		name: () => 0,
		kind: (a, b) => ORGANISATION_KINDS.indexOf(a.kind) - ORGANISATION_KINDS.indexOf(b.kind),
		// Where no region is recorded stands last, whichever way the list is turned.
		region: (a, b) =>
			a.region === null || b.region === null
				? turn * (Number(a.region === null) - Number(b.region === null))
				: byName.compare(a.region, b.region),
		practices: (a, b) => a.practices - b.practices
	};
	const anyPractice = selection.with({ practices: [], characteristics: [] });
	const entries = Array.from(selection.organisations, (row) => ({
		...directoryEntry(anyPractice, row),
		how: selection.view.characteristics.length === 0 ? [] : howShown(selection, row)
	}));
	return sort === 'name'
		? entries.sort((a, b) => turn * byName.compare(a.name, b.name))
		: entries.sort((a, b) => turn * compare[sort](a, b) || byName.compare(a.name, b.name));
}

function howShown(selection: Selection, organisation: number): DirectoryEntry['how'] {
	const { atlas, window, view } = selection;
	return selection
		.adoptionsOf(organisation)
		.filter((row) => anyInWindow(selection.spans(row), window))
		.map((row) => {
			const { slug, name } = atlas.practices[atlas.adoptions.practice[row]!]!;
			const since = sinceWhen(atlas.adoptions, row, view.countFrom) ?? beganWhen(atlas.adoptions, row);
			return { slug, name, since: since.words };
		});
}

function directoryEntry(selection: Selection, row: number): Omit<DirectoryEntry, 'how'> {
	const { atlas, window } = selection;
	const { organisations, areas, networks, index } = atlas;
	const kind = ORGANISATION_KINDS[organisations.kind[row]!]!;
	const area = areas[organisations.area[row]!];
	const name = organisations.name[row]!;

	const done = new Set<number>();
	for (const adoption of selection.adoptionsOf(row)) {
		if (anyInWindow(selection.spans(adoption), window)) done.add(atlas.adoptions.practice[adoption]!);
	}
	const memberOf = Array.from(rowsOf(index.membershipsOfOrganisation, row))
		.filter((membership) => isMemberStatus(statusOn(atlas, membership, window.day)))
		.map((membership) => networks[atlas.memberships.network[membership]!]!.name);

	return {
		row,
		slug: organisations.slug[row]!,
		name,
		kind,
		place: area === undefined || (kind === 'council' && name.includes(area.name)) ? null : area.name,
		region: area?.region ?? null,
		practices: done.size,
		belongs: selection.movement?.wayOf(row, window) ?? null,
		networks: [...new Set(memberOf)]
	};
}

/**
 * Out of how many organisations a list is: all of the same network on the same date. Where it asks for some
 * statuses, those of every status: who lapsed is not among those who did not.
 */
export function countOnRecord(selection: Selection): number {
	const { network, reach, date, mode, months, countFrom, statedOnly, statuses } = selection.view;
	const all = selection.with({
		...DEFAULT_VIEW,
		...{ network, reach, date, mode, months, countFrom, statedOnly },
		statuses: statuses.length === 0 ? [] : [...MEMBERSHIP_STATUSES]
	});
	return all.organisations.length;
}
