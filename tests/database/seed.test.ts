import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPostgresTarget } from '#lib/server/postgres-target.ts';
import { projectRoot } from '#lib/server/project-root.ts';
import { seedLoad } from '#lib/server/seed/seed-load.ts';
import { removeSample, seed, seedReal } from '#lib/server/seed/seed.ts';
import { sqlSeedWriter } from '#lib/server/seed/sql-seed-writer.ts';
import type { SqlTarget } from '#lib/server/sql-target.ts';
import { openScratchDatabase, prepareSchema } from '../../src/cli/scratch-database.ts';
import { compile, compileRegister, REGISTER_FILE } from '../../supabase/seed/compile.ts';
import { readInputs } from '../../supabase/seed/compile/inputs.ts';
import { isMirror, publicSource, sourceDate } from '../../supabase/seed/compile/sources.ts';
import { startPostgres } from './postgres-server.ts';

const TODAY = '2026-11-22';
const FOLDER = join(projectRoot(), 'supabase/seed');
const INPUTS = join(projectRoot(), '../shared/data');

const DATABASES: { name: string; open(): Promise<{ target: SqlTarget; close(): Promise<void> }> }[] = [
	{
		name: 'PGlite',
		async open() {
			const database = await openScratchDatabase();
			return { target: pgliteTarget(database), close: () => database.close() };
		}
	},
	{
		name: 'PostgreSQL server',
		async open() {
			const server = await startPostgres();
			const target = openPostgresTarget(server.url);
			await prepareSchema(target);
			return {
				target,
				async close() {
					await target.close();
					await server.stop();
				}
			};
		}
	}
];

