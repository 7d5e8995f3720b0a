import type { Atlas } from '#lib/domain/atlas.ts';
import { rowsOf } from '#lib/domain/row-index.ts';
import { isMemberStatus } from '#lib/domain/membership-status.ts';
import { LIES_WITHIN, TIE_KINDS, type EvidenceLevel } from '#lib/domain/vocabulary.ts';
import { practiceHoldings } from '#lib/council-peers/atlas-holdings.ts';
import type { Selection } from '#lib/view/selection.ts';
import { countedStages, type Named } from '#lib/council-peers/peer-practices.ts';
import { FROM_THE_OTHER_END } from '#lib/organisation/profile.ts';
import { statusOn } from '#lib/view/membership-spans.ts';
import { adoptionFacts, spellFacts, type AdoptionFacts, type SpellFacts } from '#lib/view/spell-facts.ts';
import { named, type Predecessor } from './predecessors.ts';

/** One predecessor's doing of a practice. */
export interface InheritedFrom extends AdoptionFacts {
	body: Named;
	/** The body before it that did it, where it has it from there; null where it is its own. */
	inheritedFrom: Named | null;
	/** Whether it counts as doing it: not where it only has it from a body before it. */
	isCounted: boolean;
	/** Where it shows how it works. */
	evidenceUrl: string | null;
}

/** How many of the predecessors bring a practice with them. */
export type Reach =
	/** Every council of the areas does it. */
	| 'all'
	/** Several do. */
	| 'some'
	/** One does, which the others do not. */
	| 'one'
	/** None is counted as doing it: it is looked at or tried, was ended, or is itself only inherited. */
	| 'none';

/** A practice that the new council would have from those before it. */
export interface InheritedPractice extends Named {
	row: number;
	/** How it is known to work, wherever it is done. */
	evidenceLevel: EvidenceLevel | null;
	reach: Reach;
	/** Predecessors that do it, each once, out of those of whom anything may be said. */
	count: number;
	of: number;
	/** By predecessor, those that count first. */
	from: InheritedFrom[];
}

/** What a new council would have from its predecessors besides practices. */
export interface Inheritance {
	/** Those that all bring first, then by how many bring them. */
	practices: InheritedPractice[];
	/** Networks, and which of the predecessors are members. */
	memberships: (Named & { members: Named[] })[];
	/** Ties to others, and those among the predecessors, which would end by becoming one. */
	ties: InheritedTie[];
	within: InheritedTie[];
	/** Learning that a predecessor made, hosted, attended or shared. */
	links: (Named & { kind: string; by: Named[] })[];
}

/** A tie of a predecessor that runs. */
export interface InheritedTie extends SpellFacts {
	key: number;
	body: Named;
	words: string;
	other: Named;
}

/**
 * What the predecessors of a proposal do and whom they know, on the atlas's day; sample data left out.
 *
 * *All* means every council of an area of which the record says anything; what a county council does reaches all of
 * them too, and is named beside them.
 *
 * @param selection says from which stage on one counts, and which public records are asked for
 */
export function inheritance(selection: Selection, bodies: readonly Predecessor[]): Inheritance {
	const { atlas } = selection;
	return {
		practices: practicesFrom(selection, bodies),
		memberships: membershipsOf(atlas, bodies),
		...tiesOf(atlas, bodies),
		links: linksOf(atlas, bodies)
	};
}

