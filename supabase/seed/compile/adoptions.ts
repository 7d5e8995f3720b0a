import { group } from 'd3';
import type { Body } from './body.ts';
import { beginning } from './areas.ts';
import { declaredCode } from './councils.ts';
import { endOf } from './ends.ts';
import type { AdoptionFact, Inputs, TieFact } from './inputs.ts';
import { CLIMATE_PLANS, copyNote, joinNotes, publicSource, sourceDate } from './sources.ts';
import type { Cell, Table } from './table.ts';

export const CLIMATE_PRACTICE = 'climate-emergency-declaration';

/** What a stage means while a spell lasted whose source says only that it ran and ended. */
const STAGE_WHILE_IT_RAN: Readonly<Record<string, string>> = {
	'foxton-centre': 'adopted',
	newcastle: 'adopted',
	'tower-hamlets-together': 'piloting'
};
const STAGE_NOTE = 'The source says that it ran and ended; the stage while it ran is our reading.';

/** Adoptions, one spell per organisation and practice, the stages within them, and what no record tells. */
export function adoptionTables(inputs: Inputs, bodies: readonly Body[]): Table[] {
	const spells = [...movementSpells(inputs, bodies), ...declarations(inputs, bodies)];
	return [
		{
			name: 'adoptions',
			columns: [
				'organisation', 'practice', 'stage', 'started_on', 'started_bound', 'started_precision', 'ended_on',
				'ended_precision', 'end_kind', 'confidence', 'evidence_url', 'learned_from', 'learned_from_confidence',
				'source_url', 'source_on', 'note'
			],
			rows: spells.map(({ row }) => row)
		},
		{
			name: 'adoption_stages',
			columns: ['organisation', 'practice', 'stage', 'reached_on', 'reached_precision', 'source_url', 'note'],
			rows: spells.flatMap(({ stages }) => stages)
		},
		{
			name: 'adoption_gaps',
			columns: ['organisation', 'practice', 'source_url', 'note'],
			rows: silences(inputs, bodies)
		}
	];
}

interface Spell {
	row: Record<string, Cell>;
	stages: Record<string, Cell>[];
}

/** Adoptions noted with the movement: what one organisation did in turn is one spell with its stages. */
function movementSpells({ movement }: Inputs, bodies: readonly Body[]): Spell[] {
	const closings = new Map(bodies.map(({ slug, closedOn }) => [slug, closedOn]));
	const learning = new Map(
		movement.ties.filter(({ kind }) => kind === 'learnt from').map((tie) => [`${tie.from} ${tie.to}`, tie])
	);
	const spells = group(movement.adoptions, (fact) => `${fact.organisation} ${fact.practice}`);
	return [...spells.values()].map((facts) => {
		const inOrder = facts.toSorted((a, b) => (a.from < b.from ? -1 : 1));
		return spellOf(inOrder, learning, closings);
	});
}

function spellOf(
	facts: AdoptionFact[],
	learning: ReadonlyMap<string, TieFact>,
	closings: ReadonlyMap<string, string | null>
): Spell {
	const [first, last] = [facts.at(0), facts.at(-1)];
	if (first === undefined || last === undefined) throw new Error('a spell needs a fact');
	const learner = facts.find(({ learned_from }) => learned_from !== undefined);
	const tie = learner && learning.get(`${learner.organisation} ${learner.learned_from}`);
	const source = publicSource(last.source, [last.organisation]);
	const dated = sourceDate(last.source_date);
	const stage = stageOf(last);
	const end = endOf(last, closings.get(last.organisation) ?? null);
	return {
		row: {
			organisation: first.organisation,
			practice: first.practice,
			stage,
			started_on: first.from,
			started_bound: first.date_bound ?? 'on',
			started_precision: first.precision ?? 'day',
			ended_on: last.to ?? null,
			ended_precision: last.to === undefined ? 'day' : (last.to_precision ?? last.precision ?? 'day'),
			end_kind: end.kind,
			confidence: facts.some(({ confidence }) => confidence === 'inferred') ? 'inferred' : 'stated',
			learned_from: learner?.learned_from ?? null,
			learned_from_confidence: learner === undefined ? null : (tie?.confidence ?? learner.confidence ?? 'inferred'),
			source_url: source.url,
			source_on: dated.on,
			note: joinNotes(
				...facts.map(({ note }) => note),
				last.stage === 'stopped' ? STAGE_NOTE : null,
				end.note,
				tie === undefined ? null : learningNote(tie, last.source),
				source.note,
				dated.note
			)
		},
		stages: facts.map((fact) => ({
			organisation: fact.organisation,
			practice: fact.practice,
			stage: stageOf(fact),
			reached_on: fact.from,
			reached_precision: fact.precision ?? 'day',
			source_url: publicSource(fact.source, [fact.organisation]).url,
			note: joinNotes(
				fact.date_bound === 'by' ? 'Reached no later than this date.' : null,
				fact.stage === 'stopped' ? STAGE_NOTE : null,
				copyNote(fact.source)
			)
		}))
	};
}

