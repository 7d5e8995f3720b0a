import { seedId } from '../seed-id.ts';
import type { SeedRow, SeedTable } from '../seed-table.ts';
import { dateOf, dayOf, filled } from './days.ts';
import type { Random } from './random.ts';
import type { SampleOrganisation } from './sample-organisations.ts';
import type { SamplePractice } from './sample-practices.ts';

const FIRST_DAY = dayOf('2015-01-05');
const QUARTER_DAYS = 91;
/** Chance in a quarter that an organisation starts by itself, and that a tie to an adopter persuades it. */
const BY_ITSELF = 0.0022;
const BY_TIE = 0.02;

const SOURCE = 'https://example.org/sample/adoptions';

interface Tie {
	from: SampleOrganisation;
	to: SampleOrganisation;
	kind: string;
	startedDay: number | null;
}

interface Taken {
	day: number;
	from: SampleOrganisation | null;
}

/** Ties among the sample's organisations, and practices that spread along them. */
export function sampleSpread(
	random: Random,
	organisations: readonly SampleOrganisation[],
	practices: readonly SamplePractice[],
	linkIds: readonly string[],
	today: number
): SeedTable[] {
	const ties = sampleTies(random, organisations, today);
	const neighbours = new Map(organisations.map(({ id }) => [id, [] as SampleOrganisation[]]));
	for (const { from, to } of ties) {
		neighbours.get(from.id)?.push(to);
		neighbours.get(to.id)?.push(from);
	}
	const adoptions: SeedRow[] = [];
	const stages: SeedRow[] = [];
	practices.forEach((practice, nth) => {
		const taken = spread(random, organisations, neighbours, FIRST_DAY + nth * 3 * QUARTER_DAYS, today);
		for (const organisation of organisations) {
			const when = taken.get(organisation.id);
			if (when === undefined) continue;
			const { row, history } = adoption(random, organisation, practice, when, linkIds, today);
			adoptions.push(row);
			stages.push(...history);
		}
	});
	return [
		{ table: 'ties', key: ['id'], rows: ties.map((tie) => tieRow(random, tie, today)) },
		{ table: 'adoptions', key: ['id'], rows: adoptions },
		{ table: 'adoption_stages', key: ['id'], rows: stages }
	];
}

/** Each organisation knows those of its place, some of the next places, and a few far away. */
function sampleTies(random: Random, organisations: readonly SampleOrganisation[], today: number): Tie[] {
	const seen = new Set<string>();
	return organisations.flatMap((from) => {
		const near = organisations.filter(({ id, place }) => id !== from.id && Math.abs(place - from.place) <= 2);
		const partners = new Set([
			...random.sample(near, random.whole(1, 3)),
			...random.sample(organisations, random.chance(0.6) ? 1 : 0)
		]);
		return [...partners].flatMap((to): Tie[] => {
			const pair = [from.id, to.id].sort().join(' ');
			if (to.id === from.id || seen.has(pair)) return [];
			seen.add(pair);
			const kind = tieKind(random, from, to);
			const startedDay = random.chance(0.1) ? null : random.whole(FIRST_DAY, today - 200);
			return [{ from, to, kind, startedDay }];
		});
	});
}

function tieKind(random: Random, from: SampleOrganisation, to: SampleOrganisation): string {
	if (from.kind === 'council' && to.kind === 'government' && random.chance(0.6)) return 'lies within';
	if (from.kind === 'council' && to.kind !== 'council' && random.chance(0.3)) return 'funds';
	return random.pick([
		'works with',
		'works with',
		'works with',
		'visited',
		'visited',
		'mentors',
		'member of',
		'learnt from'
	]);
}

function tieRow(random: Random, { from, to, kind, startedDay }: Tie, today: number): SeedRow {
	const precision = random.pick(['day', 'month', 'year'] as const);
	const endedDay =
		startedDay !== null && startedDay < today - 1_200 && random.chance(0.12)
			? startedDay + random.whole(400, 1_100)
			: null;
	return {
		id: seedId('ties', 'sample', from.slug, to.slug, kind),
		from_organisation_id: from.id,
		to_organisation_id: to.id,
		kind,
		directed: kind !== 'works with',
		started_on: startedDay === null ? null : filled(startedDay, precision),
		started_bound: startedDay !== null && random.chance(0.12) ? 'by' : 'on',
		started_precision: startedDay === null ? 'day' : precision,
		ended_on: endedDay === null ? null : dateOf(endedDay),
		confidence: random.chance(0.7) ? 'stated' : 'inferred',
		source_url: 'https://example.org/sample/ties'
	};
}

