import type { Day } from './day.ts';
import type { RowIndex } from './row-index.ts';
import type {
	EvidenceLevel,
	DatePrecision,
	LinkKind,
	MembershipKind,
	MembershipStatus
} from './vocabulary.ts';

/**
 * The atlas in memory: one dated snapshot of what the viewer may see, the same on the server and in
 * the browser. Tables that may be long are columns in typed arrays; short ones are lists of rows.
 *
 * In typed arrays a reference is a row number, −1 for none; a day is days since 1970-01-01, `NO_DAY`
 * for unknown (`dayOrNull` turns it back); a word of a closed list is its position in
 * `vocabulary.ts`; coordinates are degrees, NaN where not located. A `key` is what pages and files call a
 * row by, for good; it means nothing.
 */
export interface Atlas {
	version: string;
	/** Day of the snapshot: "now" for every view of it. */
	asOf: Day;
	/** Slug of the network the snapshot was cut to; null for all that the viewer sees. */
	network: string | null;
	areas: Area[];
	networks: Network[];
	characteristics: Characteristic[];
	organisations: OrganisationTable;
	practices: Practice[];
	adoptions: AdoptionTable;
	/** Organisations about which the record of a practice says nothing, by row of the practice. */
	adoptionGaps: ReadonlyMap<number, ReadonlySet<number>>;
	ties: TieTable;
	links: LearningLink[];
	memberships: MembershipTable;
	associations: Association[];
	successions: { predecessor: number; successor: number; on: Day | null; sourceUrl: string | null }[];
	index: AtlasIndex;
}

export interface Area {
	code: string;
	name: string;
	kind: string;
	nation: string;
	region: string;
	county: string | null;
	combinedAuthority: string | null;
	lon: number | null;
	lat: number | null;
	hex: { q: number; r: number } | null;
	/** Row of the council of this area, or null where none is on record. */
	council: number | null;
}

export interface Network {
	key: string;
	slug: string;
	name: string;
	summary: string | null;
	url: string | null;
	colour: string | null;
	membershipKind: MembershipKind;
	isSample: boolean;
	/** A public record: it tells who did its practices, and has no members. */
	isRecord: boolean;
	startedOn: Day | null;
	startedPrecision: DatePrecision;
	newMonths: number;
	graceMonths: number;
	/** Members who are people; null below five, or where none are recorded. */
	people: number | null;
}

export interface Characteristic {
	key: string;
	network: number;
	/** From 1, in the framework's order. */
	position: number;
	label: string;
	description: string | null;
}

export interface OrganisationTable {
	count: number;
	key: string[];
	slug: string[];
	name: string[];
	kind: Uint8Array;
	area: Int32Array;
	/** Degrees, WGS 84; both NaN where there is no place to draw, by `isPlace`. */
	lon: Float64Array;
	lat: Float64Array;
	locationBasis: Uint8Array;
	foundedOn: Int32Array;
	closedOn: Int32Array;
	/** First day of which anything of it is on record, by `firstRecords`: it exists from then where its founding is not recorded. */
	recordedFrom: Int32Array;
	confirmedOn: Int32Array;
	isSample: Uint8Array;
	/** Former names, aliases and abbreviations; only organisations that have any. */
	otherNames: Map<number, string[]>;
	/** What it wants to learn about; only organisations that say so. */
	interests: Map<number, string[]>;
}

export interface Practice {
	key: string;
	slug: string;
	name: string;
	summary: string | null;
	network: number | null;
	evidenceLevel: EvidenceLevel | null;
	originator: string | null;
	startedOn: Day | null;
	startedPrecision: DatePrecision;
	/** Whom the record of who does it covers without gaps, and up to which day; null: nobody vouches for it. */
	recordedFor: string | null;
	recordedUntil: Day | null;
	isSample: boolean;
	/** Rows of `characteristics`. */
	characteristics: number[];
}

