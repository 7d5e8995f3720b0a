import { headingKey } from '#lib/tables/text.ts';
import type { Role } from './roles.ts';

/**
 * What lists call the fields, most telling first within a role. A phrase stands for itself alone ("name"), or with a
 * star for any heading that holds its words in this order ("* date joined").
 */
const PHRASES: readonly (readonly [Role, string])[] = [
	[
		'organisation.name',
		'organisation, organization, organisation name, organization name, name of organisation, org, org name, member, member name, member organisation, name of member, name, body, council, council name, local authority, authority, authority name, la name, company, company name, charity, charity name, institution, agency, partner, partner organisation, group name, name of body, account name, trading name, enw, sefydliad, enw r sefydliad, cyngor, * organisation name, * name of organisation, * legal name, * registered name'
	],
	[
		'organisation.other name',
		'other name, other names, also known as, aka, alias, aliases, short name, former name, former names, previous name, previously, known as, acronym, abbreviation, * former name, * previous name, * also known as'
	],
	[
		'organisation.kind',
		'kind, type, organisation type, type of organisation, org type, kind of organisation, sector, category, legal form, legal status, member type, body type, * type of organisation, * organisation type, * sector'
	],
	[
		'organisation.summary',
		'summary, description, about, what they do, what you do, activities, mission, purpose, profile, blurb, * description, * what they do'
	],
	[
		'organisation.website',
		'website, web site, web, url, web address, site, homepage, home page, link, www, domain, * website, * web address, * url'
	],
	[
		'organisation.place',
		'place, area, local authority area, council area, lad, la, district, borough, county, based in, location, town, city, town city, locality, where, area served, area of operation, lle, ardal, local authority district, lad name, * local authority area, * council area, * area'
	],
	['organisation.region', 'region, nation, country, english region, rhanbarth, * region'],
	[
		'organisation.address',
		'address, street, address line 1, address line 2, address 1, address 2, address 3, postal address, registered office, registered address, building, cyfeiriad, * address'
	],
	[
		'organisation.postcode',
		'postcode, post code, postal code, pcode, zip, zip code, cod post, * postcode, * post code'
	],
	['organisation.latitude', 'latitude, lat, y, y coordinate, northing, * latitude'],
	['organisation.longitude', 'longitude, long, lon, lng, x, x coordinate, easting, * longitude'],
	[
		'organisation.founded',
		'founded, founded on, established, date established, incorporated, date of incorporation, incorporation date, year founded, set up, formed, registered on, * founded, * established, * incorporation'
	],
	['organisation.closed', 'closed, closed on, dissolved, date closed, wound up, ceased, * dissolved'],
	['identifier.key', 'key, goodways key, goodways id, public key'],
	[
		'identifier.council',
		'gss, gss code, ons code, ons, gss id, local authority code, la code, lad code, area code, council code, ecode, e code, lad23cd, lad24cd, lad25cd, code, * gss code, * ons code, * lad code'
	],
	[
		'identifier.company',
		'company number, company no, company registration number, companies house number, companies house, company reg no, crn, registered company number, reg no, company id, ch number, * company number, * company no, * company reg, * companies house'
	],
	[
		'identifier.charity',
		'charity number, charity no, registered charity number, charity commission number, charity reg no, charity id, charity registration number, charity, * charity number, * charity no, * charity reg'
	],
	[
		'identifier.other',
		'id, ref, reference, ref no, identifier, uid, uuid, member id, member number, membership number, membership no, crm id, crm ref, record id, account id, row id, no, number, * id, * ref, * reference'
	],
	[
		'membership.invited',
		'invited, invited on, date invited, invitation date, invitation sent, asked on, * invited'
	],
	[
		'membership.started',
		'joined, join, joined on, date joined, join date, joining date, member since, membership start, membership start date, membership began, start, start date, started, started on, since, from, date of joining, admission date, signed up, sign up date, date signed up, ymunodd, dyddiad ymuno, * date joined, * join date, * joined, * member since, * start date, * started'
	],
	[
		'membership.ended',
		'left, left on, date left, leaving date, end, end date, ended, ended on, membership end, membership ended, until, to, resigned, date of leaving, lapsed on, cancelled on, expired on, * date left, * end date, * leaving date'
	],
	[
		'membership.renews',
		'renewal, renewal date, renews, renews on, renewal due, next renewal, renew by, expiry, expiry date, expires, expires on, valid until, valid to, paid until, paid to, subscription due, due date, * renewal, * renewal date, * expiry date, * valid until, * paid until'
	],
	[
		'membership.status',
		'status, membership status, member status, state, active, current member, is member, statws, * status'
	],
	[
		'membership.owner',
		'owner, account manager, relationship manager, relationship owner, looked after by, link officer, our contact, lead officer, managed by, assigned to, * relationship manager, * account manager'
	],
	[
		'tier',
		'tier, level, membership level, membership tier, membership type, membership category, band, grade, subscription, subscription level, package, plan, class, fee band, * tier, * membership level, * membership type, * fee band'
	],
	[
		'note',
		'note, notes, comment, comments, remarks, remark, other information, additional information, anything else, further information, other info, misc, history, nodiadau, * notes, * comments, * remarks'
	],
	[
		'contact.role',
		'team, department, directorate, contact team, contact role, role to contact, service, unit, * department, * directorate'
	],
	[
		'person.name',
		'contact, contact name, contact person, main contact, name of contact, primary contact, lead contact, lead, full name, your name, person, representative, rep, delegate, lead name, key contact, named contact, who to contact, enw cyswllt, cyswllt, * contact name, * main contact, * primary contact, * contact person, * full name, * lead contact'
	],
	[
		'person.first name',
		'first name, firstname, forename, given name, christian name, first, * first name, * forename'
	],
	['person.last name', 'last name, lastname, surname, family name, last, * last name, * surname'],
	[
		'person.email',
		'email, e mail, email address, e mail address, mail, contact email, email of contact, main email, primary email, work email, ebost, e bost, * email, * e mail'
	],
	[
		'person.phone',
		'phone, telephone, tel, tel no, telephone number, phone number, mobile, mobile number, contact number, contact phone, direct line, switchboard, ffon, * phone, * telephone, * mobile, * tel'
	],
	[
		'person.job title',
		'job title, job, role, position, title, post, job role, contact title, contact role, responsibility, * job title, * position'
	],
	[
		'cell',
		'cell, cells, group, groups, subgroup, working group, circle, chapter, cohort, hub, pod, learning set, * working group, * cell'
	],
	[
		'adoption.practice',
		'practice, practices, practice adopted, practices adopted, what they practise, programme, programmes, approach, approaches, model, initiative, initiatives, projects, services offered, ymarfer, good help practice, * practice, * practices, * approach'
	],
	[
		'adoption.date',
		'adopted, adopted on, date adopted, adoption date, date of adoption, practice since, implemented, implemented on, date implemented, went live, live since, launched, launch date, in place since, practice start, * adopted on, * date adopted, * adoption date, * in place since, * launched'
	],
	['adoption.stage', 'stage, adoption stage, maturity, progress, phase, how far, stage of adoption, * stage'],
	[
		'interest',
		'interest, interests, interested in, topics of interest, areas of interest, topics, themes, would like to learn, wants to learn about, want to learn, looking for, learning needs, diddordebau, * learn about, * like to learn, * want to learn, * interests, * interested in, * interest'
	],
	['source', 'source, source url, evidence, evidence link, reference url, citation, * source url, * source']
];

