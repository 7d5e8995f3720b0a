import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as vocabulary from '#lib/domain/vocabulary.ts';
import { openScratchDatabase } from '../../src/cli/scratch-database.ts';
import { currentSchemaTypes, TYPES_FILE } from '../../src/cli/types.ts';

describe('types of the schema', () => {
	test('the checked-in types are those of the migrations', async () => {
		const checkedIn = readFileSync(new URL(`../../${TYPES_FILE}`, import.meta.url), 'utf8');
		expect(checkedIn, 'run `npm run types`').toBe(await currentSchemaTypes());
	});

	test('closed lists have the words and the order of the domain, in which the atlas counts positions', async () => {
		const database = await openScratchDatabase();
		const { rows } = await database.query<{ lists: Record<string, string[]> }>(
			`select json_object_agg(name, labels) as lists from (
				select t.typname as name, json_agg(enumlabel order by enumsortorder) as labels
				from pg_enum e join pg_type t on t.oid = e.enumtypid group by t.typname
			) lists`
		);
		await database.close();
		expect(rows[0]?.lists).toMatchObject({
			organisation_kind: vocabulary.ORGANISATION_KINDS,
			location_basis: vocabulary.LOCATION_BASES,
			date_precision: vocabulary.DATE_PRECISIONS,
			date_bound: vocabulary.DATE_BOUNDS,
			confidence: vocabulary.CONFIDENCES,
			adoption_stage: vocabulary.STAGES,
			tie_kind: vocabulary.TIE_KINDS,
			link_kind: vocabulary.LINK_KINDS,
			evidence_level: vocabulary.EVIDENCE_LEVELS,
			membership_kind: vocabulary.MEMBERSHIP_KINDS,
			membership_status: vocabulary.MEMBERSHIP_STATUSES,
			network_role: vocabulary.NETWORK_ROLES
		});
	});
});
