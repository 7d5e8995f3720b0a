import { unknownBody, type Body } from './body.ts';
import { foundedOn } from './council-dates.ts';
import { COUNCIL_NAMES } from './council-names.ts';
import { council, declaredCode, formerCouncils, NAMED_WITHOUT_CODE } from './councils.ts';
import type { Inputs, OrganisationFact } from './inputs.ts';
import { copyNote, joinNotes, publicSource, sourceDate } from './sources.ts';
import { upperTier } from './upper-tier.ts';

type Row = Record<string, string>;

/** Every body with a record, councils first; facts noted with the movement are laid over the councils'. */
export function listBodies(inputs: Inputs): Body[] {
	const facts = new Map(inputs.movement.organisations.map((fact) => [fact.gss_code ?? fact.slug, fact]));
	const declared = new Map(inputs.declarations.map((row) => [declaredCode(row), row]));

	const bodies = [
		...inputs.authorities.map((row) => council(row, facts.get(row['gss_code'] ?? ''))),
		...upperTier(inputs),
		...formerCouncils(inputs)
	].map((body) => nameAsDeclared(withFact(body, facts.get(body.code ?? '')), declared.get(body.code ?? '')));

	const registered = new Map(inputs.history.map((row) => [row['gss_code'] || row['code'], row['code'] ?? '']));
	for (const row of inputs.authorities) registered.set(row['gss_code'], row['mysoc_code'] ?? '');
	const types = new Map(inputs.history.map((row) => [row['code'], row['type'] ?? '']));
	const named = bodies.map((body) => {
		const id = registered.get(body.code ?? '') ?? '';
		const began = body.foundedOn ?? foundedOn(id || (body.code ?? ''), types.get(id) ?? '');
		return { ...withOtherNames(body, id), foundedOn: began };
	});
	const codes = new Set(bodies.map(({ code }) => code));
	const others = inputs.movement.organisations.filter(({ gss_code }) => !codes.has(gss_code ?? ''));
	return [...named, ...others.map(otherBody)];
}

/** An organisation that is no authority, as noted with the movement. */
function otherBody(fact: OrganisationFact): Body {
	const source = publicSource(fact.source, [fact.slug]);
	const dated = sourceDate(fact.source_date);
	return {
		...unknownBody(),
		slug: fact.slug,
		name: fact.name,
		kind: fact.kind,
		summary: fact.summary,
		website: fact.website,
		longitude: fact.lon,
		latitude: fact.lat,
		locationBasis: fact.location_basis,
		areaCode: fact.area_code ?? null,
		isPublished: source.url !== null,
		sourceUrl: source.url,
		sourceOn: dated.on,
		note: joinNotes(source.note, dated.note),
		identifiers: fact.identifiers
	};
}

/** A council's record with the address and the summary that were noted with the movement. */
function withFact(body: Body, fact: OrganisationFact | undefined): Body {
	if (fact === undefined) return body;
	const former = body.name === fact.name ? [] : [{ name: fact.name, kind: 'alias' as const }];
	return {
		...body,
		slug: fact.slug,
		summary: fact.summary.replace(/^(Welsh|Scottish) council in /, 'Council in '),
		website: body.website ?? fact.website,
		note: joinNotes(body.note, copyNote(fact.source)),
		names: [...body.names, ...former]
	};
}

/** Keeps the name under which a council stands in the declarations, where it differs. */
function nameAsDeclared(body: Body, row: Row | undefined): Body {
	const declared = (row?.['council_name'] ?? '').replace('BoroughCouncil', 'Borough Council');
	const known = [body.name, ...body.names.map(({ name }) => name)].map((name) => name.toLowerCase());
	const isNew = declared !== '' && !/[()]/.test(declared) && !(declared in NAMED_WITHOUT_CODE);
	if (!isNew || known.includes(declared.toLowerCase())) return body;
	const kind = declared.startsWith('Sheffield City Region') ? 'former' : 'alias';
	return { ...body, names: [...body.names, { name: declared, kind }] };
}


/** Adds the names in other languages, former names, short forms and initials that the register has not. */
function withOtherNames(body: Body, registerCode: string): Body {
	const { inLanguage = [], former = [], short = [], initials = [] } = COUNCIL_NAMES[registerCode] ?? {};
	const known = new Set([body.name, ...body.names.map(({ name }) => name)]);
	const more = [
		...[...inLanguage, ...short].map((name) => ({ name, kind: 'alias' as const })),
		...former.map((name) => ({ name, kind: 'former' as const })),
		...initials.map((name) => ({ name, kind: 'abbreviation' as const }))
	].filter(({ name }) => !known.has(name));
	return { ...body, names: [...body.names, ...more] };
}
