import { KIND_STYLES } from '#lib/charts/kind-style.ts';
import type { KindStyle } from '#lib/charts/kind-style.ts';
import type { Atlas } from '#lib/domain/atlas.ts';
import { dayOrNull } from '#lib/domain/day.ts';
import type { Day } from '#lib/domain/day.ts';
import { rowsOf } from '#lib/domain/row-index.ts';
import { MEMBERSHIP_STATUSES, ORGANISATION_KINDS, STAGES } from '#lib/domain/vocabulary.ts';
import type { MembershipStatus, OrganisationKind, Stage } from '#lib/domain/vocabulary.ts';
import { stageOn } from '#lib/view/adoption-spans.ts';
import { statusOn } from '#lib/view/membership-spans.ts';
import { countsAsFact, wantedPractices } from '#lib/view/row-filters.ts';
import type { ColourBy, View } from '#lib/view/view.ts';

/** One thing that a point's colour and shape can say. */
export interface PointCategory {
	label: string;
	/** Custom property of its colour. */
	token: string;
	/** SVG path in a box of 16 × 16, so that no meaning hangs on colour alone. */
	path: string;
	isOpen: boolean;
}

/** What colours and shapes of points say. */
export interface PointColours {
	/** What all of them are: "Region". */
	title: string;
	categories: readonly PointCategory[];
	/** Position among the categories of an organisation, by its row. */
	of: (row: number) => number;
}

export const COLOUR_NAMES: Record<ColourBy, string> = {
	kind: 'Kind of organisation',
	region: 'Nation or region',
	status: 'Membership',
	stage: 'Furthest stage'
};

/** Whether colours change with the date, and so follow it once it rests. */
export function isDated(colourBy: ColourBy): boolean {
	return colourBy === 'status' || colourBy === 'stage';
}

/**
 * Colours of a view's organisations.
 *
 * @param day on which status and stage are read; kind and region have no date
 */
export function pointColours(
	atlas: Atlas,
	view: Pick<View, 'network' | 'practices' | 'characteristics' | 'statedOnly'>,
	colourBy: ColourBy,
	day: Day
): PointColours {
	const title = COLOUR_NAMES[colourBy];
	switch (colourBy) {
		case 'kind':
			return {
				title,
				categories: ORGANISATION_KINDS.map((kind) => styled(KIND_STYLES[kind].plural, KIND_STYLES[kind])),
				of: (row) => atlas.organisations.kind[row]!
			};
		case 'region':
			return { title, ...regionColours(atlas) };
		case 'status':
			return { title, ...statusColours(atlas, view, day) };
		case 'stage':
			return { title, ...stageColours(atlas, view, day) };
	}
}

function styled(label: string, { token, path, isOpen }: KindStyle): PointCategory {
	return { label, token, path, isOpen: isOpen === true };
}

type Colours = Omit<PointColours, 'title'>;

function regionColours(atlas: Atlas): Colours {
	const regions = [...new Set(atlas.areas.map(({ region }) => region))].sort((a, b) =>
		a.localeCompare(b, 'en-GB')
	);
	const position = new Map(regions.map((region, at) => [region, at]));
	const styles = ORGANISATION_KINDS.slice(0, -1).map((kind) => KIND_STYLES[kind]);
	const categories = regions.map((region, at): PointCategory => {
		const colour = styles[at % styles.length]!;
		// Past the last colour they begin again, each with another shape.
		const shape = styles[(at + 5 * Math.floor(at / styles.length)) % styles.length]!;
		return { label: region, token: colour.token, path: shape.path, isOpen: shape.isOpen === true };
	});
	return {
		categories: [...categories, styled('no single area', KIND_STYLES.other)],
		of: (row) => {
			const area = atlas.areas[atlas.organisations.area[row]!];
			return area === undefined ? regions.length : position.get(area.region)!;
		}
	};
}

const STATUS_LOOK: Record<MembershipStatus, OrganisationKind> = {
	invited: 'community group',
	new: 'NHS body',
	current: 'council',
	grace: 'housing association',
	lapsed: 'company',
	left: 'university'
};
/** Where an organisation has several memberships, the first of these counts. */
const BEST_STATUS: readonly MembershipStatus[] = ['current', 'new', 'grace', 'invited', 'lapsed', 'left'];

function statusColours(
	atlas: Atlas,
	{ network, statedOnly }: Pick<View, 'network' | 'statedOnly'>,
	day: Day
): Colours {
	const wanted = network === null ? null : (atlas.index.networkBySlug.get(network) ?? -1);
	return {
		categories: [
			...MEMBERSHIP_STATUSES.map((status) => styled(status, KIND_STYLES[STATUS_LOOK[status]])),
			styled('no membership', KIND_STYLES.other)
		],
		of: (row) => {
			const found = new Set<MembershipStatus>();
			for (const membership of rowsOf(atlas.index.membershipsOfOrganisation, row)) {
				if (wanted !== null && atlas.memberships.network[membership] !== wanted) continue;
				if (!countsAsFact(atlas.memberships, membership, { statedOnly })) continue;
				const status = statusOn(atlas, membership, day);
				if (status !== null) found.add(status);
			}
			const best = BEST_STATUS.find((status) => found.has(status));
			return best === undefined ? MEMBERSHIP_STATUSES.length : MEMBERSHIP_STATUSES.indexOf(best);
		}
	};
}

const STAGE_LOOK: Record<Stage, OrganisationKind> = {
	exploring: 'community group',
	piloting: 'housing association',
	adopted: 'council',
	embedded: 'government',
	ended: 'charity'
};
const FURTHEST_STAGE: readonly Stage[] = ['embedded', 'adopted', 'piloting', 'exploring', 'ended'];

function stageColours(
	atlas: Atlas,
	view: Pick<View, 'practices' | 'characteristics' | 'statedOnly'>,
	day: Day
): Colours {
	const practices = wantedPractices(atlas, view);
	return {
		categories: [
			...STAGES.map((stage) => styled(stage, KIND_STYLES[STAGE_LOOK[stage]])),
			styled('nothing on record', KIND_STYLES.other)
		],
		of: (row) => {
			const found = new Set<Stage>();
			for (const adoption of rowsOf(atlas.index.adoptionsOfOrganisation, row)) {
				if (!practices.has(atlas.adoptions.practice[adoption]!)) continue;
				if (!countsAsFact(atlas.adoptions, adoption, view)) continue;
				if ((dayOrNull(atlas.adoptions.startedOn[adoption]) ?? day) > day) continue;
				found.add(STAGES[stageOn(atlas, adoption, day)]!);
			}
			const furthest = FURTHEST_STAGE.find((stage) => found.has(stage));
			return furthest === undefined ? STAGES.length : STAGES.indexOf(furthest);
		}
	};
}
