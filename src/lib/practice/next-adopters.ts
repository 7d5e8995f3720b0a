import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { Stage } from '#lib/domain/vocabulary.ts';
import { furthest } from '#lib/peers/peer-adoption.ts';
import { anyInWindow, dateWindow } from '#lib/view/date-window.ts';
import type { Selection } from '#lib/view/selection.ts';
import { placeHoldings } from '#lib/council-peers/atlas-holdings.ts';
import { organisationsByCode } from '#lib/council-peers/peer-organisations.ts';
import { countedStages } from '#lib/council-peers/peer-practices.ts';
import { nearestCouncils } from './nearest-councils.ts';

/** A council that does not do a practice, and those most like it that do. */
export interface NextAdopter {
	/** Code of its area, for its page of peers. */
	code: string;
	name: string;
	region: string;
	/** Where it stands with the practice, such as exploring; null where nothing is on record. */
	stage: Stage | null;
	/** The nearest of its peers that do it, most alike first. */
	peers: { slug: string; name: string }[];
	/** How many peers do it, out of how many that were looked at. */
	doing: number;
	of: number;
}

export interface NextAdopters {
	/** Most peers first; those with as many by name. */
	councils: NextAdopter[];
	/** Councils with at least one such peer, listed or not, and all that do not do it and could be compared. */
	withPeers: number;
	compared: number;
}

/**
 * Councils in whose place nobody has a practice on the day of the snapshot although in places like theirs somebody
 * does: likeness as the peer finder has it when nothing is chosen there. It says who may want to ask, not who
 * ought to. Who inherited it, has it from the county council, or is not on record at all is not listed.
 *
 * @param selection which councils may be listed, and from which stage one counts; its date is not applied
 * @param practice row of the practice
 * @param most how many councils to list, and how many peers of each to name
 * @returns null where no council does it, or none that does not could be compared
 */
export function listNextAdopters(
	selection: Selection,
	figures: AreasWire,
	practice: number,
	most: { councils: number; peers: number }
): NextAdopters | null {
	const { atlas, view, anyone } = selection;
	// What a council inherited keeps it off the list, whether it is shown or not.
	const places = placesWith(
		selection.with({ inherited: true }),
		figures,
		practice,
		new Set(countedStages(view.countFrom))
	);
	const byCode = organisationsByCode(atlas, figures);
	const does = (row: number): boolean => places.counted.has(row);
	if (![...byCode.values()].some(does)) return null;

	const { slug, name } = atlas.organisations;
	const today = dateWindow({ date: null, mode: 'as-of', months: 1 }, atlas.asOf);
	const found: NextAdopter[] = [];
	let compared = 0;
	for (const { code, region, peerCodes } of nearestCouncils(figures, atlas)) {
		const row = byCode.get(code);
		if (row === undefined || does(row) || places.apart.has(row)) continue;
		if (places.isSilent(row) || !anyInWindow(anyone.presence(row), today)) continue;
		compared += 1;
		const peers = peerCodes.map((peer) => byCode.get(peer)).filter((peer) => peer !== undefined);
		const known = peers.filter((peer) => !places.isSilent(peer));
		const doing = known.filter(does);
		if (doing.length === 0) continue;
		found.push({
			...{ code, name: name[row]!, region, stage: places.stages.get(row) ?? null },
			peers: doing.slice(0, most.peers).map((peer) => ({ slug: slug[peer]!, name: name[peer]! })),
			doing: doing.length,
			of: known.length
		});
	}
	if (compared === 0) return null;
	found.sort((a, b) => b.doing - a.doing || a.name.localeCompare(b.name, 'en-GB'));
	return { councils: found.slice(0, most.councils), withPeers: found.length, compared };
}

/** Where one practice stands on the day of the snapshot, by the organisation that stands for a place. */
function placesWith(selection: Selection, figures: AreasWire, practice: number, counted: ReadonlySet<Stage>) {
	const holdings = placeHoldings(selection, figures);
	const stages = new Map<number, Stage>();
	const does = new Set<number>();
	const apart = new Set<number>();
	holdings.item.forEach((item, at) => {
		const stage = holdings.stage[at] ?? null;
		if (item !== practice || stage === null) return;
		const place = holdings.organisation[at]!;
		if (holdings.isBeside[at] !== true) stages.set(place, furthest(stage, stages.get(place)));
		if (counted.has(stage)) (holdings.isBeside[at] === true ? apart : does).add(place);
	});
	return {
		stages,
		counted: does,
		apart,
		isSilent: (row: number): boolean => holdings.isSilent(row, practice)
	};
}
