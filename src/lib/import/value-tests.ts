import { cellKind, type CellKind } from '#lib/tables/cell-kind.ts';
import { readDateText } from '#lib/tables/dates/date-text.ts';
import { parseNumber } from '#lib/tables/number.ts';
import { cellText, isNoFigure } from '#lib/tables/text.ts';

/** What is known of places and practices when the values of a column are looked at. */
export interface Vocabulary {
	/** Whether a text is the name or the code of a council or its area, now or before. */
	isPlace(text: string): boolean;
	/** Whether a text is the name of a practice. */
	isPractice(text: string): boolean;
}

/** The values of a column and what they are by their looks. */
export interface ColumnValues {
	/** Composed, without those that are blank. */
	texts: string[];
	kinds: CellKind[];
	/** Share of the values that are each other's like only once. */
	distinct: number;
}

/** Values of a column that are looked at. */
const SAMPLE = 400;

/** @param cells as they stand in the file */
export function columnValues(cells: readonly string[]): ColumnValues {
	const texts: string[] = [];
	for (const cell of cells) {
		const text = cellText(cell);
		if (!isNoFigure(text)) texts.push(text);
	}
	const step = Math.max(1, Math.ceil(texts.length / SAMPLE));
	const sample = texts.filter((_, at) => at % step === 0);
	return {
		texts: sample,
		kinds: sample.map(cellKind),
		distinct: sample.length === 0 ? 0 : new Set(sample).size / sample.length
	};
}

/** Share of the values that pass a test, 0 to 1; 0 without values. */
export function share({ texts }: ColumnValues, test: (text: string) => boolean): number {
	return texts.length === 0 ? 0 : texts.filter(test).length / texts.length;
}

/** Share of the values of some kinds. */
export function shareOf({ kinds }: ColumnValues, ...wanted: CellKind[]): number {
	return kinds.length === 0 ? 0 : kinds.filter((kind) => wanted.includes(kind)).length / kinds.length;
}

/** Whether a text is a date, or means to be one. */
export function isDate(text: string): boolean {
	const { kind } = readDateText(text);
	return kind !== 'none' && kind !== 'blank';
}

const anyOf = (words: string): RegExp => new RegExp(`^(?:${words})$`, 'i');

const TIER = anyOf(
	'gold|silver|bronze|platinum|full|full member|associate|associate member|affiliate|standard|basic|premium|partner|founding|founder|founding member|supporter|friend|free|paid|corporate|individual|student|honorary|core|network|learning member|large|medium|small|(?:tier|band|level|grade|category|group) ?[a-e1-5]|[a-e]'
);
const STATUS = anyOf(
	'current|lapsed|active|inactive|expired|left|pending|invited|new|in grace|grace|renewed|overdue|paid|unpaid|due|joined|resigned|withdrawn|suspended|prospective|prospect|applied|approved|member|non-?member|former|former member|not a member|cancelled|live|dormant|closed'
);
const STAGE = anyOf(
	'exploring|explored|interested|considering|piloting|pilot|piloted|trial|testing|adopted|adopting|implemented|in place|live|embedded|established|scaled|ended|stopped|paused|planned|not started|started|in progress|complete|completed'
);
const KIND = anyOf(
	'council|local authority|la|unitary|unitary authority|county council|district council|borough council|london borough|metropolitan borough|combined authority|charity|registered charity|cio|ngo|voluntary|voluntary sector|vcse|vcs|third sector|social enterprise|cic|community interest company|co-?operative|mutual|nhs|nhs body|nhs trust|icb|health|housing association|housing|registered provider|university|academic|education|college|school|think tank|research|company|private|private sector|business|limited company|ltd|community group|community|grassroots|government|central government|department|public sector|public|funder|foundation|other|police|fire service'
);
const REGION = anyOf(
	'north east|north west|yorkshire and (?:the )?humber|yorkshire & (?:the )?humber|yorkshire|east midlands|west midlands|east of england|eastern|london|greater london|south east|south west|wales|scotland|northern ireland|england|cymru|uk|united kingdom|national|nationwide|gogledd cymru|de cymru|midlands|north|south|east|west'
);
const ORGANISATION =
	/\b(?:council|cyngor|trust|cic|c\.i\.c|ltd|limited|plc|llp|charity|association|foundation|university|college|school|nhs|society|housing|homes|partnership|group|network|project|centre|center|community|communities|alliance|federation|institute|union|church|hub|fund|forum|service|services|agency|co-?op|co-?operative|authority|borough|county|district|city of|voluntary|action|mind|age uk|citizens|hospice|academy|board|company|collective|development|enterprise|support|care|works|ymddiriedolaeth|cymdeithas|prifysgol)\b/i;