describe.each(DATABASES)('the seeds on $name', ({ open }) => {
	let target: SqlTarget;
	let close: () => Promise<void>;
	const rows = <T>(sql: string) => target.query<T>(sql);
	const count = async (sql: string) =>
		(await rows<{ n: number }>(`select count(*)::int as n from ${sql}`))[0]?.n;
	const slugs = async (sql: string) => (await rows<{ slug: string }>(sql)).map(({ slug }) => slug);

	beforeAll(async () => {
		({ target, close } = await open());
		await seed(sqlSeedWriter(target), { sample: true, today: TODAY });
	});
	afterAll(() => close());

	test.each([
		['areas', 'public.areas', 361],
		['former codes', 'public.area_codes', 56],
		['shared borders', 'public.area_adjacency', 886],
		['indicators', 'public.indicators', 78],
		['networks', 'public.networks where not is_sample', 11],
		['organisations', 'public.organisations where not is_sample', 607],
		['identifiers', 'public.organisation_identifiers', 464],
		['practices', 'public.practices where not is_sample', 25],
		[
			'characteristics',
			"public.characteristics c join public.frameworks f on f.id = framework_id where f.name not like 'Five habits%'",
			20
		],
		['associations', 'public.associations', 33],
		['links', 'public.learning_links where not is_sample', 119],
		[
			'declarations',
			"public.adoptions join public.practices p on p.id = practice_id where p.slug = 'climate-emergency-declaration'",
			345
		],
		['silences of the record', 'public.adoption_gaps', 36],
		[
			'other adoptions',
			"public.adoptions join public.practices p on p.id = practice_id where not p.is_sample and p.slug <> 'climate-emergency-declaration'",
			180
		],
		[
			'memberships',
			'public.memberships join public.networks n on n.id = network_id where not n.is_sample',
			98
		],
		[
			'current councils',
			"public.organisations where kind = 'council' and closed_on is null and area_code is not null and not is_sample",
			361
		]
	])('have all %s', async (_what, sql, expected) => {
		expect(await count(sql)).toBe(expected);
	});

	test('give every current council its own area, once', async () => {
		expect(
			await rows(`select area_code from public.organisations
				where kind = 'council' and closed_on is null and area_code is not null group by 1 having count(*) <> 1`)
		).toEqual([]);
	});

	test.each(['population-2024', 'uk-deprivation-score', 'gdp-per-head-gbp', 'pct-pop-urban'])(
		'have %s for every area',
		async (slug) => {
			expect(await count(`public.indicator_values where indicator_slug = '${slug}'`)).toBe(361);
		}
	);

	test('add up to the published residents of the United Kingdom', async () => {
		const [sum] = await rows<{ n: number }>(
			"select sum(value)::int as n from public.indicator_values where indicator_slug = 'population-2024'"
		);
		expect(sum?.n).toBe(69_281_437);
	});

	test.each(['organisations', 'practices', 'learning_links'])(
		'publish no real row of %s without a source',
		async (table) => {
			expect(
				await slugs(
					`select slug from public.${table} where status = 'published' and source_url is null and not is_sample`
				)
			).toEqual([]);
		}
	);

	test('keep ten partners of whom no public source is known unpublished', async () => {
		expect(
			await slugs("select slug from public.organisations where status = 'draft' order by 1")
		).toHaveLength(10);
		expect(await count('public.memberships where source_url is null and is_public')).toBe(0);
		expect(await count('public.memberships where source_url is null')).toBe(11);
	});

	test.each(['adoptions', 'ties', 'associations'])('give every row of %s a source', async (table) => {
		expect(await count(`public.${table} where source_url is null`)).toBe(0);
	});

	test('publish no link whose only address is a copy, but what a movement starts from', async () => {
		const links = await rows<{ slug: string; url: string | null; status: string }>(
			'select slug, url, status from public.learning_links'
		);
		const copies = links.filter(({ url }) => url !== null && isMirror(url));
		expect(copies).toHaveLength(16);
		// The work that a movement starts from is published, marked as a copy.
		expect(copies.filter(({ status }) => status === 'published').map(({ slug }) => slug)).toEqual([
			'good-and-bad-help-report'
		]);
	});

	test.each([
		'adoptions',
		'memberships left join public.membership_notes on membership_id = id',
		'ties',
		'practices',
		'organisations'
	])('say of every copy that %s name as source that it is one', async (table) => {
		const named = await rows<{ source_url: string; note: string | null }>(
			`select source_url, note from public.${table} where source_url is not null`
		);
		const silent = named.filter(
			({ source_url, note }) => isMirror(source_url) && !note?.includes('Copy at ')
		);
		expect(silent).toEqual([]);
	});

	test.each(['adoptions', 'memberships', 'ties', 'associations'])(
		'fill dates of %s known to the month or year, and no further',
		async (table) => {
			expect(
				await count(`public.${table}
					where (started_precision = 'month' and extract(day from started_on) <> 1)
						or (started_precision = 'year' and extract(doy from started_on) <> 1)
						or (ended_precision = 'month' and extract(day from ended_on) <> 1)
						or (ended_precision = 'year' and extract(doy from ended_on) <> 1)`)
			).toBe(0);
		}
	);

	test('keep each declaration with the body that made it, never with its successor', async () => {
		expect(
			await rows(`select o.slug from public.adoptions a
				join public.practices p on p.id = practice_id join public.organisations o on o.id = organisation_id
				where p.slug = 'climate-emergency-declaration'
					and (a.started_on < o.founded_on and a.note not like '%Dated before this council began%'
						or a.started_on >= o.closed_on)`)
		).toEqual([]);
		expect(
			await slugs(`select o.slug from public.adoptions a
				join public.practices p on p.id = practice_id join public.organisations o on o.id = organisation_id
				where p.slug = 'climate-emergency-declaration' and o.slug like 'kettering%'`)
		).toEqual(['kettering-borough-council']);
	});

	test('tell who followed every council that ended', async () => {
		expect(
			await slugs(`select slug from public.organisations o where closed_on is not null and not is_sample and not exists (
				select from public.organisation_successions where predecessor_id = o.id and succeeded_on = o.closed_on)`)
		).toEqual([]);
		expect(
			await slugs(`select o.slug from public.organisation_successions s
				join public.organisations o on o.id = successor_id
				join public.organisations p on p.id = predecessor_id
				where p.slug = 'cumbria-county-council' order by 1`)
		).toEqual(['cumberland', 'westmorland-and-furness']);
	});

	test('place every district in its county and every council in its combined authority', async () => {
		expect(
			await count(`public.areas a join public.organisations o on o.area_code = a.code and o.closed_on is null and o.kind = 'council'
				where county_code is not null and not exists (
					select from public.ties t join public.organisations c on c.id = t.to_organisation_id
					where t.from_organisation_id = o.id and t.kind = 'lies within' and t.ended_on is null
						and c.kind = 'council')`)
		).toBe(0);
		expect(
			await count(
				"public.ties where kind = 'lies within' and to_organisation_id = (select id from public.organisations where slug = 'gmca')"
			)
		).toBe(10);
	});

	test('name who it was learnt from with the adoption, not a second time as a tie', async () => {
		expect(
			await rows(`select o.slug from public.ties t join public.adoptions a on a.organisation_id = t.from_organisation_id
				and a.learned_from_organisation_id = t.to_organisation_id
				join public.organisations o on o.id = t.from_organisation_id
				where t.kind = 'learnt from' and not o.is_sample`)
		).toEqual([]);
		expect(
			await count(
				'public.adoptions a join public.practices p on p.id = practice_id where not p.is_sample and learned_from_organisation_id is not null'
			)
		).toBe(77);
	});

	test('keep what one council did in turn as one adoption with stages', async () => {
		const stages = await rows<{ stage: string; reached_on: string }>(
			`select s.stage::text, s.reached_on::text from public.adoption_stages s
			join public.adoptions a on a.id = adoption_id join public.practices p on p.id = practice_id
			join public.organisations o on o.id = a.organisation_id
			where o.slug = 'york' and p.slug = 'local-area-coordination' order by reached_on`
		);
		expect(stages).toEqual([
			{ stage: 'exploring', reached_on: '2016-08-25' },
			{ stage: 'embedded', reached_on: '2017-01-01' }
		]);
	});

	test('say how what ended did, as far as the sources do', async () => {
		const ends = await rows<{ practice: string; end_kind: string; n: number }>(
			`select p.slug as practice, a.end_kind::text, count(*)::int as n from public.adoptions a
			join public.practices p on p.id = practice_id
			where a.ended_on is not null and not p.is_sample group by 1, 2 order by 1, 2`
		);
		expect(ends.map(({ practice, end_kind, n }) => [practice, end_kind, n])).toEqual([
			['human-learning-systems-practice', 'stopped', 1],
			['local-citizens-assembly', 'completed', 7],
			['meam-approach', 'stopped', 1],
			['neighbourhood-nursing', 'stopped', 1],
			['no-wrong-door', 'body closed', 1],
			['poverty-truth-commission', 'completed', 9],
			['public-living-rooms', 'completed', 1]
		]);
	});

	test('keep a declaration without a date, and tell of whom the record is silent', async () => {
		expect(
			await slugs(`select o.slug from public.adoptions a join public.organisations o on o.id = organisation_id
				join public.practices p on p.id = practice_id
				where p.slug = 'climate-emergency-declaration' and a.started_on is null`)
		).toEqual(['hounslow']);
		expect(
			await slugs(`select o.slug from public.adoption_gaps g join public.organisations o on o.id = organisation_id
				where o.closed_on is null and (o.founded_on is null or o.founded_on < '2019-01-01') order by 1`)
		).toEqual([
			'bromley',
			'flintshire',
			'inverclyde',
			'merthyr-tydfil',
			'mid-ulster',
			'rhondda-cynon-taf',
			'south-ayrshire'
		]);
		expect(
			await count(`public.adoption_gaps g join public.adoptions a
				on (a.organisation_id, a.practice_id) = (g.organisation_id, g.practice_id)`)
		).toBe(0);
	});

	test('appoint no steward of a real body and record no person', async () => {
		expect(await count('public.organisations where steward_network_id is not null and not is_sample')).toBe(
			0
		);
		for (const table of ['people', 'affiliations', 'groups', 'profiles']) {
			expect(await count(`public.${table}`)).toBe(0);
		}
	});

	test('are not seeded again, and leave what people changed', async () => {
		const writer = sqlSeedWriter(target);
		expect(await seed(writer, { sample: true, today: TODAY })).toEqual({ realRows: null, sampleRows: null });

		await target.exec("update public.organisations set summary = 'Ours now.' where slug = 'rochdale'");
		await writer.writeSetting('seed_real', null);
		expect(await seedReal(writer)).toBeGreaterThan(14_000);
		expect(await rows("select summary from public.organisations where slug = 'rochdale'")).toEqual([
			{ summary: 'Ours now.' }
		]);
		expect(await count('public.organisations where not is_sample')).toBe(607);
	});

	test('bring new figures to an older database, and leave its facts to its people', async () => {
		const writer = sqlSeedWriter(target);
		await target.exec("delete from public.organisations where slug = 'camerados'");
		await target.exec("delete from public.indicators where slug = 'median-age'");
		await writer.writeSetting('seed_real', { reference: 'an earlier edition' });
		expect(await seedReal(writer)).toBeGreaterThan(9_000);
		expect(await count("public.indicator_values where indicator_slug = 'median-age'")).toBe(361);
		expect(await count("public.organisations where slug = 'camerados'")).toBe(0);
		expect(await seedReal(writer)).toBeNull();
	});

	describe('of the sample network', () => {
		const sample = 'public.memberships m join public.networks n on n.id = network_id where n.is_sample';

		test('are about 120 organisations that nobody takes for real', async () => {
			expect(await count('public.organisations where is_sample')).toBe(120);
			expect(
				await count(
					"public.organisations where is_sample and (name not like 'Example %' or website not like 'https://example.org/%')"
				)
			).toBe(0);
			expect(
				await count("public.organisations where is_sample and kind = 'council' and area_code is not null")
			).toBe(0);
			expect(await count("public.organisations where is_sample and location_basis = 'none'")).toBeGreaterThan(
				3
			);
			expect(
				await count("public.learning_links where is_sample and url not like 'https://example.org/%'")
			).toBe(0);
		});

		test.each([
			['invited', 'm.started_on is null and invited_on is not null'],
			['new', `m.started_on > date '${TODAY}' - 90 and ended_on is null`],
			['current', `renews_on > date '${TODAY}' and ended_on is null`],
			['in grace', `renews_on between date '${TODAY}' - 90 and date '${TODAY}' and ended_on is null`],
			['lapsed', `renews_on < date '${TODAY}' - 93 and ended_on is null`],
			['left', 'ended_on is not null']
		])('have members that are %s', async (_standing, condition) => {
			expect(await count(`${sample} and ${condition}`)).toBeGreaterThan(2);
		});

		test('have members that left and came back', async () => {
			expect(
				await count(`(select organisation_id from ${sample} group by 1 having count(*) = 2) twice`)
			).toBeGreaterThan(2);
		});

		test('spread practices along ties, stage by stage, and end some', async () => {
			const learnt = await count(`public.adoptions a join public.practices p on p.id = practice_id
				where p.is_sample and learned_from_organisation_id is not null`);
			const tied = await count(`public.adoptions a join public.practices p on p.id = practice_id
				where p.is_sample and exists (select from public.ties t where
					(t.from_organisation_id, t.to_organisation_id) in (
						(a.organisation_id, a.learned_from_organisation_id), (a.learned_from_organisation_id, a.organisation_id)))`);
			expect(learnt).toBeGreaterThan(100);
			expect(tied).toBe(learnt);
			expect(
				await count(
					'public.adoptions join public.practices p on p.id = practice_id where p.is_sample and ended_on is not null'
				)
			).toBeGreaterThan(5);
			expect(
				await count(
					`public.adoption_stages s join public.adoptions a on a.id = adoption_id where reached_on > date '${TODAY}' or reached_on > a.ended_on`
				)
			).toBe(0);
		});

		test('have events to come and events that members attended', async () => {
			expect(await count(`public.learning_links where is_sample and starts_at > '${TODAY}'`)).toBeGreaterThan(
				3
			);
			expect(
				await count(`public.learning_link_organisations l join public.learning_links k on k.id = link_id
				where role = 'attended' and k.starts_at < '${TODAY}'`)
			).toBeGreaterThan(20);
		});

		test('are gone without a trace when they are not wanted, and come back', async () => {
			const real = await count(
				'public.adoptions a join public.practices p on p.id = practice_id where not p.is_sample'
			);
			await seed(sqlSeedWriter(target), { sample: false });
			for (const table of ['networks', 'organisations', 'practices', 'learning_links']) {
				expect(await count(`public.${table} where is_sample`)).toBe(0);
			}
			expect(await count('public.adoptions')).toBe(real);
			expect(await count("public.ties where source_url like 'https://example.org%'")).toBe(0);
			expect((await seed(sqlSeedWriter(target), { sample: true, today: TODAY })).sampleRows).toBeGreaterThan(
				1_000
			);
			expect(await count('public.organisations where is_sample')).toBe(120);
		});
	});

	describe('for a load', () => {
		test('make as many organisations as asked, with members, adoptions and ties, all marked', async () => {
			await removeSample(sqlSeedWriter(target));
			await seedLoad(target, { organisations: 400 });
			expect(await count("public.organisations where slug like 'load-%' and is_sample")).toBe(400);
			expect(await count("public.memberships where source_url = 'https://example.org/load'")).toBeGreaterThan(
				300
			);
			expect(await count("public.adoptions where source_url = 'https://example.org/load'")).toBeGreaterThan(
				500
			);
			expect(await count("public.ties where source_url = 'https://example.org/load'")).toBeGreaterThan(700);
		});
	});
});