/** Who takes a practice up and when: a few by themselves, most from somebody they have a tie with. */
function spread(
	random: Random,
	organisations: readonly SampleOrganisation[],
	neighbours: ReadonlyMap<string, readonly SampleOrganisation[]>,
	firstDay: number,
	today: number
): Map<string, Taken> {
	const isOpen = ({ foundedDay, closedDay }: SampleOrganisation, day: number) =>
		(foundedDay ?? day) <= day && (closedDay === null || closedDay > day + QUARTER_DAYS);
	const taken = new Map<string, Taken>();
	for (const { id } of random.sample(
		organisations.filter((one) => isOpen(one, firstDay)),
		2
	)) {
		taken.set(id, { day: firstDay + random.whole(0, QUARTER_DAYS - 1), from: null });
	}
	for (let start = firstDay + QUARTER_DAYS; start < today; start += QUARTER_DAYS) {
		const before = new Set([...taken].filter(([, { day }]) => day < start).map(([id]) => id));
		for (const organisation of organisations) {
			if (taken.has(organisation.id) || !isOpen(organisation, start)) continue;
			const examples = (neighbours.get(organisation.id) ?? []).filter(({ id }) => before.has(id));
			const persuaded = random.next() < 1 - (1 - BY_TIE) ** examples.length;
			if (!persuaded && !random.chance(BY_ITSELF)) continue;
			const day = Math.min(start + random.whole(0, QUARTER_DAYS - 1), today - 1);
			taken.set(organisation.id, { day, from: persuaded ? random.pick(examples) : null });
		}
	}
	return taken;
}

function adoption(
	random: Random,
	organisation: SampleOrganisation,
	practice: SamplePractice,
	{ day, from }: Taken,
	linkIds: readonly string[],
	today: number
): { row: SeedRow; history: SeedRow[] } {
	const id = seedId('adoptions', organisation.slug, practice.slug);
	const lastDay = Math.min(today - 1, organisation.closedDay ?? today);
	const reached = stageDays(random, day, lastDay);
	const last = reached.at(-1);
	const hasStopped = organisation.closedDay !== null || (day < today - 1_400 && random.chance(0.1));
	const endedDay = hasStopped
		? (organisation.closedDay ?? random.whole((last?.day ?? day) + 30, today - 30))
		: null;
	return {
		row: {
			id,
			organisation_id: organisation.id,
			practice_id: practice.id,
			stage: last?.stage ?? 'exploring',
			started_on: dateOf(day),
			started_bound: 'on',
			started_precision: 'day',
			ended_on: endedDay === null ? null : dateOf(endedDay),
			end_kind: endKind(organisation, endedDay),
			confidence: random.chance(0.8) ? 'stated' : 'inferred',
			evidence_url: random.chance(0.4)
				? `https://example.org/sample/evidence/${practice.slug}/${organisation.slug}`
				: null,
			learned_from_organisation_id: from?.id ?? null,
			learned_from_confidence: from === null ? null : random.chance(0.75) ? 'stated' : 'inferred',
			learned_via_link_id: from !== null && random.chance(0.15) ? random.pick(linkIds) : null,
			source_url: SOURCE
		},
		history: reached.map(({ stage, day: on }) => ({
			id: seedId('adoption_stages', organisation.slug, practice.slug, stage),
			adoption_id: id,
			stage,
			reached_on: dateOf(on),
			source_url: SOURCE
		}))
	};
}

/** One of each kind in turn, so that every word of an end has an example. */
function endKind({ closedDay }: SampleOrganisation, endedDay: number | null): string {
	if (endedDay === null) return 'not known';
	if (endedDay === closedDay) return 'body closed';
	return ['completed', 'stopped', 'replaced', 'not known'][endedDay % 4]!;
}

/** Days on which the stages were reached, none after the last day; some never get far. */
function stageDays(random: Random, day: number, lastDay: number): { stage: string; day: number }[] {
	const reached = [{ stage: random.chance(0.5) ? 'exploring' : 'piloting', day }];
	const further = ['exploring', 'piloting', 'adopted', 'embedded'];
	for (let next = day; random.chance(0.82);) {
		const stage = further[further.indexOf(reached.at(-1)?.stage ?? 'embedded') + 1];
		next += random.whole(60, 420);
		if (stage === undefined || next > lastDay) break;
		reached.push({ stage, day: next });
	}
	return reached;
}