const PERSON =
	/^(?:(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|rev|cllr|councillor|lord|lady)\.? )?\p{Lu}[\p{L}\p{M}'’-]*\.?(?: (?:(?:de|van|von|der|la|le|ap|ab|al|el|bin|y)|\p{Lu}[\p{L}\p{M}'’-]*\.?)){1,3}$/u;
const JOB =
	/\b(?:manager|officer|director|head|lead|leader|chief|executive|coordinator|co-ordinator|administrator|assistant|adviser|advisor|consultant|chair|chairman|secretary|treasurer|ceo|trustee|commissioner|analyst|worker|practitioner|deputy|principal|president|partner|fellow|researcher|lecturer|nurse|clerk|founder|mayor|member|planner|strategist)\b/i;
const MAILBOX =
	/^(?:info|enquir(?:y|ies)|admin|office|contact|hello|mail|post|general|team|partnerships?|customer\.?services?|customerservices|comms|communications|reception|secretary|clerk|council|help|support|membership|volunteer(?:ing|s)?|press|policy|engagement|communities|community)[\w.-]*@/i;
const ROAD =
	/^\d+[a-z]?[ ,-]|\b(?:street|road|lane|avenue|square|drive|close|way|place|house|hall|court|floor|park|terrace|gardens|hill|st|rd|ave|po box)\b/i;

export const isTier = (text: string): boolean => TIER.test(text);
export const isStatus = (text: string): boolean => STATUS.test(text);
export const isStage = (text: string): boolean => STAGE.test(text);
export const isKind = (text: string): boolean => KIND.test(text);
export const isRegion = (text: string): boolean => REGION.test(text);
export const looksLikeOrganisation = (text: string): boolean => ORGANISATION.test(text);
export const looksLikePerson = (text: string): boolean =>
	PERSON.test(text) && !ORGANISATION.test(text) && !JOB.test(text) && text.length < 50;
export const isJob = (text: string): boolean => JOB.test(text) && text.length < 80;
export const isMailbox = (text: string): boolean => MAILBOX.test(text.replace(/^mailto:/i, ''));
export const isAddress = (text: string): boolean => ROAD.test(text);
export const isCouncilCode = (text: string): boolean => /^[ENSWK]\d{8}$/i.test(text);
export const isCompanyNumber = (text: string): boolean =>
	/^(?:\d{6,8}|(?:sc|ni|oc|so|nc|ip|rs|rc|ce|cs|fc|sl|lp|np|nf|gs|sp|r0)\d{5,6})$/i.test(
		text.replace(/\s/g, '')
	);
export const isCharityNumber = (text: string): boolean =>
	/^(?:\d{6,7}(?:-\d{1,2})?|sc ?0?\d{5}|ni[ -]?c? ?\d{5,6}|1\d{5,6}|x[nrt]?\d{4,5})$/i.test(
		text.replace(/\s/g, '')
	);
export const isLatitude = (text: string): boolean => isWithin(text, 49, 61.5);
export const isLongitude = (text: string): boolean => isWithin(text, -9, 2.5);

function isWithin(text: string, least: number, most: number): boolean {
	const value = parseNumber(text, '.')?.value ?? parseNumber(text, ',')?.value ?? Number.NaN;
	return value >= least && value <= most && /[.,]\d/.test(text);
}