describe('the seed files', () => {
	const files = readdirSync(FOLDER).filter((name) => name.endsWith('.csv'));

	test.each(files)('%s names public sources, never working notes', (name) => {
		expect(readFileSync(join(FOLDER, name), 'utf8')).not.toMatch(/domain\.md|shared\/|la_facts/);
	});

	test('every file has its provenance', () => {
		const provenance = readFileSync(join(FOLDER, 'PROVENANCE.csv'), 'utf8');
		const missing = files.filter((name) => name !== 'PROVENANCE.csv' && !provenance.includes(name));
		expect(missing.filter((name) => !name.startsWith('learning_link_'))).toEqual([]);
	});

	// The figures lie outside the project; where they are at hand, the files must be what they compile to.
	if (existsSync(join(INPUTS, 'movement_facts.json'))) {
		test('are what compiling the figures gives today', () => {
			const inputs = readInputs(INPUTS);
			const register = [REGISTER_FILE, compileRegister(inputs)] as const;
			for (const [name, text] of [...compile(inputs), register]) {
				expect(
					readFileSync(join(FOLDER, name), 'utf8') === text,
					`${name} is out of date: compile it again`
				).toBe(true);
			}
		});
	}
});

describe('the source of a noted fact', () => {
	test.each([
		['its address', 'https://goodhelp.org.uk/about/', ['good-help'], 'https://goodhelp.org.uk/about/'],
		['the first of several', 'https://a.example/x ; code: some list', [], 'https://a.example/x'],
		[
			'what the notes name for its network',
			'design/domain.md (section Networks)',
			['a-better-way'],
			'http://betterway.network'
		],
		['nothing where the notes name none', 'design/domain.md, which names its public source', ['ncvo'], null]
	])('is %s', (_what, noted, subjects, expected) => {
		expect(publicSource(noted, subjects).url).toBe(expected);
	});

	test('is called a copy on a site of copies and nowhere else', () => {
		expect(isMirror('https://ar.scribd.com/document/1')).toBe(true);
		expect(isMirror('https://fly1.wordsworth.site/government/collections/x')).toBe(true);
		expect(isMirror('https://www.gov.uk/scribd.com/')).toBe(false);
	});

	test('has a date only where the day is known', () => {
		expect(sourceDate('2018-09-14')).toEqual({ on: '2018-09-14', note: null });
		expect(sourceDate('2018-09')).toEqual({ on: null, note: 'Source dated September 2018.' });
		expect(sourceDate(undefined)).toEqual({ on: null, note: null });
	});
});

function pgliteTarget(database: PGlite): SqlTarget {
	const target: SqlTarget = {
		query: async <T>(sql: string, params: readonly unknown[] = []) =>
			(await database.query<T>(sql, [...params])).rows,
		exec: async (sql) => void (await database.exec(sql)),
		async transaction(work) {
			await database.exec('begin');
			try {
				const result = await work(target);
				await database.exec('commit');
				return result;
			} catch (cause) {
				await database.exec('rollback');
				throw cause;
			}
		}
	};
	return target;
}
