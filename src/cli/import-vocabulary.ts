import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Vocabulary } from '#lib/import/value-tests.ts';
import { foldName } from '#lib/peers/council-names.ts';
import { areaFinder, type KnownArea } from '#lib/peers/pasted-list.ts';
import { projectRoot } from '#lib/server/project-root.ts';
import { readTable } from '#lib/tables/table.ts';

/** Places and practices of the seed files, for commands that read a list without a database. */
export function seedVocabulary(): Vocabulary {
	const rows = (name: string) => {
		const path = join(projectRoot(), 'supabase/seed', `${name}.csv`);
		return readTable({ file: `${name}.csv`, content: readFileSync(path) }).rows.map(({ cells }) => cells);
	};
	const areas = new Map<string, KnownArea & { names: string[] }>();
	for (const { code = '', name = '' } of rows('areas')) areas.set(code, { code, names: [name] });
	for (const { former_code: former = '', area_code: code = '' } of rows('area_codes')) {
		areas.get(code)?.names.push(former);
	}
	const organisations = new Map<string, { name: string; kind: string; area: string }>();
	for (const { slug = '', name = '', kind = '', area_code: area = '' } of rows('organisations')) {
		organisations.set(slug, { name, kind, area });
		if (kind === 'council') named(areas, area || slug, name);
	}
	for (const { organisation = '', name = '' } of rows('organisation_names')) {
		const body = organisations.get(organisation);
		if (body?.kind === 'council') named(areas, body.area || organisation, name);
	}
	const find = areaFinder([...areas.values()]);
	const practices = new Set(rows('practices').map(({ name = '' }) => foldName(name)));
	const known = new Map<string, boolean>();
	return {
		isPlace(text) {
			let isPlace = known.get(text);
			if (isPlace === undefined) known.set(text, (isPlace = text.length < 80 && find(text).length > 0));
			return isPlace;
		},
		isPractice: (text) => practices.has(foldName(text))
	};
}

function named(areas: Map<string, KnownArea & { names: string[] }>, code: string, name: string): void {
	const area = areas.get(code) ?? { code, names: [] };
	area.names.push(name);
	areas.set(code, area);
}
