import { group } from 'd3';
import { CLIMATE_PRACTICE } from './adoptions.ts';
import type { Body } from './bodies.ts';
import type { BelongingFact, Inputs, LinkFact } from './inputs.ts';
import { FORMER_COMBINED, FORMER_DISTRICTS, REORGANISATIONS } from './reorganisations.ts';
import { CLIMATE_PLANS, copyNote, isMirror, joinNotes, ONS_GEOGRAPHY, publicSource, sourceDate } from './sources.ts';
import type { Cell, Table } from './table.ts';

export const CLIMATE_NETWORK = 'uk-climate-declarations';

const MEMBERSHIP_KINDS: Readonly<Record<string, string>> = { 'a-better-way': 'people', psta: 'programme' };

/** Ground colours that hold 3:1 against both themes' paper. */
const COLOURS: Readonly<Record<string, string>> = {
	'good-help': '#b3432b',
	'a-better-way': '#1f7a8c',
	psta: '#7a5cb0',
	ccin: '#3f7f3a',
	'new-local': '#a8631a',
	'human-learning-systems': '#2f6fb5',
	'local-area-coordination-network': '#a83f7c',
	'poverty-truth-network': '#8a6d1d',
	'keep-it-local': '#5b7a2e',
	'meam-approach-network': '#b0436a',
	[CLIMATE_NETWORK]: '#3c7d6b'
};

const FRAMEWORK_NAMES: Readonly<Record<string, string>> = {
	'good-help': 'Seven characteristics of good help',
	'a-better-way': 'Four behaviours of A Better Way',
	'human-learning-systems': 'Human, Learning, Systems',
	'keep-it-local': 'Six principles of Keep it Local'
};

const FRAMEWORK_NOTES: Readonly<Record<string, string>> = {
	'good-help':
		'The labels are not yet checked against the report itself. That there are seven is said at https://goodhelp.org.uk/what-is-good-help; a co-author names four of them as enabling language, power sharing, tailoring and transparency at http://www.nesta.org.uk/blog/when-help-doesnt-really-help.',
	'a-better-way': 'As set out in Time for a Change, A Better Way, 2020.'
};

const SPELL = [
	'started_on', 'started_bound', 'started_precision', 'ended_on', 'ended_precision', 'confidence', 'source_url',
	'source_on', 'note'
] as const;

/** Networks and their frameworks. */
export function networkTables({ movement }: Inputs): Table[] {
	return [
		{
			name: 'networks',
			columns: [
				'slug', 'name', 'summary', 'url', 'colour', 'membership_kind', 'started_on', 'started_precision', 'source_url',
				'note'
			],
			rows: [
				...movement.networks.map((network) => ({
					slug: network.slug,
					name: network.name,
					summary: network.summary,
					url: network.url,
					colour: COLOURS[network.slug] ?? null,
					membership_kind: MEMBERSHIP_KINDS[network.slug] ?? 'organisations',
					started_on: network.since ?? null,
					started_precision: network.since_precision ?? 'day',
					source_url: publicSource(network.source, [network.slug]).url
				})),
				{
					slug: CLIMATE_NETWORK,
					name: 'UK climate declarations',
					summary:
						'A public record of the UK councils and authorities that declared a climate emergency, and when. It has no members. Compiled by mySociety and Climate Emergency UK, CC BY 4.0.',
					url: CLIMATE_PLANS,
					colour: COLOURS[CLIMATE_NETWORK] ?? null,
					membership_kind: 'organisations',
					started_precision: 'day',
					source_url: CLIMATE_PLANS,
					note: 'A record of a practice, not an organisation: nobody joins it.'
				}
			]
		},
		{
			name: 'frameworks',
			columns: ['network', 'name', 'source_url', 'note'],
			rows: movement.frameworks.map(({ network, source }) => ({
				network,
				name: FRAMEWORK_NAMES[network] ?? network,
				source_url: publicSource(source, [network]).url,
				note: FRAMEWORK_NOTES[network] ?? null
			}))
		},
		{
			name: 'characteristics',
			columns: ['network', 'framework', 'position', 'label', 'description'],
			rows: movement.frameworks.flatMap(({ network, items }) =>
				items.map(({ order, label, description }) => ({
					network,
					framework: FRAMEWORK_NAMES[network] ?? network,
					position: order,
					label,
					description: description ?? null
				}))
			)
		}
	];
}

