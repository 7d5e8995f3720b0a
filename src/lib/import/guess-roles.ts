import { headingWords, matchHeading } from './heading-words.ts';
import { DATE_ROLES, SHARED_ROLES, type Role } from './roles.ts';
import { readDateText } from '#lib/tables/dates/date-text.ts';
import { splitValues } from './split-values.ts';
import {
	columnValues,
	isAddress,
	isCharityNumber,
	isCompanyNumber,
	isCouncilCode,
	isDate,
	isJob,
	isKind,
	isLatitude,
	isLongitude,
	isMailbox,
	isRegion,
	isStage,
	isStatus,
	isTier,
	looksLikeOrganisation,
	looksLikePerson,
	share,
	shareOf,
	type ColumnValues,
	type Vocabulary
} from './value-tests.ts';

/** What a column is taken for, and why. */
export interface GuessedRole {
	role: Role;
	/** In words: the heading and the values that speak for it. */
	reason: string;
	/** How sure, 0 to 1. */
	score: number;
}

/** A column as it is guessed by. */
export interface GuessedColumn {
	heading: string;
	/** Cells of the table's rows, as they stand. */
	cells: readonly string[];
}

/** Values that speak for a role: what they are, and the share of them that are. */
interface Evidence {
	words: string;
	share: number;
}

/** Least that speaks for a role before a column is taken for it. */
const LEAST = 0.5;

/**
 * Takes each column of a list for a field, by its heading and its values together, each field once but for those that may
 * stand several times.
 */
export function guessRoles(columns: readonly GuessedColumn[], vocabulary: Vocabulary): GuessedRole[] {
	const looked = columns.map(({ heading, cells }) => {
		const values = columnValues(cells);
		return { heading, values, evidence: evidenceOf(values, vocabulary) };
	});
	const pairs = looked.flatMap(({ heading, values, evidence }, at) =>
		scores(heading, values, evidence, vocabulary).map((guess) => ({ at, ...guess }))
	);
	pairs.sort((a, b) => b.score - a.score || a.at - b.at);
	const found = new Map<number, GuessedRole>();
	const taken = new Set<Role>();
	for (const { at, role, score, reason } of pairs) {
		if (score < LEAST || found.has(at) || (taken.has(role) && !SHARED_ROLES.has(role))) continue;
		found.set(at, { role, score: Math.min(1, score), reason });
		taken.add(role);
	}
	const roles = looked.map(({ values }, at) => found.get(at) ?? unnamed(values));
	return settled(roles, looked);
}

function unnamed({ texts }: ColumnValues): GuessedRole {
	return {
		role: 'nothing',
		score: 0,
		reason: texts.length === 0 ? 'it holds nothing' : 'neither its heading nor its values say what it is'
	};
}

/** What the values of a column speak for, whatever its heading says. */
function evidenceOf(values: ColumnValues, { isPlace, isPractice }: Vocabulary): Map<Role, Evidence> {
	const found = new Map<Role, Evidence>();
	const add = (roles: Role[], words: string, part: number): void => {
		for (const role of roles) found.set(role, { words, share: part });
	};
	const dates = share(values, isDate);
	add([...DATE_ROLES], 'dates', dates);
	const emails = shareOf(values, 'email');
	add(['person.email', 'contact.email'], 'e-mail addresses', emails);
	add(['organisation.website', 'source'], 'web addresses', shareOf(values, 'web address'));
	add(['organisation.postcode'], 'postcodes', shareOf(values, 'post code'));
	add(['person.phone', 'contact.phone'], 'telephone numbers', shareOf(values, 'telephone'));
	add(['identifier.council'], 'codes of councils', share(values, isCouncilCode));
	add(['identifier.company'], 'numbers as companies have them', share(values, isCompanyNumber));
	add(['identifier.charity'], 'numbers as charities have them', share(values, isCharityNumber));
	add(['organisation.latitude'], 'degrees of latitude', share(values, isLatitude));
	add(['organisation.longitude'], 'degrees of longitude', share(values, isLongitude));
	add(['tier'], 'tiers', share(values, isTier));
	add(
		['membership.status'],
		'states of a membership',
		Math.max(share(values, isStatus), 0.9 * shareOf(values, 'yes or no'))
	);
	add(['adoption.stage'], 'stages of a practice', share(values, isStage));
	add(['organisation.kind'], 'kinds of organisation', share(values, isKind));
	add(['organisation.region'], 'regions', share(values, isRegion));
	add(['organisation.place'], 'councils or their areas', share(values, isPlace));
	add(['person.name', 'membership.owner'], 'names as people have them', share(values, looksLikePerson));
	add(['person.job title'], 'titles of a post', share(values, isJob));
	add(['organisation.address'], 'addresses', share(values, isAddress));
	add(
		['organisation.name'],
		'names of organisations',
		share(values, (text) => looksLikeOrganisation(text) || isPlace(text))
	);
	add(
		['adoption.practice', 'interest'],
		'known practices',
		share(values, (text) => splitValues(text, isPractice).values.some(isPractice))
	);
	add(
		['adoption'],
		'yes or no, dates or stages',
		Math.max(
			shareOf(values, 'yes or no') + dates,
			share(values, (text) => isStage(text) || isDate(text))
		)
	);
	add(['note', 'organisation.summary'], 'texts of some length', shareOf(values, 'long text'));
	return found;
}

