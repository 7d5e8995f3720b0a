import { describe, expect, test } from 'vitest';
import type { AreasWire } from '#lib/domain/areas-wire.ts';
import { councilFacts } from '#lib/peers/council-facts.ts';
import { DEFAULT_INDICATORS } from '#lib/peers/default-indicators.ts';
import { findPeers, prepareGroup } from '#lib/peers/peer-finding.ts';
import { parsePeerRequest, requestedWeights } from '#lib/peers/peer-request.ts';
import { atlasOf, row } from '../../../tests/fixtures/study-fixture.ts';
import { keptCouncils, keptSetting } from './kept-list.ts';

const atlas = atlasOf(row());
const columns = DEFAULT_INDICATORS.slice(0, 4).map(({ column }) => column);
const areasWith = (shift: number): AreasWire => ({
	codes: atlas.areas.map(({ code }) => code),
	indicators: columns.map((column, k) => ({
		...{ key: column.replaceAll('_', '-'), label: column, unit: '', source: '', vintage: '' },
		values: atlas.areas.map((_, at) => 10 + shift + ((at * (k + 3)) % 7))
	})) as unknown as AreasWire['indicators'],
	adjacency: { a: [], b: [], km: [] },
	former: { code: [], current: [] },
	upper: []
});
const code = atlas.areas[0]!.code;
const moved = columns[0]!.replaceAll('_', '-');
const asked = { councilCode: code, search: `?preset=people&weights=${moved}_7` };
/** What the page keeps with a list. */
function versionOf(shift: number) {
	const facts = councilFacts(areasWith(shift), atlas.areas);
	const { request } = parsePeerRequest(new URLSearchParams(asked.search));
	const prepared = prepareGroup(facts, 0, request.within, request.model);
	const weights = requestedWeights(request, facts.indicators, prepared.group.isCounted);
	return findPeers(prepared, weights, request.count).version!;
}

describe('a list of peers that was kept', () => {
	const first = keptSetting(atlas, areasWith(0), { ...asked, universe: 'x', model: 'y' })!;

	test('spells out its weights, those that were moved among them', () => {
		expect(first.preset).toBe('people');
		expect(first.weights).toHaveLength(4);
		expect(first.weights.find(({ indicator }) => indicator === moved)!.weight).toBe(7);
		expect(first.isCurrent).toBe(false);
	});

	test('says that figures have changed since', () => {
		const kept = { ...asked, ...versionOf(0) };
		expect(keptSetting(atlas, areasWith(0), kept)!.isCurrent).toBe(true);
		expect(keptSetting(atlas, areasWith(1), kept)!.isCurrent).toBe(false);
	});

	test('is kept though its council is gone, without a setting', () => {
		expect(
			keptSetting(atlas, areasWith(0), { ...asked, councilCode: 'E99999999', universe: '', model: '' })
		).toBeNull();
		expect(
			keptCouncils(atlas, areasWith(0), [code, 'E99999999']).map(({ name, slug }) => [name, slug])
		).toEqual([
			['Area 0', 'council-0'],
			['E99999999', null]
		]);
	});
});
