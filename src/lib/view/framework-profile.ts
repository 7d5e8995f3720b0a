import type { Atlas } from '#lib/domain/atlas.ts';
import { isInPlace, sinceWhen } from '#lib/domain/counting.ts';
import type { Day } from '#lib/domain/day.ts';
import { rowsOf } from '#lib/domain/row-index.ts';
import { characteristicKey } from './characteristic-key.ts';

/** Something with a page of its own. */
interface Named {
	slug: string;
	name: string;
}

/** A practice that shows a characteristic, where it is in place. */
export interface ShowingPractice extends Named {
	/** Who has it in place, earliest known start first; those without a known start last. */
	by: (Named & { since: string })[];
}

/** A characteristic of a framework, and what shows it somewhere. */
export interface CharacteristicProfile {
	/** Key of the characteristic in a view. */
	key: string;
	/** From 1, in the framework's order. */
	position: number;
	label: string;
	description: string | null;
	/** By name; empty where nothing is recorded, which is not to say that there is nothing. */
	practices: ShowingPractice[];
}

/** Networks whose framework has characteristics, as rows, in the order of the atlas. */
export function networksWithFramework(atlas: Pick<Atlas, 'characteristics'>): number[] {
	return [...new Set(atlas.characteristics.map(({ network }) => network))].sort((a, b) => a - b);
}

/**
 * Which characteristics of a network's framework are shown by what some organisations have in place on a day: a row
 * for each, in the framework's order. A description and never a score: which practice shows what is this site's
 * reading, and more practices do not make better help.
 *
 * @param network row of the network; one without a framework has no rows
 * @param organisations rows of the organisations looked at
 */
export function frameworkProfile(
	atlas: Atlas,
	network: number,
	organisations: Iterable<number>,
	on: Day
): CharacteristicProfile[] {
	const { adoptions, index } = atlas;
	const holders = new Map<number, number[]>();
	for (const organisation of new Set(organisations)) {
		for (const row of rowsOf(index.adoptionsOfOrganisation, organisation)) {
			if (!isInPlace(atlas, row, on)) continue;
			const practice = adoptions.practice[row]!;
			holders.set(practice, [...(holders.get(practice) ?? []), row]);
		}
	}
	return atlas.characteristics.flatMap(({ network: owner, position, label, description }, characteristic) =>
		owner === network
			? [
					{
						key: characteristicKey(atlas, characteristic),
						position,
						label,
						description,
						practices: [...holders]
							.filter(([practice]) => atlas.practices[practice]!.characteristics.includes(characteristic))
							.map(([practice, rows]) => showingPractice(atlas, practice, rows))
							.sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
					}
				]
			: []
	).sort((a, b) => a.position - b.position);
}

function showingPractice(atlas: Atlas, practice: number, rows: readonly number[]): ShowingPractice {
	const { slug, name } = atlas.practices[practice]!;
	const { organisations, adoptions } = atlas;
	const by = rows
		.map((row) => ({ row, since: sinceWhen(adoptions, row, 'adopted') }))
		.sort((a, b) => (a.since?.day ?? Infinity) - (b.since?.day ?? Infinity) || a.row - b.row)
		.map(({ row, since }) => {
			const organisation = adoptions.organisation[row]!;
			return {
				slug: organisations.slug[organisation]!,
				name: organisations.name[organisation]!,
				since: since?.words ?? 'date not recorded'
			};
		});
	return { slug, name, by };
}
