import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MEMBERSHIP_FIELDS, MEMBERSHIP_RULES } from './membership-record.ts';
import { ORGANISATION_FIELDS, ORGANISATION_RULES } from './organisation-record.ts';
import { conflictingFields, fieldChanges, readRecord, recordText } from './record-form.ts';
import type { Columns } from './record-field.ts';

const RECORD: Columns = {
	name: 'Riverside Help',
	kind: 'charity',
	summary: null,
	website: 'https://riverside.example',
	area_code: null,
	founded_on: '2016-05-01',
	founded_precision: 'month',
	closed_on: null,
	closed_precision: 'day',
	source_url: null
};
const shown = recordText(ORGANISATION_FIELDS, RECORD);
const read = (typed: Record<string, string | null>, record: Columns | null = RECORD) =>
	readRecord(ORGANISATION_FIELDS, { ...shown, ...typed }, record, ORGANISATION_RULES);

describe('a record read from a form', () => {
	test('sent back as it was shown changes nothing', () => {
		expect(shown['founded']).toBe('May 2016');
		expect(read({}).patch).toEqual({});
	});

	test('sends only what was changed, dates as exact as they were typed', () => {
		expect(read({ founded: '3 May 2016', summary: ' Help\r\nfor all ' }).patch).toEqual({
			founded_on: '2016-05-03',
			founded_precision: 'day',
			summary: 'Help\nfor all'
		});
		expect(read({ website: '' }).patch).toEqual({ website: null });
	});

	test('says every fault at once and keeps what was typed', () => {
		const { patch, errors, values } = read({
			name: ' ',
			kind: 'castle',
			website: 'javascript:alert(1)',
			founded: '30 February 2016',
			summary: null
		});
		expect(patch).toBeNull();
		expect(Object.keys(errors).sort()).toEqual(['founded', 'kind', 'name', 'summary', 'website']);
		expect(values['founded']).toBe('30 February 2016');
	});

	test('refuses an end before the start, within what is known of both', () => {
		expect(read({ closed: '2015' }).errors).toEqual({
			closed: 'An organisation cannot close before it was founded.'
		});
		expect(read({ closed: '2016' }).errors).toEqual({});
		const membership = (typed: Record<string, string>) =>
			readRecord(MEMBERSHIP_FIELDS, { bound: 'on', ...typed }, null, MEMBERSHIP_RULES).errors;
		expect(membership({ started: '2020', renews: '1 May 2019' })).toHaveProperty('renews');
		expect(membership({ started: '2020', renews: '1 May 2020' })).toEqual({});
	});

	test('takes no name of an object’s own for a field', () => {
		expect(readRecord(ORGANISATION_FIELDS, {}, null).errors).toHaveProperty('name');
	});

	test('never throws, whatever is typed, and reads again what it shows', () => {
		const anything = fc.dictionary(
			fc.constantFrom(...ORGANISATION_FIELDS.map(({ name }) => name), '__proto__', 'constructor'),
			fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constant(null))
		);
		fc.assert(
			fc.property(anything, (typed) => {
				const { patch } = readRecord(ORGANISATION_FIELDS, typed, null, ORGANISATION_RULES);
				if (patch === null) return;
				const again = readRecord(ORGANISATION_FIELDS, recordText(ORGANISATION_FIELDS, patch), patch);
				expect(again.patch).toEqual({});
			})
		);
	});
});

describe('two at once', () => {
	const theirs = { ...RECORD, name: 'Riverside Aid', summary: 'Theirs', founded_on: '2015-01-01' };

	test('names the fields that somebody else saved otherwise', () => {
		const conflicts = conflictingFields(ORGANISATION_FIELDS, RECORD, theirs, {
			summary: 'Ours',
			website: null,
			founded_on: '2015-01-01'
		});
		expect(conflicts.map(({ name }) => name)).toEqual(['name', 'summary']);
		expect(conflicts[1]).toMatchObject({ before: 'nothing', theirs: 'Theirs', yours: 'Ours' });
	});

	test('is none where both saved the same', () => {
		expect(
			conflictingFields(ORGANISATION_FIELDS, RECORD, { ...RECORD, summary: 'A' }, { summary: 'A' })
		).toEqual([]);
	});
});

test('changes in words', () => {
	expect(
		fieldChanges(ORGANISATION_FIELDS, RECORD, { ...RECORD, kind: 'company', founded_precision: 'year' })
	).toEqual([
		{ label: 'What kind of organisation?', before: 'Charity', after: 'Company' },
		{ label: 'Founded', before: 'May 2016', after: '2016' }
	]);
});
