import type { Area, Association, Atlas, LearningLink, Network, Practice } from './atlas.ts';
import type { AtlasWire } from './atlas-wire.ts';
import { buildAdoptions, buildMemberships, buildOrganisations, buildTies } from './build-tables.ts';
import { DomainError } from './errors.ts';
import { firstRecords, firstUses } from './first-record.ts';
import { indexRows } from './row-index.ts';
import { CONFIDENCES, DATE_PRECISIONS, EVIDENCE_LEVELS, LINK_KINDS, MEMBERSHIP_KINDS } from './vocabulary.ts';
import { groupValues, translate, wordAt } from './wire-columns.ts';

/**
 * The typed model of an atlas as it came over the wire. Builds every index once; nothing is
 * computed from "today", so the same wire gives the same model.
 *
 * @throws {DomainError} when the wire has another format or names a word this version does not know
 */
export function buildAtlas(wire: AtlasWire): Atlas {
	if (wire.format !== 1)
		throw new DomainError(`this atlas has format ${String(wire.format)}; format 1 is understood`);

	const organisations = buildOrganisations(wire);
	const adoptions = buildAdoptions(wire);
	const ties = buildTies(wire);
	const memberships = buildMemberships(wire);
	const practices = practiceRows(wire);
	const links = linkRows(wire);
	const areas = areaRows(wire);
	const networks = networkRows(wire);
	const associations = associationRows(wire);
	const successions = wire.successions.predecessor.map((predecessor, row) => ({
		predecessor,
		successor: wire.successions.successor[row]!,
		on: wire.successions.on[row] ?? null,
		sourceUrl: wire.successions.source_url[row] ?? null
	}));
	const dated = { asOf: wire.as_of, organisations, adoptions, memberships, ties, links, associations };

	const councilKind = 0;
	for (let row = 0; row < organisations.count; row += 1) {
		const area = areas[organisations.area[row]!];
		if (area === undefined || organisations.kind[row] !== councilKind) continue;
		// A closed predecessor may carry the same area: the council that still exists wins.
		const held = area.council;
		if (held === null || organisations.closedOn[held]! > organisations.closedOn[row]!) area.council = row;
	}

	return {
		version: wire.version,
		asOf: wire.as_of,
		network: wire.network,
		areas,
		networks,
		characteristics: wire.characteristics.label.map((label, row) => ({
			key: wire.characteristics.key[row]!,
			network: wire.characteristics.network[row]!,
			position: wire.characteristics.position[row]!,
			label,
			description: wire.characteristics.description[row] ?? null
		})),
		organisations: { ...organisations, recordedFrom: firstRecords({ ...dated, successions }) },
		practices,
		adoptions,
		adoptionGaps: gapSets(wire),
		ties,
		links,
		memberships,
		associations,
		successions,
		index: {
			organisationBySlug: positions(organisations.slug),
			practiceBySlug: positions(wire.practices.slug),
			linkBySlug: positions(wire.links.slug),
			networkBySlug: positions(wire.networks.slug),
			areaByCode: positions(wire.areas.code),
			firstUse: firstUses({ asOf: wire.as_of, adoptions, practices }),
			adoptionsOfOrganisation: indexRows(organisations.count, adoptions.organisation),
			adoptionsOfPractice: indexRows(practices.length, adoptions.practice),
			membershipsOfOrganisation: indexRows(organisations.count, memberships.organisation),
			membershipsOfNetwork: indexRows(networks.length, memberships.network),
			tiesFrom: indexRows(organisations.count, ties.from),
			tiesTo: indexRows(organisations.count, ties.to),
			organisationsOfArea: indexRows(areas.length, organisations.area),
			// One organisation may have made a link and be what it is about: it is still one link.
			linksOfOrganisation: distinctValues(wire.link_organisations.organisation, wire.link_organisations.link),
			linksOfPractice: distinctValues(wire.link_practices.practice, wire.link_practices.link)
		}
	};
}

function gapSets({ adoption_gaps }: AtlasWire): Map<number, ReadonlySet<number>> {
	const groups = groupValues(adoption_gaps.practice, adoption_gaps.organisation);
	return new Map([...groups].map(([practice, organisations]) => [practice, new Set(organisations)]));
}

function distinctValues(keys: readonly number[], values: readonly number[]): Map<number, number[]> {
	return new Map([...groupValues(keys, values)].map(([key, group]) => [key, [...new Set(group)]]));
}

function positions(keys: readonly string[]): Map<string, number> {
	return new Map(keys.map((key, row) => [key, row]));
}

function areaRows({ areas }: AtlasWire): Area[] {
	return areas.code.map((code, row) => {
		const q = areas.hex_q[row] ?? null;
		const r = areas.hex_r[row] ?? null;
		return {
			code,
			name: areas.name[row]!,
			kind: areas.kind[row]!,
			nation: areas.nation[row]!,
			region: areas.region[row]!,
			county: areas.county[row] ?? null,
			combinedAuthority: areas.combined_authority[row] ?? null,
			lon: areas.lon[row] ?? null,
			lat: areas.lat[row] ?? null,
			hex: q === null || r === null ? null : { q, r },
			council: null
		};
	});
}

