import type { SqlTarget } from '../sql-target.ts';

/** Organisations a statement makes: the others wait no longer than such a piece takes. */
const PIECE = 10_000;

const NETWORK = "md5('load network')::uuid";
const PRACTICES = 6;

export interface LoadOptions {
	/** How many organisations to make. */
	organisations: number;
	/** Told after each piece, with the organisations made so far. */
	onprogress?: (made: number) => void;
}

/**
 * Fills a database with many invented organisations around real area centres, with memberships,
 * adoptions and ties, for measuring speed. The same count gives the same rows. All are marked sample.
 *
 * @throws the database's error when the areas are not there or a load was made before
 */
export async function seedLoad(target: SqlTarget, { organisations, onprogress }: LoadOptions): Promise<void> {
	await target.query(NETWORK_AND_PRACTICES);
	await withoutWordIndexes(target, async () => {
		for (let first = 1; first <= organisations; first += PIECE) {
			const last = Math.min(first + PIECE - 1, organisations);
			await target.query(ORGANISATIONS, [first, last, organisations]);
			await target.query(MEMBERSHIPS, [first, last]);
			onprogress?.(last);
		}
	});
	// Adoptions and ties point at any organisation, so they follow when all are there.
	for (let first = 1; first <= organisations; first += PIECE) {
		const last = Math.min(first + PIECE - 1, organisations);
		await target.query(ADOPTIONS, [first, last, organisations]);
		await target.query(TIES, [first, last, organisations]);
	}
	await target.exec('analyze');
}

/** Indexes of words cost more row by row than built at once: half the time of a load of 100,000. */
async function withoutWordIndexes(target: SqlTarget, work: () => Promise<void>): Promise<void> {
	const indexes = await target.query<{ indexname: string; indexdef: string }>(
		`select indexname, indexdef from pg_indexes
		where schemaname = 'public' and tablename = 'organisations' and indexdef like '%USING gin%'`
	);
	try {
		for (const { indexname } of indexes) await target.exec(`drop index public.${indexname}`);
		await work();
	} finally {
		for (const { indexname, indexdef } of indexes) {
			await target.exec(`drop index if exists public.${indexname}; ${indexdef}`);
		}
	}
}

/** A number from 0 to below 1 that belongs to row `number` and purpose `salt`. */
function share(number: string, salt: string): string {
	return `((hashtextextended(${number}::text, ${hashSeed(salt)}) & 1048575) / 1048576.0)`;
}

function hashSeed(salt: string): number {
	return [...salt].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 1_000_003;
}

function organisationId(number: string): string {
	return `md5('load organisation ' || ${number})::uuid`;
}

const NETWORK_AND_PRACTICES = `
	with network as (
		insert into public.networks (id, slug, name, summary, is_sample, source_url)
		values (${NETWORK}, 'load-network', 'Load network', 'Made to measure speed.', true, 'https://example.org/load')
	)
	insert into public.practices (id, slug, name, status, is_sample, source_url)
	select md5('load practice ' || nth)::uuid, 'load-practice-' || nth, 'Load practice ' || nth, 'published', true,
		'https://example.org/load'
	from generate_series(1, ${PRACTICES}) nth
`;

/** Neighbours by number stand in the same or the next area, as real members do. */
const ORGANISATIONS = `
	with numbered as (
		select row_number() over (order by region_code, code) - 1 as place, count(*) over () as places, *
		from public.areas where population_centre_longitude is not null
	), made as (
		select number, ${share('number', 'kind')} as drawn,
			sqrt(-2 * ln(1 - ${share('number', 'distance')})) as distance,
			2 * pi() * ${share('number', 'angle')} as angle
		from generate_series($1::int, $2::int) number
	)
	insert into public.organisations (id, slug, name, kind, summary, longitude, latitude, location_basis, area_code,
		founded_on, founded_precision, closed_on, status, is_sample, source_url)
	select ${organisationId('number')}, 'load-' || number, 'Load organisation ' || number || ' near ' || area.name,
		(case when drawn < .25 then 'council' when drawn < .6 then 'charity' when drawn < .75 then 'social enterprise'
			when drawn < .85 then 'community group' when drawn < .92 then 'NHS body'
			when drawn < .97 then 'housing association' else 'university' end)::public.organisation_kind,
		'Made to measure speed.',
		area.population_centre_longitude + .05 * distance * cos(angle),
		area.population_centre_latitude + .03 * distance * sin(angle),
		'postcode', case when drawn >= .25 then area.code end,
		make_date(1970 + floor(45 * ${share('number', 'founded')})::int, 1, 1), 'year',
		case when ${share('number', 'closed')} < .02 then date '2022-03-31' end,
		'published', true, 'https://example.org/load'
	from made join numbered area on area.place = (number - 1)::bigint * area.places / $3::int
`;

