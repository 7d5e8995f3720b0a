import type { AreaChoice, AreaFinder } from '#lib/councils/find-area.ts';
import { FIRST_DAY } from '#lib/councils/register.ts';
import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { Area } from '#lib/domain/atlas.ts';
import { formatDay, isoDay, lastDayWithin } from '#lib/domain/day.ts';
import { parseTypedDate, type TypedDate } from '#lib/domain/typed-date.ts';
import { isPartOfArea } from './part-of-area.ts';
import { proposal, type Proposal } from './proposal.ts';

/** What an address says of one proposal, as somebody wrote it. */
export interface AskedProposal {
	/** Its number in the address, from 1. */
	number: number;
	/** Names and codes in the order given. */
	areas: string[];
	/** What was typed to be added to them, which is among them too. */
	added: string;
	name: string;
	day: string;
}

/** What an asked proposal comes to. */
export interface ReadProposal {
	asked: AskedProposal;
	/** Areas that could be read, each once, in the order given: also where no proposal came of them. */
	chosen: { code: string; name: string }[];
	/** Null where a council cannot be drawn so. */
	proposal: Proposal | null;
	/** Why not, or what was passed over: one sentence each. */
	problems: string[];
	/** Where words may mean several areas. */
	choices: AreaChoice[];
	/** Counties that were taken as they stand, in words. */
	notes: string[];
}

/** What asked proposals are read by. */
export interface AreasKnown {
	wire: AreasWire;
	areas: readonly Area[];
	/** By the councils of today. */
	find: AreaFinder;
}

/** A page has room for two plans of two and three councils, and one more. */
export const MOST_PROPOSALS = 6;
/** More than any county has; Greater London has 33. */
export const MOST_AREAS = 40;
export const LONGEST_NAME = 120;
/** Nobody plans further ahead, and a slip in the year is likelier. */
const LAST_YEAR = 2100;

/** Names of the fields of one proposal in addresses and forms: "areas", then "areas-2". */
export function fieldOf(field: 'areas' | 'name' | 'day' | 'add', number: number): string {
	return number === 1 ? field : `${field}-${number}`;
}

/** Reads the proposals of an address; one that has neither areas, nor a name, nor a day was not asked for. */
export function askedProposals(search: URLSearchParams): AskedProposal[] {
	return Array.from({ length: MOST_PROPOSALS }, (_, at) => at + 1).flatMap((number) => {
		const has = (['areas', 'name', 'day', 'add'] as const).some((field) =>
			search.has(fieldOf(field, number))
		);
		if (!has) return [];
		return [
			{
				number,
				areas: [...search.getAll(fieldOf('areas', number)), ...search.getAll(fieldOf('add', number))]
					.flatMap((text) => text.split('~'))
					.map((text) => text.trim())
					.filter((text) => text !== ''),
				added: (search.get(fieldOf('add', number)) ?? '').trim(),
				name: (search.get(fieldOf('name', number)) ?? '').trim(),
				day: (search.get(fieldOf('day', number)) ?? '').trim()
			}
		];
	});
}

/** Reads one proposal that was asked for. */
export function readProposal(asked: AskedProposal, known: AreasKnown): ReadProposal {
	const { chosen, problems, choices, notes, isWhole } = readAreas(asked, known);
	const name = readName(asked, chosen, known);
	const day = readDay(asked.day);
	const all = [...problems];
	for (const read of [name, day]) if (read.problem !== null) all.push(read.problem);
	const isDrawn = isWhole && chosen.length > 1 && name.problem === null && day.problem === null;
	return {
		asked,
		chosen,
		proposal: isDrawn
			? proposal(
					chosen.map(({ code }) => code),
					name.name,
					day.day
				)
			: null,
		problems: all,
		choices,
		notes
	};
}