function stageOf({ stage, organisation }: AdoptionFact): string {
	if (stage !== 'stopped') return stage;
	const read = STAGE_WHILE_IT_RAN[organisation];
	if (read === undefined) throw new Error(`${organisation}: say which stage it had before it stopped`);
	return read;
}

/** Where it says that one learnt from the other, when that is another source than the adoption's. */
function learningNote(tie: TieFact, adoptionSource: string): string | null {
	const year = tie.on === undefined ? '' : ` (${tie.on.slice(0, 4)})`;
	const said = joinNotes(tie.note, tie.source === adoptionSource ? null : `Who it was learnt from${year}: ${tie.source}`);
	return said;
}

/** Declarations of a climate emergency, those of an unrecorded day too. */
function declarations({ declarations }: Inputs, bodies: readonly Body[]): Spell[] {
	const slugs = new Map(bodies.map(({ code, slug }) => [code, slug]));
	return declarations
		.filter((row) => row['declared'] === '1')
		.map((row) => {
			const organisation = slugs.get(declaredCode(row));
			if (organisation === undefined) throw new Error(`${row['council_name']}: no body for this declaration`);
			const motion = row['motion_url'] || null;
			const declaredOn = row['declared_on'] || null;
			const reached = {
				organisation,
				practice: CLIMATE_PRACTICE,
				stage: 'adopted',
				source_url: motion ?? CLIMATE_PLANS
			};
			return {
				row: {
					...reached,
					started_on: declaredOn,
					started_bound: 'on',
					started_precision: row['date_precision'] || 'day',
					ended_precision: 'day',
					end_kind: 'not known',
					confidence: 'stated',
					evidence_url: motion,
					note: joinNotes(
						declaredOn === null
							? 'Recorded by mySociety and Climate Emergency UK (CC BY 4.0) without a date.'
							: 'Date as recorded by mySociety and Climate Emergency UK (CC BY 4.0).',
						row['ecological_emergency_too'] === '1' ? 'Names an ecological emergency too.' : null,
						declaredOn && otherMeeting(motion, declaredOn),
						declaredOn && beforeItBegan(declaredCode(row), declaredOn)
					)
				},
				stages: [
					{ ...reached, reached_on: declaredOn, reached_precision: row['date_precision'] || 'day' }
				]
			};
		});
}

/**
 * Councils that the record of declarations does not name, though they were there when the first was made. Those that it names without a declaration made none;
 * of these nothing is known, whatever the councils before them did.
 */
function silences({ declarations }: Inputs, bodies: readonly Body[]): Record<string, Cell>[] {
	const named = new Set(declarations.map(declaredCode));
	const first = declarations.flatMap((row) => row['declared_on'] || []).sort()[0] ?? '';
	const isOlder = (closedOn: string | null) => closedOn !== null && closedOn < first;
	return bodies
		.filter(({ code, kind, closedOn }) => kind === 'council' && code !== null && !named.has(code) && !isOlder(closedOn))
		.map(({ slug, code }) => ({
			organisation: slug,
			practice: CLIMATE_PRACTICE,
			source_url: CLIMATE_PLANS,
			note: joinNotes(
				'The record of mySociety and Climate Emergency UK does not name this council.',
				code === null || beginning(code) === null ? null : 'It names councils before it.'
			)
		}));
}

const MEETING = /Printed(?:%20| |\+)minutes(?:%20| |\+)(\d{1,2})(?:st|nd|rd|th)-([A-Z][a-z]{2})-(\d{4})/;

/** Says so where the address of a motion is of minutes of another day than the record's. */
function otherMeeting(motion: string | null, declaredOn: string): string | null {
	const [, day, month, year] = MEETING.exec(motion ?? '') ?? [];
	if (day === undefined || month === undefined || year === undefined) return null;
	const meeting = new Date(`${day} ${month} ${year} UTC`).toISOString().slice(0, 10);
	return meeting === declaredOn ? null : `The motion's address is of minutes of ${Number(day)} ${month} ${year}.`;
}

/** Says so where the record dates a declaration before the council itself began. */
function beforeItBegan(code: string, declaredOn: string): string | null {
	const began = beginning(code);
	return began === null || declaredOn >= began
		? null
		: `Dated before this council began on ${began}: made by its shadow authority or a council before it.`;
}
