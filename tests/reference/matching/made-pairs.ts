import { seededRandom, type Random } from '../../../src/lib/analysis/numeric/random.ts';
import type { Matchable } from '../../../src/lib/matching/corpus.ts';

/** Two lists of which it is known by construction which rows are one body. */
export interface MadePairs {
	left: Matchable[];
	right: Matchable[];
	/** Key of the body of each row; the same key in both lists is one body. */
	leftKeys: string[];
	rightKeys: string[];
}

const FRONT = 'Harbour Greenfield Riverside Moorland Lantern Kindling Beacon Thornbury Ashdown Millbrook Larkfield Penrose Tregarth Caldwell Brackenhurst Silverdale Woodvale Kingsley Eastwick Oakham Fernside Halden Marlow Netherby Orchard Pendle Quarry Redbrook Stanway Tamworth Upwood Vernon Westbury Yarrow Zennor Aldgate Blackthorn Copperfield Dovecote Elmstead Foxglove Gladstone'.split(' ');
const MIDDLE = ['Community', 'Housing', 'Youth', 'Mental Health', 'Carers', 'Family', 'Learning', 'Food', 'Arts', 'Refugee', 'Older People’s', 'Disability', 'Advice', 'Recovery', 'Employment', ''];
const BACK = ['Trust', 'Association', 'Project', 'Centre', 'Partnership', 'Foundation', 'Network', 'Group', 'Society', 'Service'];
const FORM = ['', '', '', ' Ltd', ' CIC', ' Limited', ' CIO', ' (Charitable Trust)'];
const PLACES = Array.from({ length: 120 }, (_, at) => `E0${6000000 + at}`);
/** Names that one body has in many towns. */
const CHAINS = ['Citizens Advice', 'Age UK', 'Mind', 'Home-Start', 'Volunteer Centre', 'IT Support', 'Carers Centre', 'Food Bank', 'Relate', 'Community Transport'];

const pick = <Item>(random: Random, items: readonly Item[]): Item => items[random.below(items.length)]!;

interface Body {
	key: string;
	name: string;
	former: string | null;
	company: string | null;
	charity: string | null;
	host: string | null;
	place: string;
}

function madeBody(random: Random, key: string): Body {
	const place = pick(random, PLACES);
	const isChain = random.below(6) === 0;
	const words = isChain ? pick(random, CHAINS) : [pick(random, FRONT), random.below(3) === 0 ? pick(random, FRONT) : '', pick(random, MIDDLE), pick(random, BACK)].filter((word) => word !== '').join(' ');
	const name = words + pick(random, FORM);
	return {
		key,
		name,
		former: random.below(12) === 0 ? `${pick(random, FRONT)} ${pick(random, FRONT)} ${pick(random, BACK)}` : null,
		company: random.below(3) === 0 ? `0${String(1_000_000 + random.below(8_999_999))}` : null,
		charity: random.below(2) === 0 ? String(1_000_000 + random.below(199_999)) : null,
		host: random.below(5) < 3 ? `${words.toLowerCase().replace(/[^a-z]/g, '').slice(0, 16)}${isChain ? place.slice(-3) : random.below(100)}.org.uk` : null,
		place
	};
}

/** A twin: another body of nearly the same name in another town. */
function twinOf(random: Random, body: Body, key: string): Body {
	return { ...madeBody(random, key), name: body.name, former: null, place: pick(random, PLACES.filter((place) => place !== body.place)) };
}

/** A name as somebody else writes it: a slip, a legal form, a short word, another order, another case. */
function rewritten(random: Random, name: string): string {
	let text = name;
	const times = pick(random, [0, 1, 1, 1, 2, 2]);
	for (let time = 0; time < times; time += 1) {
		switch (random.below(8)) {
			case 0:
				text = slipped(random, text);
				break;
			case 1:
				text = text.replace(/ (?:Ltd|CIC|Limited|CIO|\(Charitable Trust\))$/, '');
				break;
			case 2:
				text = text.replace(/ Ltd$/, ' Limited').replace(/ Limited$/, random.below(2) === 0 ? ' Ltd.' : ' Limited');
				break;
			case 3:
				text = `The ${text}`;
				break;
			case 4:
				text = text.replace(' Association', ' Assoc.').replace(' Community', ' Comm.').replace(' Centre', ' Center').replace(' Housing', ' Hsg');
				break;
			case 5:
				text = random.below(2) === 0 ? text.toUpperCase() : text.toLowerCase();
				break;
			case 6:
				text = text.replace(' and ', ' & ').replace('’', "'");
				break;
			default:
				text = `${text} (registered charity)`;
		}
	}
	return text;
}

function slipped(random: Random, text: string): string {
	const at = 1 + random.below(Math.max(1, text.length - 2));
	switch (random.below(3)) {
		case 0:
			return text.slice(0, at) + text.slice(at + 1);
		case 1:
			return text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
		default:
			return text.slice(0, at) + text[at] + text.slice(at);
	}
}

/** A body as one list has it: much of what is known left out. */
function row(random: Random, body: Body, isRewritten: boolean): Matchable {
	const has = (chance: number) => random.next() < chance;
	const usesFormer = isRewritten && body.former !== null;
	return {
		names: isRewritten ? [rewritten(random, usesFormer ? body.former! : body.name)] : [body.name, ...(body.former === null ? [] : [body.former])],
		identifiers: [
			...(body.company !== null && has(0.5) ? [{ scheme: 'company', value: isRewritten ? body.company.replace(/^0/, '') : body.company }] : []),
			...(body.charity !== null && has(0.5) ? [{ scheme: 'charity', value: body.charity }] : [])
		],
		addresses: body.host !== null && has(0.6) ? [isRewritten ? `info@${body.host}` : `https://www.${body.host}/about`] : [],
		place: has(0.85) ? body.place : null
	};
}

/**
 * Two lists that share some of their bodies: slips, legal forms, former names, twins in other towns, and much that one of
 * them does not know.
 *
 * @param shared bodies in both (count)
 */
export function madePairs(seed: number, shared: number): MadePairs {
	const random = seededRandom(seed);
	const both = Array.from({ length: shared }, (_, at) => madeBody(random, `b${at}`));
	const only = (side: string) => Array.from({ length: Math.floor(shared / 3) }, (_, at) => madeBody(random, `${side}${at}`));
	const twins = Array.from({ length: Math.floor(shared / 10) }, (_, at) => twinOf(random, pick(random, both), `t${at}`));
	const left = shuffled(random, [...both, ...only('l')]);
	const right = shuffled(random, [...both, ...only('r'), ...twins]);
	return {
		left: left.map((body) => row(random, body, false)),
		right: right.map((body) => row(random, body, true)),
		leftKeys: left.map(({ key }) => key),
		rightKeys: right.map(({ key }) => key)
	};
}

function shuffled<Item>(random: Random, items: Item[]): Item[] {
	random.shuffle(items as never);
	return items;
}