/** Four in five are members, one in ten of those for the second time. */
const MEMBERSHIPS = `
	with made as (
		select number, date '2014-01-01' + floor(4000 * ${share('number', 'joined')})::int as started_on,
			${share('number', 'returned')} < .1 as has_returned, ${share('number', 'lapsed')} as lapsed
		from generate_series($1::int, $2::int) number
		where ${share('number', 'member')} < .8
	)
	insert into public.memberships (id, network_id, organisation_id, started_on, ended_on, renews_on, source_url)
	select md5('load membership ' || number)::uuid, ${NETWORK}, ${organisationId('number')}, started_on,
		case when has_returned then started_on + 200 end,
		case when not has_returned then greatest(started_on, date '2026-03-01' + floor(500 * lapsed)::int) end,
		'https://example.org/load'
	from made
	union all
	select md5('load membership again ' || number)::uuid, ${NETWORK}, ${organisationId('number')}, started_on + 300,
		null, greatest(started_on + 300, date '2026-12-01'), 'https://example.org/load'
	from made where has_returned
`;

/** Each practice spreads along an S-shaped curve of its own to about a third of the organisations. */
const ADOPTIONS = `
	with made as (
		select number, nth, ${share("number || ' ' || nth", 'taken')} as taken,
			${share("number || ' ' || nth", 'stage')} as reached
		from generate_series($1::int, $2::int) number, generate_series(1, ${PRACTICES}) nth
	), dated as (
		select *, md5('load adoption ' || number || ' ' || nth)::uuid as id,
			(date '2016-01-01' + 300 * nth + floor(365 * 1.5 * (2.5 + ln((taken + .002) / (.35 - taken))))::int)::date as started_on,
			(array['piloting', 'adopted', 'adopted', 'embedded'])[1 + floor(4 * reached)::int]::public.adoption_stage as stage
		from made where taken < .34
	), spell as (
		insert into public.adoptions (id, organisation_id, practice_id, stage, started_on, learned_from_organisation_id,
			learned_from_confidence, confidence, source_url)
		select id, ${organisationId('number')}, md5('load practice ' || nth)::uuid, stage, started_on,
			case when reached < .3 and $3::int > 40 then ${organisationId('1 + (number + 7 + nth) % $3::int')} end,
			case when reached < .3 and $3::int > 40 then 'stated'::public.confidence end,
			(case when reached < .8 then 'stated' else 'inferred' end)::public.confidence, 'https://example.org/load'
		from dated where started_on < date '2026-11-01'
		returning id, stage, started_on
	)
	insert into public.adoption_stages (id, adoption_id, stage, reached_on, source_url)
	select id, id, stage, started_on, 'https://example.org/load' from spell
`;

/** Two ties to organisations nearby and now and then one far away. */
const TIES = `
	with made as (
		select number, nth, case when nth < 3
			then 1 + (number + nth * 17 + floor(12 * ${share("number || ' ' || nth", 'near')})::int) % $3::int
			else 1 + floor($3::int * ${share('number', 'far')})::int end as other,
			${share("number || ' ' || nth", 'tie')} as drawn
		from generate_series($1::int, $2::int) number, generate_series(1, 3) nth
		where nth < 3 or ${share('number', 'has far')} < .3
	)
	insert into public.ties (id, from_organisation_id, to_organisation_id, kind, directed, started_on, confidence, source_url)
	select md5('load tie ' || number || ' ' || nth)::uuid, ${organisationId('number')}, ${organisationId('other')},
		(array['works with', 'visited', 'mentors'])[nth]::public.tie_kind, nth <> 1,
		date '2012-01-01' + floor(5000 * drawn)::int,
		(case when drawn < .75 then 'stated' else 'inferred' end)::public.confidence, 'https://example.org/load'
	from made where other <> number
	on conflict do nothing
`;
