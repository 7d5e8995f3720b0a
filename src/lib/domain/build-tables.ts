import type {
	AdoptionTable,
	MembershipTable,
	OrganisationTable,
	SpellTable,
	StageTable,
	TieTable
} from './atlas.ts';
import type { AtlasVocabularies, AtlasWire, SpellColumns } from './atlas-wire.ts';
import { NO_DAY } from './day.ts';
import { indexRows, rowsOf } from './row-index.ts';
import {
	CONFIDENCES,
	DATE_BOUNDS,
	DATE_PRECISIONS,
	END_KINDS,
	LOCATION_BASES,
	MEMBERSHIP_STATUSES,
	ORGANISATION_KINDS,
	STAGES,
	TIE_KINDS
} from './vocabulary.ts';
import {
	dayColumn,
	groupValues,
	placeColumns,
	referenceColumn,
	translate,
	wordColumn
} from './wire-columns.ts';

const PILOTING = STAGES.indexOf('piloting');
const ADOPTED = STAGES.indexOf('adopted');
const ENDED = STAGES.indexOf('ended');

/** Organisations, less the day of their first record, which the other tables tell. */
export function buildOrganisations(wire: AtlasWire): Omit<OrganisationTable, 'recordedFrom'> {
	const { organisations: columns, vocabularies } = wire;
	const [lon, lat] = placeColumns(columns.lon, columns.lat);
	return {
		count: columns.slug.length,
		key: columns.key,
		slug: columns.slug,
		name: columns.name,
		kind: wordColumn(columns.kind, translate('kind', vocabularies.organisation_kind, ORGANISATION_KINDS)),
		area: referenceColumn(columns.area),
		lon,
		lat,
		locationBasis: wordColumn(
			columns.location_basis,
			translate('location_basis', vocabularies.location_basis, LOCATION_BASES)
		),
		foundedOn: dayColumn(columns.founded_on),
		closedOn: dayColumn(columns.closed_on),
		confirmedOn: dayColumn(columns.confirmed_on),
		isSample: Uint8Array.from(columns.is_sample),
		otherNames: groupValues(wire.organisation_names.organisation, wire.organisation_names.name),
		interests: groupValues(wire.organisation_interests.organisation, wire.organisation_interests.label)
	};
}

export function buildAdoptions(wire: AtlasWire): AdoptionTable {
	const { adoptions: columns, vocabularies } = wire;
	const spells = spellTable(columns, vocabularies);
	const stage = wordColumn(columns.stage, translate('stage', vocabularies.stage, STAGES));
	const stages = stageTable(wire, spells.count);
	const confidence = translate('confidence', vocabularies.confidence, CONFIDENCES);

	const adopted = firstAtStage(ADOPTED, stage, spells, stages);
	const piloted = firstAtStage(PILOTING, stage, spells, stages);
	return {
		...spells,
		organisation: Int32Array.from(columns.organisation),
		practice: Int32Array.from(columns.practice),
		stage,
		evidenceUrl: columns.evidence_url,
		learnedFrom: referenceColumn(columns.learned_from),
		learnedFromConfidence: Uint8Array.from(columns.learned_from_confidence, (code) =>
			code === null ? 255 : confidence[code]!
		),
		learnedVia: referenceColumn(columns.learned_via),
		adoptedOn: adopted.on,
		adoptedBound: adopted.bound,
		adoptedPrecision: adopted.precision,
		isAdopter: adopted.reached,
		pilotedOn: piloted.on,
		pilotedBound: piloted.bound,
		pilotedPrecision: piloted.precision,
		isPilot: piloted.reached,
		stages
	};
}

export function buildTies(wire: AtlasWire): TieTable {
	const { ties: columns, vocabularies } = wire;
	return {
		...spellTable(columns, vocabularies),
		from: Int32Array.from(columns.from),
		to: Int32Array.from(columns.to),
		kind: wordColumn(columns.kind, translate('tie_kind', vocabularies.tie_kind, TIE_KINDS)),
		directed: Uint8Array.from(columns.directed)
	};
}