/** Columns every table of spells has. */
export interface SpellTable {
	count: number;
	key: string[];
	startedOn: Int32Array;
	startedBound: Uint8Array;
	startedPrecision: Uint8Array;
	endedOn: Int32Array;
	endedPrecision: Uint8Array;
	/** Position in `END_KINDS`; says nothing where `endedOn` is `NO_DAY`. */
	endKind: Uint8Array;
	confidence: Uint8Array;
	sourceUrl: (string | null)[];
}

export interface AdoptionTable extends SpellTable {
	organisation: Int32Array;
	practice: Int32Array;
	stage: Uint8Array;
	evidenceUrl: (string | null)[];
	learnedFrom: Int32Array;
	/** 255 where nothing is said. */
	learnedFromConfidence: Uint8Array;
	learnedVia: Int32Array;
	/**
	 * First day at stage *adopted* or *embedded*: the day on which it becomes an adopter. `NO_DAY`
	 * where the day is not recorded or the stage was never reached: `isAdopter` tells which.
	 */
	adoptedOn: Int32Array;
	adoptedBound: Uint8Array;
	adoptedPrecision: Uint8Array;
	/** First day at *piloting* or beyond; `NO_DAY` as above. */
	pilotedOn: Int32Array;
	pilotedBound: Uint8Array;
	pilotedPrecision: Uint8Array;
	isAdopter: Uint8Array;
	/** Piloting or beyond. */
	isPilot: Uint8Array;
	stages: StageTable;
}

/** Stage changes, oldest first within an adoption. */
export interface StageTable {
	count: number;
	key: string[];
	adoption: Int32Array;
	stage: Uint8Array;
	on: Int32Array;
	precision: Uint8Array;
	byAdoption: RowIndex;
}

export interface TieTable extends SpellTable {
	from: Int32Array;
	to: Int32Array;
	kind: Uint8Array;
	directed: Uint8Array;
}

export interface LearningLink {
	key: string;
	slug: string;
	title: string;
	url: string;
	kind: LinkKind;
	publisher: string | null;
	summary: string | null;
	/** What it asks its readers. */
	question: string | null;
	/** BCP 47. */
	language: string;
	network: number | null;
	publishedOn: Day | null;
	publishedPrecision: DatePrecision;
	/** ISO 8601 instants; events and webinars only. */
	startsAt: string | null;
	endsAt: string | null;
	allDay: boolean;
	/** Null where nobody rated it; shown with its count only. */
	rating: { average: number; count: number } | null;
	isSample: boolean;
	practices: number[];
	characteristics: number[];
	organisations: { organisation: number; role: string }[];
}

export interface MembershipTable extends SpellTable {
	organisation: Int32Array;
	network: Int32Array;
	invitedOn: Int32Array;
	renewsOn: Int32Array;
	tier: (string | null)[];
	statusOverride: (MembershipStatus | null)[];
	role: (string | null)[];
}

export interface Association {
	key: string;
	organisation: number;
	network: number;
	role: string;
	startedOn: Day | null;
	endedOn: Day | null;
	startedPrecision: DatePrecision;
	isInferred: boolean;
	sourceUrl: string | null;
}

export interface AtlasIndex {
	organisationBySlug: Map<string, number>;
	practiceBySlug: Map<string, number>;
	linkBySlug: Map<string, number>;
	networkBySlug: Map<string, number>;
	areaByCode: Map<string, number>;
	/** First day of which anybody is on record with each practice, by `firstUses`. */
	firstUse: Int32Array;
	adoptionsOfOrganisation: RowIndex;
	adoptionsOfPractice: RowIndex;
	membershipsOfOrganisation: RowIndex;
	membershipsOfNetwork: RowIndex;
	tiesFrom: RowIndex;
	tiesTo: RowIndex;
	organisationsOfArea: RowIndex;
	/** Rows of `links` by organisation. */
	linksOfOrganisation: Map<number, number[]>;
	linksOfPractice: Map<number, number[]>;
}
