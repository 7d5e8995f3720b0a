import type { Atlas, SpellTable } from '#lib/domain/atlas.ts';
import { addMonths, dayOrNull } from '#lib/domain/day.ts';
import { rowsOf } from '#lib/domain/row-index.ts';
import { CONFIDENCES, STAGES } from '#lib/domain/vocabulary.ts';
import type { MembershipStatus } from '#lib/domain/vocabulary.ts';
import { ALWAYS_AFTER, ALWAYS_BEFORE, NEVER, union } from './intervals.ts';
import type { Intervals } from './intervals.ts';
import type { View } from './view.ts';

/** The days on which one organisation meets one condition of a view. */
export type Presence = (organisation: number) => Intervals;

const INFERRED = CONFIDENCES.indexOf('inferred');

/** Whether a row of a table of spells counts in a view, which may leave out what is only inferred. */
export function countsAsFact(
	table: Pick<SpellTable, 'confidence'>,
	row: number,
	{ statedOnly }: Pick<View, 'statedOnly'>
): boolean {
	return !statedOnly || table.confidence[row] !== INFERRED;
}

const STOPPED = STAGES.indexOf('stopped');

/**
 * Days of membership in the view's network, in the statuses the view asks for (without any: every
 * day on which the organisation is a member, that is new, current or in grace).
 *
 * A network that is a public record has no members; the organisations that took up its own
 * practices stand in their place.
 *
 * @returns null when the view names no network: no condition
 */
export function membershipPresence(atlas: Atlas, view: View): Presence | null {
	if (view.network === null) return null;
	const network = atlas.index.networkBySlug.get(view.network);
	if (network === undefined) return () => NEVER;
	if (rowsOf(atlas.index.membershipsOfNetwork, network).length === 0) {
		const own = atlas.practices.flatMap((practice, row) => (practice.network === network ? [row] : []));
		return doing(atlas, { ...view, stages: [] }, new Set(own));
	}

	const wanted: readonly MembershipStatus[] =
		view.statuses.length > 0 ? view.statuses : ['new', 'current', 'grace'];
	return (organisation) => {
		const days: [number, number][] = [];
		for (const row of rowsOf(atlas.index.membershipsOfOrganisation, organisation)) {
			if (atlas.memberships.network[row] !== network) continue;
			if (!countsAsFact(atlas.memberships, row, view)) continue;
			for (const { status, from, to } of statusSpans(atlas, row)) {
				if (wanted.includes(status)) days.push([from, to]);
			}
		}
		return union(days);
	};
}

/**
 * Days on which an organisation does one of the view's practices (or any, when the view asks only
 * for stages or characteristics), from the stage the view counts from.
 *
 * @returns null when the view asks for no practice, stage or characteristic: no condition
 */
export function adoptionPresence(atlas: Atlas, view: View): Presence | null {
	const { practices, stages, characteristics } = view;
	if (practices.length === 0 && stages.length === 0 && characteristics.length === 0) return null;
	return doing(atlas, view, wantedPractices(atlas, view));
}

/** Rows of the practices that a view's practice and characteristic filters leave. */
export function wantedPractices(
	atlas: Atlas,
	view: Pick<View, 'practices' | 'characteristics'>
): Set<number> {
	const named = new Set(view.practices.map((slug) => atlas.index.practiceBySlug.get(slug) ?? -1));
	const characteristics = new Set(view.characteristics);
	const wanted = new Set<number>();
	atlas.practices.forEach((practice, row) => {
		if (named.size > 0 && !named.has(row)) return;
		if (characteristics.size > 0) {
			const keys = practice.characteristics.map((at) => characteristicKey(atlas, at));
			if (!keys.some((key) => characteristics.has(key))) return;
		}
		wanted.add(row);
	});
	return wanted;
}

/** Key of a characteristic in a view: `network-slug.position`. */
export function characteristicKey(atlas: Atlas, row: number): string {
	const { network, position } = atlas.characteristics[row]!;
	return `${atlas.networks[network]!.slug}.${position}`;
}

function doing(atlas: Atlas, view: View, practices: ReadonlySet<number>): Presence {
	return (organisation) => {
		const days: [number, number][] = [];
		for (const row of rowsOf(atlas.index.adoptionsOfOrganisation, organisation)) {
			if (!practices.has(atlas.adoptions.practice[row]!)) continue;
			if (!countsAsFact(atlas.adoptions, row, view)) continue;
			days.push(...adoptionSpans(atlas, row, view));
		}
		return union(days);
	};
}