/** Areas of an asked proposal; `isWhole` where nothing stands in the way of drawing it. */
function readAreas(asked: AskedProposal, { wire, areas, find }: AreasKnown) {
	const byCode = new Map(areas.map((area) => [area.code, area]));
	const upper = new Map(wire.upper.map((area) => [area.code, area]));
	const chosen: Area[] = [];
	const problems: string[] = [];
	const choices: AreaChoice[] = [];
	const notes: string[] = [];
	const twice = new Set<string>();
	let isWhole = true;
	const refuse = (problem: string) => {
		problems.push(problem);
		isWhole = false;
	};
	const take = (code: string) => {
		const area = byCode.get(code);
		if (area === undefined) return;
		if (chosen.includes(area)) twice.add(area.name);
		else chosen.push(area);
	};
	const result = () => ({ chosen, problems, choices, notes, isWhole });

	if (asked.areas.length === 0) {
		refuse('Choose two or more areas: no area was given.');
		return result();
	}
	if (asked.areas.length > MOST_AREAS) {
		refuse(`A council is drawn of at most ${MOST_AREAS} areas, and ${asked.areas.length} were given.`);
		return result();
	}
	for (const word of asked.areas) {
		if (isPartOfArea(word)) {
			refuse(
				`“${word.slice(0, 60)}” is a part of an area: a council can be drawn of whole areas only, since figures are published for these.`
			);
			continue;
		}
		const code = word.toUpperCase();
		if (byCode.has(code)) {
			take(code);
			continue;
		}
		const found = upper.has(code) ? null : find(word);
		if (found?.ok === false) {
			refuse(found.message);
			choices.push(...found.choices);
			continue;
		}
		if (found !== null && found.note !== null) {
			refuse(`${found.note.replace(/\.$/, '')}: choose that one instead.`);
			choices.push({ code: found.code, name: found.name, detail: 'there today' });
			continue;
		}
		const county = upper.get(found?.code ?? code);
		if (county === undefined) take(found!.code);
		else {
			notes.push(`${county.name} is taken as it stands, with its ${county.districts.length} councils.`);
			for (const row of county.districts) take(wire.codes[row]!);
		}
	}
	for (const name of twice) problems.push(`${name} was given twice; it counts once.`);
	if (chosen.length > MOST_AREAS) {
		refuse(`A council is drawn of at most ${MOST_AREAS} areas, and these are ${chosen.length}.`);
	}
	const [first] = chosen;
	const other = chosen.find(({ nation }) => nation !== first?.nation);
	if (first !== undefined && other !== undefined) {
		refuse(
			`${first.name} is in ${first.nation} and ${other.name} in ${other.nation}: a council lies in one nation.`
		);
	} else if (chosen.length === 1 && isWhole) {
		refuse(`${first!.name} alone is a council already: choose at least one more area.`);
	}
	return result();
}

function readName(
	{ name, number }: AskedProposal,
	chosen: readonly Area[],
	{ wire }: AreasKnown
): { name: string; problem: string | null } {
	if (name.length > LONGEST_NAME) {
		const problem = `The name has ${name.length} letters; use at most ${LONGEST_NAME}.`;
		return { name: '', problem };
	}
	return { name: name === '' ? unnamed(chosen, number, wire) : name, problem: null };
}

/** A proposal without a name is called by the county or authority that it covers, else by its number. */
function unnamed(chosen: readonly Area[], number: number, wire: AreasWire): string {
	const codes = new Set(chosen.map(({ code }) => code));
	const same = wire.upper.find(
		({ districts }) =>
			districts.length === codes.size && districts.every((row) => codes.has(wire.codes[row]!))
	);
	return same === undefined ? `New council ${number}` : `New council for ${same.name}`;
}

function readDay(text: string): { day: TypedDate | null; problem: string | null } {
	if (text === '') return { day: null, problem: null };
	const typed = parseTypedDate(text);
	if (typed === null) {
		const problem = `“${text.slice(0, 40)}” is no day of the calendar; write it like 1 April 2028.`;
		return { day: null, problem };
	}
	if (lastDayWithin(typed.day, typed.precision) < FIRST_DAY) {
		const problem = `Councils as they are now began on ${formatDay(FIRST_DAY)}: a new one cannot begin before that.`;
		return { day: null, problem };
	}
	if (Number(isoDay(typed.day).slice(0, 4)) > LAST_YEAR) {
		return { day: null, problem: `The day is after ${LAST_YEAR}: check the year.` };
	}
	return { day: typed, problem: null };
}

/** What an address says of a proposal. */
export type WrittenProposal = Pick<AskedProposal, 'areas' | 'name' | 'day'>;

/** A read proposal as an address says it: by the codes of what could be read. */
export function asWritten({ asked, chosen }: ReadProposal): WrittenProposal {
	return { areas: chosen.map(({ code }) => code).sort(), name: asked.name, day: asked.day };
}

/** The parameters that say one proposal, under a number. */
export function proposalParameters(
	{ areas, name, day }: WrittenProposal,
	number: number
): [string, string][] {
	const fields: [string, string][] = [
		[fieldOf('areas', number), areas.join('~')],
		[fieldOf('name', number), name],
		[fieldOf('day', number), day]
	];
	return fields.filter(([, value]) => value !== '');
}

/**
 * The query string of some proposals, numbered in their order, and of how they are looked at.
 *
 * @param rest other parameters
 */
export function proposalsSearch(
	proposals: readonly WrittenProposal[],
	rest: readonly (readonly [string, string])[]
): string {
	const said = proposals.flatMap((one, at) => proposalParameters(one, at + 1));
	const search = new URLSearchParams([...said, ...rest.map(([name, value]) => [name, value])]);
	return search.size === 0 ? '' : `?${search.toString()}`;
}

/** The parameters of an address that say no proposal. */
export function otherParameters(search: URLSearchParams): [string, string][] {
	return [...search].filter(
		([name, value]) => value !== '' && !name.startsWith('/') && !/^(areas|add|name|day)(-\d+)?$/.test(name)
	);
}