export function buildMemberships(wire: AtlasWire): MembershipTable {
	const { memberships: columns, vocabularies } = wire;
	return {
		...spellTable(columns, vocabularies),
		organisation: Int32Array.from(columns.organisation),
		network: Int32Array.from(columns.network),
		invitedOn: dayColumn(columns.invited_on),
		renewsOn: dayColumn(columns.renews_on),
		tier: columns.tier,
		statusOverride: columns.status_override.map(
			(word) => MEMBERSHIP_STATUSES.find((status) => status === word) ?? null
		),
		role: columns.role
	};
}

function spellTable(columns: SpellColumns, vocabularies: AtlasVocabularies): SpellTable {
	const precision = translate('date_precision', vocabularies.date_precision, DATE_PRECISIONS);
	return {
		count: columns.started_on.length,
		key: columns.key,
		startedOn: dayColumn(columns.started_on),
		startedBound: wordColumn(
			columns.started_bound,
			translate('date_bound', vocabularies.date_bound, DATE_BOUNDS)
		),
		startedPrecision: wordColumn(columns.started_precision, precision),
		endedOn: dayColumn(columns.ended_on),
		endedPrecision: wordColumn(columns.ended_precision, precision),
		endKind: wordColumn(columns.end_kind, translate('end_kind', vocabularies.end_kind, END_KINDS)),
		confidence: wordColumn(columns.confidence, translate('confidence', vocabularies.confidence, CONFIDENCES)),
		sourceUrl: columns.source_url
	};
}

function stageTable({ adoption_stages: columns, vocabularies }: AtlasWire, adoptions: number): StageTable {
	const adoption = Int32Array.from(columns.adoption);
	return {
		count: adoption.length,
		key: columns.key,
		adoption,
		stage: wordColumn(columns.stage, translate('stage', vocabularies.stage, STAGES)),
		on: dayColumn(columns.on),
		precision: wordColumn(
			columns.precision,
			translate('date_precision', vocabularies.date_precision, DATE_PRECISIONS)
		),
		byAdoption: indexRows(adoptions, adoption)
	};
}

interface FirstDays {
	on: Int32Array;
	bound: Uint8Array;
	precision: Uint8Array;
	reached: Uint8Array;
}

/**
 * First day at a stage or beyond, and how it is known. The history decides where there is one; without,
 * the spell's own start stands for its stage. A spell that has ended had reached every stage, as the
 * record of a practice that was only explored says so in its history.
 */
function firstAtStage(wanted: number, latest: Uint8Array, spells: SpellTable, stages: StageTable): FirstDays {
	const first: FirstDays = {
		on: new Int32Array(spells.count).fill(NO_DAY),
		bound: new Uint8Array(spells.count),
		precision: new Uint8Array(spells.count),
		reached: new Uint8Array(spells.count)
	};
	for (let row = 0; row < spells.count; row += 1) {
		const steps = Array.from(rowsOf(stages.byAdoption, row)).filter((step) => stages.stage[step] !== ENDED);
		const step = steps.find((candidate) => stages.stage[candidate]! >= wanted);
		if (step !== undefined) {
			first.reached[row] = 1;
			first.on[row] = stages.on[step]!;
			first.precision[row] = stages.precision[step]!;
			// A history has no bounds of its own: its first step is the start of the spell, bound and all.
			if (stages.on[step] === spells.startedOn[row]) first.bound[row] = spells.startedBound[row]!;
		} else if (steps.length === 0 && latest[row]! >= wanted) {
			first.reached[row] = 1;
			first.on[row] = spells.startedOn[row]!;
			first.precision[row] = spells.startedPrecision[row]!;
			first.bound[row] = spells.startedBound[row]!;
		} else if (latest[row]! >= wanted && latest[row] !== ENDED) {
			// The history stops short of the stage now recorded: it was reached on an unknown day.
			first.reached[row] = 1;
		}
	}
	return first;
}
