import type { Atlas, LearningLink, SpellTable } from '#lib/domain/atlas.ts';
import { dayOrNull } from '#lib/domain/day.ts';
import { linkDay } from '#lib/domain/link-day.ts';
import { CONFIDENCES, TIE_KINDS } from '#lib/domain/vocabulary.ts';
import type { TieKind } from '#lib/domain/vocabulary.ts';
import { ALWAYS_AFTER, ALWAYS_BEFORE } from './intervals.ts';
import { learntLinks, startKnown } from './learnt-links.ts';
import { NetworkBuilder } from './network-builder.ts';
import type { EdgeFacts } from './network-builder.ts';
import type { EdgeKind, NetworkData } from './network-data.ts';
import { NO_EVENT, ON_THE_DAY } from './known-event.ts';
import type { Selection } from './selection.ts';

const INFERRED = CONFIDENCES.indexOf('inferred');
const LINK_EDGES: Record<string, EdgeKind> = {
	about: 'is about',
	attended: 'attended',
	made: 'made or hosted',
	hosted: 'made or hosted',
	shared: 'made or hosted'
};

/** Whether what ties an organisation to a learning link counts. */
export type LearningFilter = (link: LearningLink, role: string) => boolean;

/**
 * The network of a view: its organisations, and the practices, learning links and networks that the
 * chosen kinds of link tie them to. A node of those three is there only when something ties it.
 *
 * "Learnt from" is taken from adoptions and from ties, once a pair: an adoption's own record goes
 * before a tie. Links to anything outside the view are left out, and counted.

 */
export function networkData(
	selection: Selection,
	kinds: ReadonlySet<EdgeKind>,
	isLearning: LearningFilter = () => true
): NetworkData {
	const { atlas, presences } = selection;
	const build = new NetworkBuilder(atlas);
	for (let at = 0; at < presences.count; at += 1) {
		build.organisation(presences.organisation[at]!, {
			from: presences.from[at]!,
			to: presences.to[at]!,
			begun: presences.begun[at]!
		});
	}
	addTies(build, selection, kinds);
	if (kinds.has('does')) addAdoptions(build, selection);
	if (kinds.has('belongs to')) addMemberships(build, selection);
	addLearningLinks(build, atlas, kinds, isLearning);
	return build.data();
}

function addTies(build: NetworkBuilder, selection: Selection, kinds: ReadonlySet<EdgeKind>): void {
	const { ties } = selection.atlas;
	const recorded = new Set<string>();
	if (kinds.has('learnt from')) {
		for (const { learner, source, facts } of learntLinks(selection)) {
			recorded.add(`${learner}>${source}`);
			build.between(learner, source, 'learnt from', facts);
		}
	}
	for (let row = 0; row < ties.count; row += 1) {
		const kind: TieKind = TIE_KINDS[ties.kind[row]!]!;
		const [from, to] = [ties.from[row]!, ties.to[row]!];
		if (!kinds.has(kind) || !selection.isFact(ties, row)) continue;
		if (kind === 'learnt from' && recorded.has(`${from}>${to}`)) continue;
		const inferred = ties.confidence[row] === INFERRED;
		build.between(from, to, kind, { ...times(ties, row), directed: ties.directed[row] === 1, inferred });
	}
}

function addAdoptions(build: NetworkBuilder, selection: Selection): void {
	const { adoptions, practices } = selection.atlas;
	for (let row = 0; row < adoptions.count; row += 1) {
		if (!selection.isMeant(row)) continue;
		const practice = adoptions.practice[row]!;
		const organisation = build.find('organisation', adoptions.organisation[row]!);
		if (organisation === null) continue;
		for (const { from, to, begun } of selection.spans(row)) {
			const node = build.thing('practice', practice, practices[practice]!.name);
			build.edge(organisation, node, 'does', {
				// Where the day is not recorded, that on which it first counts is no date of it.
				from: begun === NO_EVENT && dayOrNull(adoptions.startedOn[row]) === null ? ALWAYS_BEFORE : from,
				to,
				begun,
				directed: false,
				inferred: adoptions.confidence[row] === INFERRED,
				sourceUrl: adoptions.sourceUrl[row] ?? null
			});
		}
	}
}

function addMemberships(build: NetworkBuilder, selection: Selection): void {
	const { memberships, networks } = selection.atlas;
	for (let row = 0; row < memberships.count; row += 1) {
		// An invitation without a start is no membership yet.
		const isInvited =
			dayOrNull(memberships.startedOn[row]) === null && dayOrNull(memberships.invitedOn[row]) !== null;
		if (isInvited || !selection.isFact(memberships, row)) continue;
		const organisation = build.find('organisation', memberships.organisation[row]!);
		if (organisation === null) continue;
		const network = memberships.network[row]!;
		const node = build.thing('network', network, networks[network]!.name);
		const inferred = memberships.confidence[row] === INFERRED;
		build.edge(organisation, node, 'belongs to', { ...times(memberships, row), directed: false, inferred });
	}
}

function addLearningLinks(
	build: NetworkBuilder,
	atlas: Atlas,
	kinds: ReadonlySet<EdgeKind>,
	isLearning: LearningFilter
): void {
	atlas.links.forEach((link, row) => {
		const when = {
			from: linkDay(link) ?? ALWAYS_BEFORE,
			to: ALWAYS_AFTER,
			begun: ON_THE_DAY,
			directed: false,
			inferred: false,
			sourceUrl: link.url
		};
		for (const { organisation, role } of link.organisations) {
			const kind = LINK_EDGES[role];
			const end = build.find('organisation', organisation);
			if (kind === undefined || !kinds.has(kind) || end === null || !isLearning(link, role)) continue;
			build.edge(end, build.thing('learning link', row, link.title), kind, when);
		}
		if (!kinds.has('is about')) return;
		for (const practice of link.practices) {
			const end = build.find('practice', practice);
			if (end !== null) build.edge(end, build.thing('learning link', row, link.title), 'is about', when);
		}
	});
}

function times(table: SpellTable, row: number): Pick<EdgeFacts, 'from' | 'to' | 'begun' | 'sourceUrl'> {
	return {
		begun: startKnown(table, row),
		from: dayOrNull(table.startedOn[row]) ?? ALWAYS_BEFORE,
		to: dayOrNull(table.endedOn[row]) ?? ALWAYS_AFTER,
		sourceUrl: table.sourceUrl[row] ?? null
	};
}
