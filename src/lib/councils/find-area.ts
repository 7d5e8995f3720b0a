import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { Atlas } from '#lib/domain/atlas.ts';
import type { Day } from '#lib/domain/day.ts';
import {
	answerSentence,
	councilDetail,
	divided,
	instead,
	listed,
	question,
	saidName
} from './council-words.ts';
import { councilsOf } from './known-councils.ts';
import type { CouncilBody } from './register.ts';

/** An area that somebody may mean, with what tells it from others of its name. */
export interface AreaChoice {
	code: string;
	name: string;
	detail: string;
}

/** What came of looking an area up by its council: one, or one sentence that says why not. */
export type AreaSearch =
	| {
			ok: true;
			code: string;
			name: string;
			/** Said when what was asked for is no more; null when it is. */
			note: string | null;
	  }
	| { ok: false; message: string; choices: AreaChoice[] };

/** Looks up an area of today by any name or code of its council, county or combined authority. */
export type AreaFinder = (asked: string) => AreaSearch;

/**
 * @param on the day on which a council must be there: today, as a rule
 */
export function areaFinder(areas: AreasWire, atlas: Atlas, on: Day): AreaFinder {
	const find = councilsOf(atlas);
	const names = new Map([
		...atlas.areas.map(({ code, name }) => [code, name] as const),
		...areas.upper.map(({ code, name }) => [code, name] as const)
	]);
	const codeOf = ({ gss }: CouncilBody) => gss.findLast((code) => names.has(code)) ?? null;
	return (asked) => {
		const answer = find(asked, on);
		const heirs = answer.answer === 'none' ? areasOfCode(asked, areas) : [];
		if (heirs.length === 1) return { ok: true, code: heirs[0]!, name: names.get(heirs[0]!)!, note: null };
		if (answer.answer === 'none') return { ok: false, message: answerSentence(asked, answer)!, choices: [] };
		const bodies = answer.answer === 'one' ? [answer.body] : answer.bodies;
		const choices = bodies.flatMap((body): AreaChoice[] => {
			const code = codeOf(body);
			return code === null ? [] : [{ code, name: names.get(code)!, detail: councilDetail(body) }];
		});
		const [only] = choices;
		if (only === undefined) {
			const told = listed(bodies.map(({ name }) => name));
			return { ok: false, message: `There are no figures for ${told}.`, choices };
		}
		if (answer.answer === 'one') {
			const note = answer.asked === null ? null : instead(answer.asked, only.name);
			return { ok: true, code: only.code, name: only.name, note };
		}
		const said = choices.map(({ name }) => name);
		const message =
			answer.asked === null ? question(saidName(asked), said) : divided(answer.asked, listed(said));
		return { ok: false, message, choices };
	};
}

/** Areas that took over a code which the register of councils does not know. */
function areasOfCode(asked: string, { former, codes }: AreasWire): string[] {
	const wanted = asked.trim().toUpperCase();
	return former.code.flatMap((code, at) => (code === wanted ? [codes[former.current[at]!]!] : []));
}