/** How well a heading names a field: 1 the heading is a phrase, less the more it holds beside it. */
export interface HeadingMatch {
	role: Role;
	score: number;
}

const exact = new Map<string, Role[]>();
const within: { words: string[]; role: Role }[] = [];
for (const [role, list] of PHRASES) {
	for (const phrase of list.split(', ')) {
		const key = headingKey(phrase.replace(/^\* /, ''));
		if (phrase.startsWith('* ')) within.push({ words: key.split('_'), role });
		else exact.set(key, [...(exact.get(key) ?? []), role]);
	}
}

/** Words that say how a field is asked for and not what it is. */
const FILLER = new Set(
	'the a an your our of in for please enter main primary official current e g uk gb if any known their its optional required which what when who where did do does you is are was were how many we us'.split(
		' '
	)
);

/** Words of a heading as headings are compared, without brackets and numbers of order. */
export function headingWords(heading: string): string[] {
	const bare = heading.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ').replace(/[*:?#"'’“”/&+]/g, ' ');
	return headingKey(bare)
		.split('_')
		.filter((word) => word !== '');
}

/**
 * The fields that a heading may name, best first.
 *
 * @param heading of one line; of two rows joined by " / ", the lower one tells most
 */
export function matchHeading(heading: string): HeadingMatch[] {
	const parts = heading.split(' / ');
	const last = parts.at(-1) ?? '';
	const found = new Map<Role, number>();
	const add = (text: string, weight: number): void => {
		for (const { role, score } of matchWords(headingWords(text))) {
			found.set(role, Math.max(found.get(role) ?? 0, score * weight));
		}
	};
	if (parts.length > 1) {
		add(parts.join(' '), 1);
		add(last, 0.9);
		add(parts[0]!, 0.3);
	} else add(heading, 1);
	return [...found].map(([role, score]) => ({ role, score })).sort((a, b) => b.score - a.score);
}

function matchWords(words: readonly string[]): HeadingMatch[] {
	const found: HeadingMatch[] = [];
	const asked = words.filter((word) => !FILLER.has(word));
	for (const [candidate, score] of [
		[words.join('_'), 1],
		[asked.join('_'), 0.95]
	] as const) {
		for (const role of exact.get(candidate) ?? []) found.push({ role, score });
	}
	for (const { words: phrase, role } of within) {
		if (holds(words, phrase)) found.push({ role, score: 0.5 + (0.4 * phrase.length) / words.length });
	}
	return found;
}

/** Whether words stand in a list in this order, others between them or not. */
function holds(words: readonly string[], phrase: readonly string[]): boolean {
	let at = 0;
	for (const word of words) if (word === phrase[at]) at += 1;
	return at === phrase.length;
}

/** Whether a text is a heading that lists have. */
export function isKnownHeading(text: string): boolean {
	return text.length <= 60 && matchHeading(text).some(({ score }) => score >= 0.7);
}