function networkRows({ networks, people_counts, vocabularies }: AtlasWire): Network[] {
	const kinds = translate('membership_kind', vocabularies.membership_kind, MEMBERSHIP_KINDS);
	const precisions = translate('date_precision', vocabularies.date_precision, DATE_PRECISIONS);
	const people = new Map(people_counts.network.map((network, row) => [network, people_counts.members[row]!]));
	return networks.slug.map((slug, row) => ({
		key: networks.key[row]!,
		slug,
		name: networks.name[row]!,
		summary: networks.summary[row] ?? null,
		url: networks.url[row] ?? null,
		colour: networks.colour[row] ?? null,
		membershipKind: wordAt(MEMBERSHIP_KINDS, kinds[networks.membership_kind[row]!]),
		isSample: networks.is_sample[row] === 1,
		isRecord: networks.is_record[row] === 1,
		startedOn: networks.started_on[row] ?? null,
		startedPrecision: wordAt(DATE_PRECISIONS, precisions[networks.started_precision[row]!]),
		newMonths: networks.new_months[row]!,
		graceMonths: networks.grace_months[row]!,
		people: people.get(row) ?? null
	}));
}

function practiceRows({ practices, practice_characteristics, vocabularies }: AtlasWire): Practice[] {
	const levels = translate('evidence_level', vocabularies.evidence_level, EVIDENCE_LEVELS);
	const precisions = translate('date_precision', vocabularies.date_precision, DATE_PRECISIONS);
	const characteristics = groupValues(
		practice_characteristics.practice,
		practice_characteristics.characteristic
	);
	return practices.slug.map((slug, row) => {
		const level = practices.evidence_level[row] ?? null;
		return {
			key: practices.key[row]!,
			slug,
			name: practices.name[row]!,
			summary: practices.summary[row] ?? null,
			network: practices.network[row] ?? null,
			evidenceLevel: level === null ? null : wordAt(EVIDENCE_LEVELS, levels[level]),
			originator: practices.originator[row] ?? null,
			startedOn: practices.started_on[row] ?? null,
			startedPrecision: wordAt(DATE_PRECISIONS, precisions[practices.started_precision[row]!]),
			recordedFor: practices.recorded_for[row] ?? null,
			recordedUntil: practices.recorded_until[row] ?? null,
			isSample: practices.is_sample[row] === 1,
			characteristics: characteristics.get(row) ?? []
		};
	});
}

function linkRows(wire: AtlasWire): LearningLink[] {
	const { links, vocabularies } = wire;
	const kinds = translate('link_kind', vocabularies.link_kind, LINK_KINDS);
	const precisions = translate('date_precision', vocabularies.date_precision, DATE_PRECISIONS);
	const practices = groupValues(wire.link_practices.link, wire.link_practices.practice);
	const characteristics = groupValues(
		wire.link_characteristics.link,
		wire.link_characteristics.characteristic
	);
	const organisations = groupValues(
		wire.link_organisations.link,
		wire.link_organisations.organisation.map((organisation, row) => ({
			organisation,
			role: wire.link_organisations.role[row]!
		}))
	);
	return links.slug.map((slug, row) => {
		const average = links.rating_average[row] ?? null;
		return {
			key: links.key[row]!,
			slug,
			title: links.title[row]!,
			url: links.url[row]!,
			kind: wordAt(LINK_KINDS, kinds[links.kind[row]!]),
			publisher: links.publisher[row] ?? null,
			summary: links.summary[row] ?? null,
			question: links.question[row] ?? null,
			language: links.language[row]!,
			network: links.network[row] ?? null,
			publishedOn: links.published_on[row] ?? null,
			publishedPrecision: wordAt(DATE_PRECISIONS, precisions[links.published_precision[row]!]),
			startsAt: links.starts_at[row] ?? null,
			endsAt: links.ends_at[row] ?? null,
			allDay: links.all_day[row] === 1,
			rating: average === null ? null : { average, count: links.rating_count[row]! },
			isSample: links.is_sample[row] === 1,
			practices: practices.get(row) ?? [],
			characteristics: characteristics.get(row) ?? [],
			organisations: organisations.get(row) ?? []
		};
	});
}

function associationRows({ associations, vocabularies }: AtlasWire): Association[] {
	const precisions = translate('date_precision', vocabularies.date_precision, DATE_PRECISIONS);
	const confidences = translate('confidence', vocabularies.confidence, CONFIDENCES);
	return associations.organisation.map((organisation, row) => ({
		key: associations.key[row]!,
		organisation,
		network: associations.network[row]!,
		role: associations.role[row]!,
		startedOn: associations.started_on[row] ?? null,
		endedOn: associations.ended_on[row] ?? null,
		startedPrecision: wordAt(DATE_PRECISIONS, precisions[associations.started_precision[row]!]),
		isInferred: wordAt(CONFIDENCES, confidences[associations.confidence[row]!]) === 'inferred',
		sourceUrl: associations.source_url[row] ?? null
	}));
}
