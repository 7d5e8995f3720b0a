import { parseDay, isoDay, type Day } from '#lib/domain/day.ts';
import { answerSentence, councilDetail } from '#lib/councils/council-words.ts';
import { councilFinder, type CouncilAnswer } from '#lib/councils/find-council.ts';
import { COUNCILS, FIRST_DAY, type CouncilBody } from '#lib/councils/register.ts';
import { InputError } from './analyse-input.ts';
import type { Command } from './main.ts';
import { optionsFrom } from './options.ts';
import { readStandardInput } from './standard-input.ts';

/** A command line that cannot be used: told in one sentence, exit code 2. */
const MISUSE = 2;

export const command: Command = {
	usage: 'find-council [--on YYYY-MM-DD] [--json] < names.txt',
	summary:
		'Reads one name or code of a council a line and prints for each which council it is, on the day given: one, some that may be meant, or none. With --json one object a line: name, answer, codes (GSS; two where a code changed and both are in use), message, councils.',
	async run(words) {
		try {
			const options = optionsFrom(words, ['on']);
			const on = options.values['on'] === undefined ? null : dayAsked(options.values['on']);
			const find = councilFinder(COUNCILS);
			const print = options.json ? printJson : printText;
			const lines = (await readStandardInput()).split(/\r\n|\r|\n/);
			if (lines.at(-1) === '') lines.pop();
			process.stdout.write(lines.map((name) => print(name, find(name, on))).join(''));
			return 0;
		} catch (cause) {
			if (!(cause instanceof InputError)) throw cause;
			process.stderr.write(`${cause.message}\n`);
			return MISUSE;
		}
	}
};

function dayAsked(text: string): Day {
	const day = parseDay(text);
	if (day === null) throw new InputError(`“${text.slice(0, 40)}” is not a day of the form 2024-04-01.`);
	if (day < FIRST_DAY)
		throw new InputError('Councils are recorded from 1 April 1974; choose that day or a later one.');
	return day;
}

function bodiesOf(answer: CouncilAnswer): readonly CouncilBody[] {
	return answer.answer === 'one' ? [answer.body] : answer.answer === 'some' ? answer.bodies : [];
}

function printJson(name: string, answer: CouncilAnswer): string {
	const bodies = bodiesOf(answer);
	const line = {
		name,
		answer: answer.answer,
		codes: bodies.flatMap(codesOf),
		message: answerSentence(name, answer),
		councils: bodies.map((body) => ({
			code: body.id,
			gss: body.gss,
			name: body.name,
			detail: councilDetail(body),
			from: body.from === null ? null : isoDay(body.from),
			until: body.until === null ? null : isoDay(body.until),
			successors: body.successors
		}))
	};
	return `${JSON.stringify(line)}\n`;
}

/** GSS codes of a body; the register's own code of the few that ended before they were given one. */
function codesOf({ gss, id }: CouncilBody): readonly string[] {
	return gss.length > 0 ? gss : [id];
}

function printText(name: string, answer: CouncilAnswer): string {
	const bodies = bodiesOf(answer).map(
		(body) => `${codesOf(body).join(' ')} ${body.name} (${councilDetail(body)})`
	);
	const message = answerSentence(name, answer) ?? [];
	return `${[name, answer.answer, ...bodies, message].flat().join('\t')}\n`;
}
