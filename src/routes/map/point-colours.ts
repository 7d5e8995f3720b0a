import { KIND_STYLES } from '#lib/charts/kind-style.ts';
import type { KindStyle } from '#lib/charts/kind-style.ts';
import type { Atlas } from '#lib/domain/atlas.ts';
import { stageOn } from '#lib/domain/counting.ts';
import { dayOrNull } from '#lib/domain/day.ts';
import type { Day } from '#lib/domain/day.ts';
import { rowsOf } from '#lib/domain/row-index.ts';
import { MEMBERSHIP_STATUSES, ORGANISATION_KINDS, STAGES } from '#lib/domain/vocabulary.ts';
import type { MembershipStatus, OrganisationKind, Stage } from '#lib/domain/vocabulary.ts';
import { statusOn } from '#lib/view/membership-spans.ts';
import type { Selection } from '#lib/view/selection.ts';
import type { ColourBy } from '#lib/view/view.ts';

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
 * Colours of a selection's organisations.
 *
 * @param day on which status and stage are read; kind and region have no date
 */
export function pointColours(selection: Selection, colourBy: ColourBy, day: Day): PointColours {
	const { atlas } = selection;
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
			return { title, ...statusColours(selection, day) };
		case 'stage':
			return { title, ...stageColours(selection, day) };
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

function statusColours(selection: Selection, day: Day): Colours {
	const { atlas } = selection;
	const { network } = selection.view;
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
				if (!selection.isFact(atlas.memberships, membership)) continue;
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

function stageColours(selection: Selection, day: Day): Colours {
	const { adoptions } = selection.atlas;
	return {
		categories: [
			...STAGES.map((stage) => styled(stage, KIND_STYLES[STAGE_LOOK[stage]])),
			styled('nothing on record', KIND_STYLES.other)
		],
		of: (row) => {
			const found = new Set<Stage>();
			for (const adoption of selection.adoptionsOf(row)) {
				if ((dayOrNull(adoptions.startedOn[adoption]) ?? day) > day) continue;
				found.add(STAGES[stageOn(adoptions, adoption, day)]!);
			}
			const furthest = FURTHEST_STAGE.find((stage) => found.has(stage));
			return furthest === undefined ? STAGES.length : STAGES.indexOf(furthest);
		}
	};
}
