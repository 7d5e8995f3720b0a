import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { Atlas } from '#lib/domain/atlas.ts';
import type { Stage } from '#lib/domain/vocabulary.ts';
import { apartFromPractices } from '#lib/view/area-adoption.ts';
import { anyInWindow, dateWindow } from '#lib/view/date-window.ts';
import { presenceIn } from '#lib/view/presence.ts';
import type { View } from '#lib/view/view.ts';
import { practiceHoldings } from '../../peers/atlas-holdings.ts';
import { organisationsByCode } from '../../peers/peer-organisations.ts';
import { countedStages } from '../../peers/peer-practices.ts';
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
 * Councils that do not do a practice on the day of the snapshot although councils like them do: likeness as the
 * peer finder has it when nothing is chosen there. It says who may want to ask, not who ought to.
 *
 * @param practice row of the practice
 * @param view which councils may be listed, and from which stage one counts; its date is not applied
 * @param most how many councils to list, and how many peers of each to name
 * @returns null where no council does it, or none that does not could be compared
 */
export function listNextAdopters(
	atlas: Atlas,
	figures: AreasWire,
	practice: number,
	view: View,
	most: { councils: number; peers: number }
): NextAdopters | null {
	const stages = stagesOf(atlas, practice);
	const counted = new Set<Stage>(countedStages(view.countFrom));
	const does = (row: number): boolean => {
		const stage = stages.get(row);
		return stage !== undefined && counted.has(stage);
	};
	const byCode = organisationsByCode(atlas, figures);
	if (![...byCode.values()].some(does)) return null;

	const { slug, name } = atlas.organisations;
	const presence = presenceIn(atlas, apartFromPractices(atlas, view));
	const today = dateWindow({ date: null, mode: 'as-of', months: 1 }, atlas.asOf);
	const found: NextAdopter[] = [];
	let compared = 0;
	for (const { code, region, peerCodes } of nearestCouncils(figures, atlas)) {
		const row = byCode.get(code);
		if (row === undefined || does(row) || !anyInWindow(presence(row), today)) continue;
		compared += 1;
		const peers = peerCodes.map((peer) => byCode.get(peer)).filter((peer) => peer !== undefined);
		const doing = peers.filter(does);
		if (doing.length === 0) continue;
		found.push({
			...{ code, name: name[row]!, region, stage: stages.get(row) ?? null },
			peers: doing.slice(0, most.peers).map((peer) => ({ slug: slug[peer]!, name: name[peer]! })),
			doing: doing.length,
			of: peers.length
		});
	}
	if (compared === 0) return null;
	found.sort((a, b) => b.doing - a.doing || a.name.localeCompare(b.name, 'en-GB'));
	return { councils: found.slice(0, most.councils), withPeers: found.length, compared };
}

/** Stage of one practice by organisation, on the day of the snapshot. */
function stagesOf(atlas: Atlas, practice: number): Map<number, Stage> {
	const holdings = practiceHoldings(atlas);
	const stages = new Map<number, Stage>();
	for (let at = 0; at < holdings.item.length; at += 1) {
		const stage = holdings.stage[at];
		if (holdings.item[at] === practice && stage != null) stages.set(holdings.organisation[at]!, stage);
	}
	return stages;
}