function practicesFrom(selection: Selection, bodies: readonly Predecessor[]): InheritedPractice[] {
	const {
		atlas,
		view: { countFrom }
	} = selection;
	const holdings = practiceHoldings(selection);
	const counted = countedStages(countFrom);
	const rows = new Set(bodies.map(({ row }) => row));
	const found = new Map<number, { holder: number; from: InheritedFrom }[]>();
	holdings.organisation.forEach((holder, at) => {
		if (!rows.has(holder)) return;
		const practice = holdings.item[at]!;
		const stage = holdings.stage[at] ?? null;
		const by = holdings.by[at]!;
		const row = holdings.adoption[at]!;
		const from: InheritedFrom = {
			...adoptionFacts(atlas, row, atlas.asOf, countFrom),
			...(stage === null ? {} : { stage }),
			body: named(atlas, holder),
			inheritedFrom: by === holder ? null : named(atlas, by),
			isCounted: holdings.isBeside[at] !== true && stage !== null && counted.includes(stage),
			evidenceUrl: atlas.adoptions.evidenceUrl[row] ?? null
		};
		found.set(practice, [...(found.get(practice) ?? []), { holder, from }]);
	});
	const order: Reach[] = ['all', 'some', 'one', 'none'];
	return [...found]
		.map(([practice, holders]): InheritedPractice => {
			const { slug, name, evidenceLevel } = atlas.practices[practice]!;
			const known = bodies.filter(({ row }) => !holdings.isSilent(row, practice));
			const doing = new Set(holders.filter(({ from }) => from.isCounted).map(({ holder }) => holder));
			const places = known.filter(({ part }) => part === 'area');
			const isAll = places.length > 0 && places.every(({ row }) => doing.has(row));
			const reach = doing.size === 0 ? 'none' : isAll ? 'all' : doing.size === 1 ? 'one' : 'some';
			return {
				...{ row: practice, slug, name, evidenceLevel, reach },
				count: doing.size,
				of: known.length,
				from: holders
					.map(({ from }) => from)
					.sort(
						(a, b) =>
							Number(b.isCounted) - Number(a.isCounted) || a.body.name.localeCompare(b.body.name, 'en-GB')
					)
			};
		})
		.sort(
			(a, b) =>
				order.indexOf(a.reach) - order.indexOf(b.reach) ||
				b.count - a.count ||
				a.name.localeCompare(b.name, 'en-GB')
		);
}

function membershipsOf(atlas: Atlas, bodies: readonly Predecessor[]): Inheritance['memberships'] {
	const { index, memberships, networks } = atlas;
	const members = new Map<number, Map<number, Named>>();
	for (const { row } of bodies) {
		for (const membership of rowsOf(index.membershipsOfOrganisation, row)) {
			const network = memberships.network[membership]!;
			if (networks[network]!.isSample || !isMemberStatus(statusOn(atlas, membership, atlas.asOf))) continue;
			members.set(network, (members.get(network) ?? new Map<number, Named>()).set(row, named(atlas, row)));
		}
	}
	return [...members]
		.map(([network, who]) => {
			const { slug, name } = networks[network]!;
			return { slug, name, members: [...who.values()] };
		})
		.sort((a, b) => b.members.length - a.members.length || a.name.localeCompare(b.name, 'en-GB'));
}

function tiesOf(atlas: Atlas, bodies: readonly Predecessor[]): Pick<Inheritance, 'ties' | 'within'> {
	const { ties, index, organisations, asOf } = atlas;
	const rows = new Set(bodies.map(({ row }) => row));
	const outward: InheritedTie[] = [];
	const within: InheritedTie[] = [];
	const told = new Set<number>();
	for (const { row } of bodies) {
		const own = [
			...Array.from(rowsOf(index.tiesFrom, row), (tie) => ({ tie, other: ties.to[tie]!, isFrom: true })),
			...Array.from(rowsOf(index.tiesTo, row), (tie) => ({ tie, other: ties.from[tie]!, isFrom: false }))
		];
		for (const { tie, other, isFrom } of own) {
			if (ties.kind[tie] === LIES_WITHIN || told.has(tie) || organisations.isSample[other] === 1) continue;
			const facts = spellFacts(ties, tie, asOf);
			if (!facts.isRunning) continue;
			told.add(tie);
			const kind = TIE_KINDS[ties.kind[tie]!]!;
			(rows.has(other) ? within : outward).push({
				...facts,
				key: tie,
				body: named(atlas, row),
				words: !isFrom && ties.directed[tie] === 1 ? FROM_THE_OTHER_END[kind] : kind,
				other: named(atlas, other)
			});
		}
	}
	return { ties: outward, within };
}

function linksOf(atlas: Atlas, bodies: readonly Predecessor[]): Inheritance['links'] {
	const by = new Map<number, Map<number, Named>>();
	for (const { row } of bodies) {
		for (const link of atlas.index.linksOfOrganisation.get(row) ?? []) {
			if (atlas.links[link]!.isSample) continue;
			by.set(link, (by.get(link) ?? new Map<number, Named>()).set(row, named(atlas, row)));
		}
	}
	return [...by]
		.map(([link, who]) => {
			const { slug, title, kind } = atlas.links[link]!;
			return { slug, name: title, kind, by: [...who.values()] };
		})
		.sort((a, b) => b.by.length - a.by.length || a.name.localeCompare(b.name, 'en-GB'));
}
