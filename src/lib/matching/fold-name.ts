/** A name as names are compared. */
export interface FoldedName {
	/** Words that tell, in their order. */
	words: string[];
	/** The same without spaces, so that "Open Door" is "Opendoor". */
	joined: string;
	/** Initials of the words as written, those that only say what a body is included. */
	initials: string;
}

/** Legal forms and words that say what a body is, and not which: left out, kept or mistaken for each other. */
const FORMS = new Set(
	'the a of and for in at y yr ltd limited plc llp cic cio inc co company incorporated scio charity charitable registered council cyngor borough metropolitan county district city royal mbc bc dc cc lb corporation'.split(
		' '
	)
);
const SAME: Readonly<Record<string, string>> = {
	assoc: 'association',
	assn: 'association',
	cttee: 'committee',
	ctr: 'centre',
	center: 'centre',
	comm: 'community',
	dept: 'department',
	fdn: 'foundation',
	govt: 'government',
	grp: 'group',
	hosp: 'hospital',
	hsg: 'housing',
	intl: 'international',
	natl: 'national',
	org: 'organisation',
	organization: 'organisation',
	soc: 'society',
	st: 'saint',
	svcs: 'services',
	svc: 'service',
	tst: 'trust',
	univ: 'university',
	vol: 'voluntary',
	coop: 'cooperative'
};

/** Words of a name as they are compared: no case, accents, brackets and signs, common short forms written out. */
export function wordsOf(name: string): string[] {
	return name
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replaceAll('&', ' and ')
		.replace(/['’‘`´.]/g, '')
		.replace(/\bco-op/g, 'coop')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim()
		.split(' ')
		.filter((word) => word !== '')
		.map((word) => SAME[word] ?? word);
}

/** A name folded. A name of forms alone ("The Charity Company") keeps them: they are all it has. */
export function foldName(name: string): FoldedName {
	const all = wordsOf(name);
	const telling = all.filter((word) => !FORMS.has(word));
	const words = telling.length === 0 ? all : telling;
	return { words, joined: words.join(''), initials: all.map((word) => word[0]).join('') };
}

/**
 * The names that one cell gives: itself without what stands in brackets, and what in brackets is another name
 * ("Harbour Trust (formerly Dock Aid)").
 */
export function namesIn(text: string): string[] {
	const outside = text.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ').trim();
	const inside = [
		...text.matchAll(
			/[([](?:formerly|previously|now|aka|a\.k\.a\.?|also known as|was|t\/a|trading as|known as)[:\s]+([^)\]]+)[)\]]/gi
		)
	];
	const trading =
		/^(.+?)\s+(?:t\/a|trading as|aka|a\.k\.a\.?|formerly|formerly known as|also known as)\s+(.+)$/i.exec(
			outside
		);
	const own = trading === null ? [outside === '' ? text : outside] : [trading[1]!, trading[2]!];
	return [...own, ...inside.map(([, name]) => name!.trim())];
}

/** Sites that many bodies share, which say nothing of who they are. */
const SHARED_HOSTS =
	/(?:^|\.)(?:facebook|twitter|instagram|linkedin|youtube|wordpress|wixsite|wix|weebly|blogspot|google|gmail|googlemail|hotmail|outlook|live|yahoo|icloud|msn|aol|btinternet|btconnect|sky|talktalk|virginmedia|ntlworld|protonmail|proton|eventbrite|justgiving|linktr|mailchimp|squarespace|webs)\.(?:com|co\.uk|net|org|ee|me)$|^(?:x|me)\.com$|^(?:org|co|gov|ac|nhs)\.uk$/;

/** The host of a web or e-mail address, without "www."; `null` where it is none or many bodies have it. */
export function hostOf(address: string): string | null {
	const text = address
		.trim()
		.toLowerCase()
		.replace(/^mailto:/, '');
	const host = text.includes('@')
		? text.slice(text.lastIndexOf('@') + 1)
		: text.replace(/^[a-z]+:\/\//, '').split(/[/?#:]/)[0]!;
	const bare = host.replace(/^www\d?\./, '').replace(/\.$/, '');
	if (!/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(bare) || SHARED_HOSTS.test(bare)) return null;
	return bare;
}

/** An identifier as it is compared: company numbers padded to eight, charity numbers without spaces and a suffix of 0. */
export function foldIdentifier(scheme: string, value: string): string {
	const bare = value.toUpperCase().replace(/[^A-Z0-9-]/g, '');
	if (scheme === 'company')
		return bare.replace(
			/^([A-Z]{0,2})(\d+)$/,
			(_, letters: string, digits: string) => letters + digits.padStart(8 - letters.length, '0')
		);
	if (scheme === 'charity') return bare.replace(/-0?0$/, '').replace(/^(SC|NIC)0+/, '$1');
	return bare;
}
