import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Atlas } from '#lib/domain/atlas.ts';
import type { AtlasWire } from '#lib/domain/atlas-wire.ts';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { STAGES } from '#lib/domain/vocabulary.ts';
import { findingSentence } from '#lib/home/finding.ts';
import { frameworkFigures } from '#lib/home/framework-figures.ts';
import { homePicture } from '#lib/home/home.ts';
import { listDirectory } from '#lib/organisation/directory.ts';
import { listCatalogue } from '#lib/practice/catalogue.ts';
import { visitorClient } from '#lib/server/backend.ts';
import { migrateBackend, seedBackend } from '#lib/server/bring-up-to-date.ts';
import { areaAdoptions, countAreas } from '#lib/view/area-adoption.ts';
import { countFacets } from '#lib/view/facets.ts';
import { listRecordsApart } from '#lib/view/records-apart.ts';
import { countReach } from '#lib/view/reach.ts';
import { select } from '#lib/view/selection.ts';
import { DEFAULT_VIEW } from '#lib/view/view.ts';
import type { View } from '#lib/view/view.ts';
import { RUNGS } from './rungs.ts';
import { openScratch } from './scratch-backend.ts';
import type { ScratchBackend } from './scratch-backend.ts';

const RECORD = 'uk-climate-declarations';
const DECLARATION = 'climate-emergency-declaration';

/** What the seeds put on the front door, asked of the embedded database and counted from its own columns. */
describe('the seeded atlas', () => {
	let scratch: ScratchBackend;
	let stop: () => Promise<void>;
	let wire: AtlasWire;
	let atlas: Atlas;
	const view = (part: Partial<View> = {}) => select(atlas, { ...DEFAULT_VIEW, ...part });

	const isOver = (day: number | null | undefined): boolean => day != null && day <= wire.as_of;
	const closed = (row: number): boolean => isOver(wire.organisations.closed_on[row]);
	/** Rows of the organisations that declared and go on, by the columns of the wire alone. */
	const stillDeclared = (): Set<number> => {
		const declaration = wire.practices.slug.indexOf(DECLARATION);
		const { organisation, practice, ended_on } = wire.adoptions;
		return new Set(
			organisation.filter((row, at) => practice[at] === declaration && !isOver(ended_on[at]) && !closed(row))
		);
	};

	beforeAll(async () => {
		const rung = await RUNGS[0]!.start();
		stop = rung.stop;
		scratch = await openScratch(rung.variables);
		await migrateBackend(scratch.backend);
		await seedBackend(scratch.backend, { sample: true, log: () => {} });
		const { data } = await visitorClient(scratch.backend).rpc('atlas', {});
		wire = data as unknown as AtlasWire;
		atlas = buildAtlas(wire);
	});

	afterAll(async () => {
		await scratch?.close();
		await stop?.();
	});

	test('counts no declaration where none is asked for', () => {
		const declaration = wire.practices.slug.indexOf(DECLARATION);
		const plain = view();
		expect(plain.practices.has(declaration)).toBe(false);
		expect(listRecordsApart(plain).map(({ slug }) => slug)).toEqual([RECORD]);
		expect(listCatalogue(plain, { sort: 'name', isDescending: false }).map(({ slug }) => slug)).not.toContain(
			DECLARATION
		);
		expect(countFacets(plain).practices.find(({ value }) => value === DECLARATION)?.count).toBe(0);
		const { figures, spans } = homePicture(plain);
		expect(spans.some(([, practice]) => practice === declaration)).toBe(false);
		// 180 adoptions of other practices are seeded; some of them never came as far as being adopted.
		expect(figures.adoptionCount).toBeLessThanOrEqual(180);
		expect(figures.adoptionCount).toBeGreaterThan(100);
		const most = listDirectory(plain, { sort: 'practices', isDescending: true })[0]!;
		expect(most.practices).toBeLessThanOrEqual(24);
	});

	test('counts them as ever with the record or its practice asked for', () => {
		for (const part of [{ network: RECORD }, { practices: [DECLARATION] }]) {
			const asked = view(part);
			expect(listRecordsApart(asked)).toEqual([]);
			const { figures } = homePicture(asked);
			expect([figures.practices, figures.adoptionCount]).toEqual([1, 345]);
			expect(figures.active).toBe(stillDeclared().size);
			expect(countAreas(areaAdoptions(asked)).having).toBeGreaterThan(250);
		}
	});

	test('keeps in the directory whoever is known only by a declaration', () => {
		const open = wire.organisations.slug.filter(
			(_, row) => wire.organisations.is_sample[row] === 0 && !closed(row)
		);
		expect(view().organisations.length).toBe(open.length);
	});

	test('counts a movement as another reading of its columns does', () => {
		const { characteristics, practice_characteristics, practices, adoptions, associations, memberships } =
			wire;
		const network = wire.networks.slug.indexOf('good-help');
		const own = characteristics.network.flatMap((owner, row) => (owner === network ? [row] : []));
		expect(own).toHaveLength(7);
		const showing = new Set(
			practice_characteristics.practice.filter((_, at) =>
				own.includes(practice_characteristics.characteristic[at]!)
			)
		);
		const ADOPTED = [2, 3].map((at) => STAGES[at]);
		const stageOf = (at: number) => wire.vocabularies.stage[adoptions.stage[at]!];
		const doing = new Set(
			adoptions.organisation.filter(
				(row, at) =>
					showing.has(adoptions.practice[at]!) &&
					ADOPTED.includes(stageOf(at) as (typeof STAGES)[number]) &&
					!isOver(adoptions.ended_on[at]) &&
					!closed(row)
			)
		);
		const members = new Set(
			memberships.organisation.filter(
				(row, at) => memberships.network[at] === network && row !== null && !isOver(memberships.ended_on[at])
			)
		);
		const associates = new Set(
			associations.organisation.filter(
				(row, at) =>
					associations.network[at] === network && !isOver(associations.ended_on[at]) && !closed(row)
			)
		);
		const movement = view({ network: 'good-help' });
		expect([...new Set([...members, ...associates, ...doing])].sort()).toEqual(
			[...movement.organisations].sort()
		);
		expect(countReach(movement)).toEqual({
			member: members.size,
			associate: [...associates].filter((row) => !members.has(row)).length,
			practice: [...doing].filter((row) => !members.has(row) && !associates.has(row)).length
		});
		expect(view({ network: 'good-help', reach: 'members' }).organisations).toHaveLength(members.size);

		const figures = frameworkFigures(movement)!;
		expect(figures.practices).toBe([...showing].filter((row) => practices.is_sample[row] === 0).length);
		expect(figures.organisations).toBe(doing.size);
		const areas = new Set(
			[...doing].map((row) => wire.organisations.area[row]).filter((area) => area !== null)
		);
		expect(figures.areas.having).toBe(areas.size);
		console.log(
			findingSentence(homePicture(movement).figures, {
				name: 'Good Help',
				people: null,
				membershipKind: 'organisations',
				framework: figures
			})
		);
	});

	test('gives the front page of a new site the network that it is for', async () => {
		const { data } = await visitorClient(scratch.backend)
			.from('settings')
			.select('value')
			.eq('key', 'site_network')
			.single();
		expect(data?.value).toBe('good-help');
	});
});
