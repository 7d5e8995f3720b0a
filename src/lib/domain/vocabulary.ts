/** Closed lists of the domain, in the order in which people expect to read them. */

export const ORGANISATION_KINDS = [
	'council',
	'charity',
	'social enterprise',
	'NHS body',
	'housing association',
	'university',
	'think tank',
	'company',
	'community group',
	'government',
	'other'
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export const LOCATION_BASES = ['exact', 'postcode', 'area centre', 'none'] as const;

export const DATE_PRECISIONS = ['day', 'month', 'year'] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

export const DATE_BOUNDS = ['on', 'by'] as const;
export type DateBound = (typeof DATE_BOUNDS)[number];

export const CONFIDENCES = ['stated', 'inferred'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** *Ended* is derived from the end date; how it ended is one of `END_KINDS`. */
export const STAGES = ['exploring', 'piloting', 'adopted', 'embedded', 'ended'] as const;
export type Stage = (typeof STAGES)[number];

/** From which stage on an organisation counts as doing a practice. */
export const COUNT_FROM = ['adopted', 'piloting'] as const;
export type CountFrom = (typeof COUNT_FROM)[number];

/** How a spell ended. Ended is not stopped: what ran its time is complete. */
export const END_KINDS = ['completed', 'stopped', 'replaced', 'body closed', 'not known'] as const;
export type EndKind = (typeof END_KINDS)[number];

export const TIE_KINDS = [
	'learnt from',
	'works with',
	'visited',
	'mentors',
	'funds',
	'member of',
	'lies within'
] as const;
export type TieKind = (typeof TIE_KINDS)[number];
/** Place of *lies within* among the kinds of tie: geography, and no link between bodies. */
export const LIES_WITHIN = TIE_KINDS.indexOf('lies within');

export const LINK_KINDS = [
	'report',
	'paper',
	'webinar',
	'event',
	'video',
	'post',
	'toolkit',
	'case study',
	'story',
	'website'
] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export const EVIDENCE_LEVELS = ['idea', 'promising', 'evaluated', 'replicated'] as const;
export type EvidenceLevel = (typeof EVIDENCE_LEVELS)[number];

export const MEMBERSHIP_KINDS = ['organisations', 'people', 'programme'] as const;
export type MembershipKind = (typeof MEMBERSHIP_KINDS)[number];

export const MEMBERSHIP_STATUSES = ['invited', 'new', 'current', 'grace', 'lapsed', 'left'] as const;
export type MembershipStatus = (typeof MEMBERSHIP_STATUSES)[number];

export const NETWORK_ROLES = ['coordinator', 'editor', 'researcher', 'member'] as const;
export type NetworkRole = (typeof NETWORK_ROLES)[number];
