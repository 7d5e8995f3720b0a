import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { Atlas } from '#lib/domain/atlas.ts';
import { rowsOf } from '#lib/domain/row-index.ts';
import { frameworkProfile, networksReadBy } from '#lib/view/framework-profile.ts';
import type { CharacteristicProfile } from '#lib/view/framework-profile.ts';
import { organisationsByCode } from './peer-organisations.ts';

/** What shows one network's framework in some places: a row for each characteristic. */
export interface PlaceFramework {
	network: { slug: string; name: string };
	rows: CharacteristicProfile[];
}

/**
 * The organisations of a place: whoever sits in an area; of a county or combined authority, its own body and whoever
 * sits in its districts.
 *
 * @param code of an area that has peers
 */
export function organisationsInPlace(atlas: Atlas, figures: AreasWire, code: string): Set<number> {
	const { index } = atlas;
	const own = index.areaByCode.get(code);
	if (own !== undefined) return new Set(rowsOf(index.organisationsOfArea, own));
	const districts = figures.upper.find((upper) => upper.code === code)?.districts ?? [];
	const found = new Set<number>();
	for (const district of districts) {
		const area = index.areaByCode.get(figures.codes[district]!);
		for (const row of area === undefined ? [] : rowsOf(index.organisationsOfArea, area)) found.add(row);
	}
	const above = organisationsByCode(atlas, figures).get(code);
	if (above !== undefined) found.add(above);
	return found;
}

/** What shows each framework that practices are read by, in a place on the atlas's day. Invented bodies show nothing. */
export function placeFrameworks(atlas: Atlas, figures: AreasWire, code: string): PlaceFramework[] {
	const there = [...organisationsInPlace(atlas, figures, code)].filter(
		(row) => atlas.organisations.isSample[row] === 0
	);
	return networksReadBy(atlas, false).map((network) => {
		const { slug, name } = atlas.networks[network]!;
		return { network: { slug, name }, rows: frameworkProfile(atlas, network, there, atlas.asOf) };
	});
}

/** A characteristic set side by side: what shows it in each of several places; empty where nothing is recorded. */
export interface ComparedCharacteristic {
	key: string;
	position: number;
	label: string;
	places: CharacteristicProfile['practices'][];
}

/** The profiles of several places side by side, one framework after the other, rows in the framework's own order. */
export function compareFrameworks(
	atlas: Atlas,
	figures: AreasWire,
	codes: readonly string[]
): { network: PlaceFramework['network']; rows: ComparedCharacteristic[] }[] {
	const profiles = codes.map((code) => placeFrameworks(atlas, figures, code));
	return (profiles[0] ?? []).map(({ network, rows }, framework) => ({
		network,
		rows: rows.map(({ key, position, label }, row) => ({
			key,
			position,
			label,
			places: profiles.map((profile) => profile[framework]!.rows[row]!.practices)
		}))
	}));
}