/** Practices and the characteristics of good help they show. */
export function practiceTables({ movement, declarations }: Inputs): Table[] {
	const dates = declarations.filter((row) => row['declared'] === '1').flatMap((row) => row['declared_on'] || []);
	return [
		{
			name: 'practices',
			columns: [
				'slug', 'name', 'summary', 'network', 'originator', 'started_on', 'started_precision', 'evidence_level',
				'evidence_note', 'url', 'source_url', 'source_on', 'note'
			],
			rows: [
				...movement.practices.map((practice) => {
					const dated = sourceDate(practice.source_date);
					return {
						slug: practice.slug,
						name: practice.name,
						summary: practice.summary,
						originator: practice.originator ?? null,
						started_on: practice.since ?? null,
						started_precision: practice.since_precision ?? 'day',
						evidence_level: practice.evidence_level,
						evidence_note: practice.evidence_note,
						url: practice.url ?? null,
						source_url: practice.source,
						source_on: dated.on,
						note: joinNotes(
							'That it belongs here, and which characteristics it shows, is our reading.',
							copyNote(practice.source),
							dated.note
						)
					};
				}),
				{
					slug: CLIMATE_PRACTICE,
					name: 'Climate emergency declaration',
					summary:
						'A council resolves in public that there is a climate emergency, most often by a motion that also asks for a plan and a target year. What follows from it differs from council to council.',
					network: CLIMATE_NETWORK,
					started_on: dates.sort()[0] ?? null,
					started_precision: 'day',
					evidence_note:
						'The dates are a full public record. Whether a declaration changes what a council does is another question, which this record does not answer.',
					url: CLIMATE_PLANS,
					source_url: CLIMATE_PLANS,
					note: 'Started: the first date in the record. Record by mySociety and Climate Emergency UK, CC BY 4.0.'
				}
			]
		},
		{
			name: 'practice_characteristics',
			columns: ['practice', 'network', 'position'],
			rows: movement.practices.flatMap(({ slug, characteristics }) =>
				characteristics.map((position) => ({ practice: slug, network: 'good-help', position }))
			)
		}
	];
}

/** Memberships, and associations that are no membership. */
export function belongingTables({ movement }: Inputs): Table[] {
	const row = (fact: BelongingFact) => {
		const source = publicSource(fact.source, [fact.network]);
		// The notes name the academy's site for the academy itself, not for the list of its first partners.
		const isPublic = source.url !== null;
		const dated = sourceDate(fact.source_date);
		return {
			network: fact.network,
			organisation: fact.organisation,
			role: fact.role,
			started_on: fact.from,
			started_bound: fact.date_bound ?? 'on',
			started_precision: fact.precision ?? 'day',
			ended_on: fact.to ?? null,
			ended_precision: fact.to === undefined ? 'day' : (fact.to_precision ?? fact.precision ?? 'day'),
			confidence: fact.confidence ?? 'stated',
			source_url: isPublic ? source.url : null,
			source_on: dated.on,
			note: joinNotes(fact.note, source.note, dated.note)
		};
	};
	const columns = ['network', 'organisation', 'role', ...SPELL];
	return [
		{ name: 'memberships', columns, rows: movement.memberships.map(row) },
		{ name: 'associations', columns, rows: movement.associations.map(row) }
	];
}

