/** What a mail says, before it is laid out. */
export interface Letter {
	subject: string;
	/** Sentences, each a paragraph. */
	paragraphs: readonly string[];
	/** Lines of a list under the paragraphs. */
	list?: readonly string[];
	/** The one thing to press. */
	action?: { label: string; path: string };
	/** Why the reader got it, in a sentence. */
	why: string;
	/** Where they can switch such mails off; a path of this site. */
	stop?: { label: string; path: string };
}

/** A letter laid out as plain text and as HTML: the same words, no picture, nothing from elsewhere. */
export function layOut(letter: Letter, origin: string): { subject: string; text: string; html: string } {
	const { subject, paragraphs, list = [], action, why, stop } = letter;
	const address = (path: string): string => new URL(path, origin).href;
	const text = [
		...paragraphs,
		...(list.length === 0 ? [] : [list.map((line) => `- ${line}`).join('\n')]),
		...(action === undefined ? [] : [`${action.label}:\n${address(action.path)}`]),
		['-- ', why, ...(stop === undefined ? [] : [`${stop.label}: ${address(stop.path)}`])].join('\n')
	].join('\n\n');
	const html = [
		'<!doctype html><html lang="en-GB"><head><meta charset="utf-8">',
		`<title>${escaped(subject)}</title></head>`,
		'<body style="max-width:36em;margin:0 auto;padding:1em;font:16px/1.5 sans-serif">',
		...paragraphs.map((line) => `<p>${escaped(line)}</p>`),
		list.length === 0 ? '' : `<ul>${list.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`,
		action === undefined ? '' : `<p>${link(action.label, address(action.path))}</p>`,
		`<hr><p><small>${escaped(why)}`,
		stop === undefined ? '' : ` ${link(stop.label, address(stop.path))}`,
		'</small></p></body></html>'
	].join('\n');
	return { subject: oneLine(subject), text: `${text}\n`, html };
}

function link(label: string, href: string): string {
	return `<a href="${escaped(href)}">${escaped(label)}</a>`;
}

function escaped(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}

/** A subject is one line, whatever a name in it holds. */
function oneLine(text: string): string {
	return text.replace(/\s+/g, ' ').trim().slice(0, 200);
}
