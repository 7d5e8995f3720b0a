import type { BelongingFact, Inputs } from './inputs.ts';
import { joinNotes, publicSource, sourceDate } from './sources.ts';
import { SPELL_COLUMNS, type Table } from './table.ts';

/** Memberships, and associations that are no membership. */
export function belongingTables({ movement }: Inputs): Table[] {
	const row = (fact: BelongingFact) => {
		const source = publicSource(fact.source, [fact.network]);
		const dated = sourceDate(fact.source_date);
		return {
			network: fact.network,
			organisation: fact.organisation,
			role: fact.role,
			started_on: fact.from,
			started_bound: fact.date_bound ?? 'on',
			started_precision: fact.precision ?? 'day',
			ended_on: fact.to ?? null,
			ended_precision: fact.to === undefined ? 'day' : (fact.to_precision ?? fact.precision ?? 'day'),
			end_kind: fact.end_kind ?? 'not known',
			confidence: fact.confidence ?? 'stated',
			source_url: source.url,
			source_on: dated.on,
			note: joinNotes(fact.note, source.note, dated.note)
		};
	};
	const columns = ['network', 'organisation', 'role', ...SPELL_COLUMNS];
	return [
		{ name: 'memberships', columns, rows: movement.memberships.map(row) },
		{ name: 'associations', columns, rows: movement.associations.map(row) }
	];
}

