/**
 * The atlas on the wire: what `public.atlas(network_slug)` returns and `/data/atlas` serves.
 *
 * Column-wise, so that it compresses well and lands in typed arrays: every array of one table has
 * the same length, and a row is the same position in each. References are positions in the table
 * they name (`area: 12` is `areas.code[12]`), never database ids. What pages and files call a row by, for
 * good, is its `key`: short, of letters, and made of the database's id without leading back to it. Dates are whole days since
 * 1970-01-01 (negative before it); null is unknown or none. Words with a closed list are positions
 * in `vocabularies`. Flags are 0 or 1. What the caller may not see is not in it, and nothing in it
 * points at what is not in it: such a reference is null, such a pair is left out.
 */
export interface AtlasWire {
	format: 1;
	/** Same text as `atlas_version()` gave when this snapshot was made. */
	version: string;
	/** Day of the snapshot. */
	as_of: number;
	/** Network the snapshot was cut to, or null for all that the caller sees. */
	network: string | null;
	vocabularies: AtlasVocabularies;
	areas: AreaColumns;
	networks: NetworkColumns;
	characteristics: CharacteristicColumns;
	organisations: OrganisationColumns;
	/** Former names, aliases and abbreviations, for search. */
	organisation_names: { organisation: number[]; name: string[] };
	/** What an organisation says it wants to learn about, in its own words. */
	organisation_interests: { organisation: number[]; label: string[] };
	/** Who followed whom. */
	successions: {
		predecessor: number[];
		successor: number[];
		on: (number | null)[];
		source_url: (string | null)[];
	};
	practices: PracticeColumns;
	practice_characteristics: { practice: number[]; characteristic: number[] };
	adoptions: AdoptionColumns;
	/** History of stages within an adoption, oldest first. */
	adoption_stages: {
		key: string[];
		adoption: number[];
		stage: number[];
		on: (number | null)[];
		precision: number[];
	};
	/** What a record that covers the others says nothing about: neither adopted nor not. */
	adoption_gaps: { organisation: number[]; practice: number[] };
	ties: TieColumns;
	links: LinkColumns;
	link_practices: { link: number[]; practice: number[] };
	link_characteristics: { link: number[]; characteristic: number[] };
	/** `role` is a word: about, made, hosted, attended, shared. */
	link_organisations: { link: number[]; organisation: number[]; role: string[] };
	memberships: MembershipColumns;
	associations: AssociationColumns;
	/** Members who are people, by network; only counts of five or more are given. */
	people_counts: { network: number[]; members: number[] };
}

export interface AtlasVocabularies {
	organisation_kind: string[];
	location_basis: string[];
	date_precision: string[];
	/** on, by */
	date_bound: string[];
	/** stated, inferred */
	confidence: string[];
	end_kind: string[];
	stage: string[];
	tie_kind: string[];
	link_kind: string[];
	evidence_level: string[];
	membership_kind: string[];
}

/** When something began and may have ended, and how well that is known. */
export interface SpellColumns {
	key: string[];
	started_on: (number | null)[];
	/** Position in `date_bound`: `by` means in place no later than the date. */
	started_bound: number[];
	started_precision: number[];
	ended_on: (number | null)[];
	ended_precision: number[];
	/** How it ended; says nothing where `ended_on` is null. */
	end_kind: number[];
	confidence: number[];
	source_url: (string | null)[];
}

/** Current areas (councils' territories) only; former codes are resolved before they get here. */
export interface AreaColumns {
	code: string[];
	name: string[];
	/** unitary_authority, non_metropolitan_district, metropolitan_district, london_borough, … */
	kind: string[];
	nation: string[];
	/** English region, or the nation's name elsewhere. */
	region: string[];
	county: (string | null)[];
	combined_authority: (string | null)[];
	lon: (number | null)[];
	lat: (number | null)[];
	hex_q: (number | null)[];
	hex_r: (number | null)[];
}

export interface NetworkColumns {
	key: string[];
	slug: string[];
	name: string[];
	summary: (string | null)[];
	url: (string | null)[];
	colour: (string | null)[];
	membership_kind: number[];
	is_sample: number[];
	/** A public record: it tells who did its practices, and has no members. */
	is_record: number[];
	started_on: (number | null)[];
	started_precision: number[];
	new_months: number[];
	grace_months: number[];
}

export interface CharacteristicColumns {
	key: string[];
	network: number[];
	/** From 1, in the framework's own order. */
	position: number[];
	label: string[];
	description: (string | null)[];
}

export interface OrganisationColumns {
	key: string[];
	slug: string[];
	name: string[];
	kind: number[];
	/** Area whose council this is, or in which it sits. */
	area: (number | null)[];
	/** Null where it is not located; never 0,0. */
	lon: (number | null)[];
	lat: (number | null)[];
	location_basis: number[];
	founded_on: (number | null)[];
	closed_on: (number | null)[];
	/** Day on which the organisation last confirmed its record. */
	confirmed_on: (number | null)[];
	is_sample: number[];
}

export interface PracticeColumns {
	key: string[];
	slug: string[];
	name: string[];
	summary: (string | null)[];
	/** Null: shared by all networks. */
	network: (number | null)[];
	evidence_level: (number | null)[];
	originator: (string | null)[];
	started_on: (number | null)[];
	started_precision: number[];
	/** Whom the record covers without gaps, and up to which day; null: nobody vouches for it. */
	recorded_for: (string | null)[];
	recorded_until: (number | null)[];
	is_sample: number[];
}

export interface AdoptionColumns extends SpellColumns {
	organisation: number[];
	practice: number[];
	/** Latest known stage. */
	stage: number[];
	evidence_url: (string | null)[];
	/** Organisation it was learnt from. */
	learned_from: (number | null)[];
	learned_from_confidence: (number | null)[];
	/** Learning link through which it was learnt. */
	learned_via: (number | null)[];
}

export interface TieColumns extends SpellColumns {
	/** For directed kinds the one who learns, visits, funds, mentors or lies within. */
	from: number[];
	to: number[];
	kind: number[];
	directed: number[];
}

export interface LinkColumns {
	key: string[];
	slug: string[];
	title: string[];
	url: string[];
	kind: number[];
	publisher: (string | null)[];
	summary: (string | null)[];
	/** What it asks its readers. */
	question: (string | null)[];
	/** BCP 47. */
	language: string[];
	network: (number | null)[];
	published_on: (number | null)[];
	published_precision: number[];
	/** ISO 8601 instants, for events and webinars. */
	starts_at: (string | null)[];
	ends_at: (string | null)[];
	all_day: number[];
	/** Null where nobody rated it. */
	rating_average: (number | null)[];
	rating_count: number[];
	is_sample: number[];
}

export interface MembershipColumns extends SpellColumns {
	organisation: number[];
	network: number[];
	invited_on: (number | null)[];
	renews_on: (number | null)[];
	/** Only for the network's own people; null for everyone else. */
	tier: (string | null)[];
	/** Status set by hand, where it overrides the dates. */
	status_override: (string | null)[];
	role: (string | null)[];
}

/** Links to a network that are not membership: award, case study, funder … Never counted as members. */
export interface AssociationColumns extends SpellColumns {
	organisation: number[];
	network: number[];
	role: string[];
}