/** Days of one adoption at the stages a view asks for, or from the stage it counts from. */
export function adoptionSpans(
	atlas: Atlas,
	row: number,
	view: Pick<View, 'stages' | 'countFrom'>
): [from: number, to: number][] {
	const { adoptions } = atlas;
	const ended = dayOrNull(adoptions.endedOn[row]);
	if (view.stages.length > 0)
		return stageSpans(
			atlas,
			row,
			view.stages.map((stage) => STAGES.indexOf(stage))
		);

	const reached = view.countFrom === 'adopted' ? adoptions.isAdopter[row] : adoptions.isPilot[row];
	if (reached !== 1) return [];
	const first = dayOrNull(view.countFrom === 'adopted' ? adoptions.adoptedOn[row] : adoptions.pilotedOn[row]);
	return [[first ?? ALWAYS_BEFORE, ended ?? ALWAYS_AFTER]];
}

function stageSpans(atlas: Atlas, row: number, wanted: readonly number[]): [number, number][] {
	const { adoptions } = atlas;
	const ended = dayOrNull(adoptions.endedOn[row]) ?? ALWAYS_AFTER;
	const spans: [number, number][] = [];
	if (wanted.includes(STOPPED) && ended !== ALWAYS_AFTER) spans.push([ended, ALWAYS_AFTER]);

	const steps = Array.from(rowsOf(adoptions.stages.byAdoption, row));
	if (steps.length === 0) {
		const start = dayOrNull(adoptions.startedOn[row]) ?? ALWAYS_BEFORE;
		if (wanted.includes(adoptions.stage[row]!)) spans.push([start, ended]);
		return spans;
	}
	steps.forEach((step, at) => {
		if (!wanted.includes(adoptions.stages.stage[step]!)) return;
		const from = dayOrNull(adoptions.stages.on[step]) ?? ALWAYS_BEFORE;
		const next = steps[at + 1];
		const to = next === undefined ? ended : (dayOrNull(adoptions.stages.on[next]) ?? ALWAYS_AFTER);
		spans.push([from, Math.min(to, ended)]);
	});
	return spans;
}

/**
 * The life of one membership as consecutive statuses, by the rule of `membershipStatus`; a status
 * set by hand covers the whole membership.
 */
export function statusSpans(
	atlas: Atlas,
	row: number
): { status: MembershipStatus; from: number; to: number }[] {
	const { memberships } = atlas;
	const terms = atlas.networks[memberships.network[row]!]!;
	const start = dayOrNull(memberships.startedOn[row]);
	const end = dayOrNull(memberships.endedOn[row]) ?? ALWAYS_AFTER;
	const invited = dayOrNull(memberships.invitedOn[row]);
	const renews = dayOrNull(memberships.renewsOn[row]);
	const override = memberships.statusOverride[row] ?? null;

	const spans: { status: MembershipStatus; from: number; to: number }[] = [];
	const add = (status: MembershipStatus, from: number, to: number): void => {
		if (from < Math.min(to, end)) spans.push({ status, from, to: Math.min(to, end) });
	};

	if (start === null && invited !== null) add(override ?? 'invited', invited, end);
	else {
		if (start !== null && invited !== null) add('invited', invited, start);
		const begin = start ?? ALWAYS_BEFORE;
		if (override !== null) add(override, begin, end);
		else {
			const fresh = start === null ? ALWAYS_BEFORE : addMonths(start, terms.newMonths);
			const due = renews === null ? ALWAYS_AFTER : renews + 1;
			const grace = renews === null ? ALWAYS_AFTER : addMonths(renews, terms.graceMonths) + 1;
			add('new', begin, Math.min(fresh, due));
			add('current', Math.max(begin, fresh), due);
			add('grace', Math.max(begin, due), grace);
			add('lapsed', Math.max(begin, grace), end);
		}
	}
	if (end !== ALWAYS_AFTER) spans.push({ status: 'left', from: end, to: ALWAYS_AFTER });
	return spans;
}

/** Status of one membership on a day; null before it begins. */
export function statusOn(atlas: Atlas, row: number, day: number): MembershipStatus | null {
	return statusSpans(atlas, row).find(({ from, to }) => from <= day && to > day)?.status ?? null;
}
