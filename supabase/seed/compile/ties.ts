import { group } from 'd3';
import type { Body } from './body.ts';
import { CORRECTED } from './council-dates.ts';
import type { Inputs } from './inputs.ts';
import { FORMER_COMBINED, REORGANISATIONS } from './reorganisations.ts';
import { joinNotes, ONS_GEOGRAPHY, publicSource, sourceDate } from './sources.ts';
import { SPELL_COLUMNS, type Cell, type Table } from './table.ts';

/** Ties of the movement and of geography; what an adoption already says about learning is left to it. */
export function tieTables({ movement, authorities, history }: Inputs, bodies: readonly Body[]): Table[] {
	const learnt = new Set(movement.adoptions.map((fact) => `${fact.organisation} ${fact.learned_from}`));
	const slugs = new Map(bodies.flatMap(({ code, slug }) => (code === null ? [] : [[code, slug] as const])));
	const slug = (code: string) => {
		const found = slugs.get(code);
		if (found === undefined) throw new Error(`${code}: no body has this code`);
		return found;
	};

	const noted = movement.ties
		.filter((tie) => tie.kind !== 'learnt from' || !learnt.has(`${tie.from} ${tie.to}`))
		.map((tie): Record<string, Cell> => {
			const source = publicSource(tie.source, [tie.from, tie.to]);
			const dated = sourceDate(tie.source_date);
			return {
				from: tie.from,
				to: tie.to,
				kind: tie.kind,
				directed: tie.kind !== 'works with',
				started_on: tie.on ?? null,
				started_bound: tie.date_bound ?? 'on',
				started_precision: tie.precision ?? 'day',
				ended_precision: 'day',
				end_kind: 'not known',
				confidence: tie.confidence ?? 'stated',
				source_url: source.url,
				source_on: dated.on,
				note: joinNotes(tie.note, source.note, dated.note)
			};
		});

	const within = (from: string, to: string, confidence: string, note: string | null): Record<string, Cell> => ({
		from: slug(from),
		to: slug(to),
		kind: 'lies within',
		directed: true,
		started_on: '2025-01-01',
		started_bound: 'by',
		started_precision: 'year',
		ended_precision: 'day',
		end_kind: 'not known',
		confidence,
		source_url: ONS_GEOGRAPHY,
		note
	});
	const parents = (column: string) =>
		authorities
			.filter((row) => row[column])
			.map((row) => within(row['gss_code'] ?? '', row[column] ?? '', 'stated', null));
	const counties = group(
		authorities.filter((row) => row['county_code']),
		(row) => row['county_code'] ?? ''
	);
	const wholeCounties = [...counties].flatMap(([county, districts]) => {
		const combined = districts[0]?.['combined_authority_code'];
		const isWhole = combined && districts.every((row) => row['combined_authority_code'] === combined);
		return isWhole ? [within(county, combined, 'inferred', 'All its districts lie within it.')] : [];
	});
	const ended = (part: string, whole: string, by: string): Record<string, Cell> => {
		const reorganisation = REORGANISATIONS.find(({ ended }) => by in ended);
		return {
			...within(part, whole, 'stated', null),
			started_on: null,
			started_bound: 'on',
			started_precision: 'day',
			ended_on: reorganisation?.on ?? null,
			end_kind: reorganisation === undefined ? 'not known' : 'body closed',
			source_url: reorganisation?.source ?? null
		};
	};
	const former = [
		...formerDistricts(history).map(({ district, county }) => ended(district, county, district)),
		...Object.entries(FORMER_COMBINED).flatMap(([code, parts]) => parts.map((part) => ended(part, code, code)))
	];

	return [
		{
			name: 'ties',
			columns: ['from', 'to', 'kind', 'directed', ...SPELL_COLUMNS],
			rows: [
				...noted,
				...parents('county_code'),
				...parents('combined_authority_code'),
				...wholeCounties,
				...former
			]
		}
	];
}

/** Districts that ended, and the county that each lay in. */
function formerDistricts(history: readonly Record<string, string>[]): { district: string; county: string }[] {
	const codes = new Map(history.map((row) => [row['code'], row['gss_code'] ?? '']));
	return history.flatMap((row) => {
		const county = codes.get(CORRECTED[row['code'] ?? '']?.county ?? row['county'] ?? '');
		return row['ended_on'] && county ? [{ district: row['gss_code'] ?? '', county }] : [];
	});
}