/** Roles whose values have a look of their own: without it a heading alone is not believed. */
const TELLING: ReadonlySet<Role> = new Set<Role>([
	...DATE_ROLES,
	'person.email',
	'contact.email',
	'organisation.website',
	'organisation.postcode',
	'organisation.latitude',
	'organisation.longitude',
	'identifier.council'
]);
/** Roles that the look of the values alone may settle. */
const BY_VALUES = new Map<Role, number>([
	['person.email', 0.8],
	['organisation.website', 0.75],
	['organisation.postcode', 0.8],
	['person.phone', 0.7],
	['identifier.council', 0.8],
	['organisation.place', 0.62],
	['adoption.practice', 0.65],
	['organisation.kind', 0.55],
	['organisation.region', 0.6],
	['adoption.stage', 0.5],
	['person.job title', 0.5],
	['person.name', 0.5],
	['organisation.name', 0.58],
	['organisation.address', 0.5],
	['note', 0.5],
	['tier', 0.5],
	['membership.status', 0.5]
]);

function scores(
	heading: string,
	values: ColumnValues,
	evidence: ReadonlyMap<Role, Evidence>,
	vocabulary: Vocabulary
): GuessedRole[] {
	const named = new Map(matchHeading(heading).map(({ role, score }) => [role, score]));
	const isPracticeHeading = isNamedPractice(heading, vocabulary);
	if (isPracticeHeading) named.set('adoption', 1);
	const found: GuessedRole[] = [];
	for (const role of new Set<Role>([...named.keys(), ...BY_VALUES.keys()])) {
		const word = named.get(role) ?? 0;
		const { share: part, words } = evidence.get(role) ?? { share: 0, words: '' };
		// A heading is believed without its values, unless they have a look of their own.
		let score = word === 0 ? 0 : Math.max(TELLING.has(role) ? 0 : 0.7 * word, 0.55 * word + 0.45 * part);
		if (word > 0 && (words === '' || values.texts.length === 0)) score = 0.75 * word;
		if (word > 0 && TELLING.has(role) && values.texts.length > 0 && part < 0.3) score *= 0.4;
		const alone = BY_VALUES.get(role);
		if (word === 0 && alone !== undefined && part > 0.6) score = alone * part * suits(role, values);
		if (role === 'adoption' && isPracticeHeading) score = part > 0.5 || values.texts.length === 0 ? 1 : 0.6;
		if (role === 'organisation.name' && word > 0) score += 0.1 * values.distinct;
		if (score > 0) found.push({ role, score, reason: reasonOf(heading, word, part, words, values) });
	}
	return found;
}

/** How well a role that only the values speak for suits them: names differ from row to row, kinds and tiers do not. */
function suits(role: Role, { distinct, texts }: ColumnValues): number {
	if (role === 'organisation.name' || role === 'person.name') return distinct > 0.7 ? 1 : 0.5;
	if (
		role === 'organisation.kind' ||
		role === 'tier' ||
		role === 'membership.status' ||
		role === 'organisation.region'
	)
		return distinct < 0.5 || texts.length < 8 ? 1 : 0.4;
	return 1;
}

/** Whether a heading is a practice, alone or under a group: "Practices / No Wrong Door". */
function isNamedPractice(heading: string, { isPractice }: Vocabulary): boolean {
	const parts = heading.split(' / ');
	const last = parts.at(-1) ?? '';
	if (isPractice(heading) || isPractice(last)) return true;
	return (
		parts.length > 1 &&
		headingWords(parts[0]!).some((word) => /^(?:practices?|adopted|adoptions?)$/.test(word))
	);
}

function reasonOf(
	heading: string,
	word: number,
	part: number,
	words: string,
	{ texts }: ColumnValues
): string {
	const count = Math.round(part * texts.length);
	const values =
		words === '' || count === 0 ? null : `${count} of ${texts.length} values looked at are ${words}`;
	const named = word > 0 ? `its heading is “${heading}”` : null;
	return [named, values].filter((text) => text !== null).join(', and ');
}

type Looked = { heading: string; values: ColumnValues; evidence: Map<Role, Evidence> };

/** What only all columns together settle: whose an address is, and which date is whose. */
function settled(roles: GuessedRole[], looked: readonly Looked[]): GuessedRole[] {
	const has = (role: Role) => roles.some((guess) => guess.role === role);
	const hasPerson = has('person.name') || has('person.first name') || has('person.last name');
	return roles.map((guess, at) => {
		const { heading, values } = looked[at]!;
		if (guess.role === 'person.email' || guess.role === 'person.phone') {
			const ofOffice = guess.role === 'person.email' && share(values, isMailbox) > 0.5;
			if (hasPerson && !ofOffice) return guess;
			const role: Role = guess.role === 'person.email' ? 'contact.email' : 'contact.phone';
			const why = ofOffice ? 'most are of an office and of no person' : 'no column names a person';
			return { ...guess, role, reason: `${guess.reason}; ${why}` };
		}
		if (guess.role === 'person.job title' && !hasPerson) {
			return { ...guess, role: 'contact.role', reason: `${guess.reason}; no column names a person` };
		}
		if (guess.role === 'nothing' && values.texts.length > 0 && isAdoptionDate(heading, values, roles)) {
			return { role: 'adoption.date', score: 0.5, reason: 'it holds dates, beside a column of practices' };
		}
		return guess;
	});
}

function isAdoptionDate(heading: string, values: ColumnValues, roles: readonly GuessedRole[]): boolean {
	const has = (role: Role) => roles.some((guess) => guess.role === role);
	const dates = share(values, (text) => ['date', 'ordered'].includes(readDateText(text).kind));
	return (
		has('adoption.practice') && !has('adoption.date') && dates > 0.7 && /date|since|when|year/i.test(heading)
	);
}