/** Ties of the movement and of geography; what an adoption already says about learning is left to it. */
export function tieTables({ movement, authorities }: Inputs, bodies: readonly Body[]): Table[] {
	const learnt = new Set(movement.adoptions.map((fact) => `${fact.organisation} ${fact.learned_from}`));
	const slugs = new Map(bodies.flatMap(({ code, slug }) => (code === null ? [] : [[code, slug] as const])));
	const slug = (code: string) => {
		const found = slugs.get(code);
		if (found === undefined) throw new Error(`${code}: no body has this code`);
		return found;
	};

	const noted = movement.ties
		.filter((tie) => tie.kind !== 'learnt from' || !learnt.has(`${tie.from} ${tie.to}`))
		.map((tie): Record<string, Cell> => {
			const source = publicSource(tie.source, [tie.from, tie.to]);
			const dated = sourceDate(tie.source_date);
			return {
				from: tie.from,
				to: tie.to,
				kind: tie.kind,
				directed: tie.kind !== 'works with',
				started_on: tie.on ?? null,
				started_bound: tie.date_bound ?? 'on',
				started_precision: tie.precision ?? 'day',
				ended_precision: 'day',
				confidence: tie.confidence ?? 'stated',
				source_url: source.url,
				source_on: dated.on,
				note: joinNotes(tie.note, source.note, dated.note)
			};
		});

	const within = (from: string, to: string, confidence: string, note: string | null): Record<string, Cell> => ({
		from: slug(from),
		to: slug(to),
		kind: 'lies within',
		directed: true,
		started_on: '2025-01-01',
		started_bound: 'by',
		started_precision: 'year',
		ended_precision: 'day',
		confidence,
		source_url: ONS_GEOGRAPHY,
		note
	});
	const parents = (column: string) =>
		authorities
			.filter((row) => row[column])
			.map((row) => within(row['gss_code'] ?? '', row[column] ?? '', 'stated', null));
	const counties = group(
		authorities.filter((row) => row['county_code']),
		(row) => row['county_code'] ?? ''
	);
	const wholeCounties = [...counties].flatMap(([county, districts]) => {
		const combined = districts[0]?.['combined_authority_code'];
		const isWhole = combined && districts.every((row) => row['combined_authority_code'] === combined);
		return isWhole ? [within(county, combined, 'inferred', 'All its districts lie within it.')] : [];
	});
	const former = [...Object.entries(FORMER_DISTRICTS), ...Object.entries(FORMER_COMBINED)].flatMap(([code, parts]) => {
		const reorganisation = REORGANISATIONS.find(({ ended }) => code in ended);
		return parts.map((part) => ({
			...within(part, code, 'stated', null),
			started_on: null,
			started_bound: 'on',
			started_precision: 'day',
			ended_on: reorganisation?.on ?? null,
			source_url: reorganisation?.source ?? null
		}));
	});

	return [
		{
			name: 'ties',
			columns: ['from', 'to', 'kind', 'directed', ...SPELL],
			rows: [
				...noted,
				...parents('county_code'),
				...parents('combined_authority_code'),
				...wholeCounties,
				...former
			]
		}
	];
}

/** The library: links, what they are about, and who made or hosted them. */
export function linkTables({ movement }: Inputs): Table[] {
	return [
		{
			name: 'learning_links',
			columns: [
				'slug', 'url', 'title', 'kind', 'publisher', 'published_on', 'published_precision', 'starts_at', 'all_day',
				'is_mirror', 'source_url', 'note', 'status'
			],
			rows: [...movement.links.map(linkRow), RADIX_POST]
		},
		{
			name: 'learning_link_practices',
			columns: ['link', 'practice'],
			rows: movement.links.flatMap(({ slug, about_practices }) =>
				about_practices.map((practice) => ({ link: slug, practice }))
			)
		},
		{
			name: 'learning_link_characteristics',
			columns: ['link', 'network', 'position'],
			rows: movement.links.flatMap(({ slug, characteristics }) =>
				characteristics.map((position) => ({ link: slug, network: 'good-help', position }))
			)
		},
		{
			name: 'learning_link_organisations',
			columns: ['link', 'organisation', 'role'],
			rows: movement.links.flatMap((link) => [
				...link.about_organisations.map((organisation) => ({ link: link.slug, organisation, role: 'about' })),
				...link.made_by.map((organisation) => ({ link: link.slug, organisation, role: 'made' })),
				...link.hosted_by.map((organisation) => ({ link: link.slug, organisation, role: 'hosted' }))
			])
		}
	];
}

/** Known by title and publisher only; it waits for its address. */
const RADIX_POST: Record<string, Cell> = {
	slug: 'when-services-dont-help-they-hurt',
	title: "When services don't help, they hurt",
	kind: 'post',
	publisher: 'Radix',
	published_precision: 'day',
	all_day: false,
	is_mirror: false,
	note: 'Known by title and publisher: not shown until its address on radixuk.org is found.',
	status: 'draft'
};

function linkRow(link: LinkFact): Record<string, Cell> {
	const source = publicSource(link.source, []);
	const isCopy = isMirror(link.url) || / \(copy\)$/.test(link.publisher);
	return {
		slug: link.slug,
		url: link.url,
		title: link.title,
		kind: link.kind,
		publisher: link.publisher.replace(/ \(copy\)$/, ''),
		published_on: link.published_on ?? null,
		published_precision: link.published_on === undefined ? 'day' : (link.precision ?? 'day'),
		starts_at: link.starts_at === undefined ? null : `${link.starts_at}T00:00:00Z`,
		all_day: link.starts_at !== undefined,
		is_mirror: isCopy,
		// A link that the notes name stands for itself: its own page is the public source.
		source_url: source.url ?? (isMirror(link.url) ? null : link.url),
		note: joinNotes(
			link.note,
			isCopy ? `Copy at ${new URL(link.url).hostname.replace(/^www\./, '')}.` : null,
			source.url === null || isMirror(link.url) ? null : source.note
		),
		status: isMirror(link.url) ? 'draft' : 'published'
	};
}
