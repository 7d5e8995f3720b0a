import { ORGANISATION_KINDS } from '../domain/vocabulary.ts';
import {
	choiceField,
	dateField,
	lineField,
	paragraphField,
	referenceField,
	webAddressField
} from './record-field.ts';
import { inOrder } from './record-form.ts';

/** Columns that the form of an organisation reads and writes. */
export const ORGANISATION_FIELDS = [
	lineField({ name: 'name', label: 'Name', missing: 'Enter the name of the organisation.' }),
	choiceField({
		name: 'kind',
		label: 'What kind of organisation?',
		options: ORGANISATION_KINDS.map((kind) => ({ value: kind, label: capital(kind) }))
	}),
	paragraphField({ name: 'summary', label: 'What it does', hint: 'In a few sentences.' }),
	webAddressField({ name: 'website', label: 'Website', hint: 'The whole address, with https://' }),
	referenceField({
		name: 'area',
		column: 'area_code',
		control: 'area',
		label: 'Council area',
		hint: 'Type the name of the council for the place where it works.'
	}),
	dateField({ name: 'founded', column: 'founded_on', precision: 'founded_precision', label: 'Founded' }),
	dateField({
		name: 'closed',
		column: 'closed_on',
		precision: 'closed_precision',
		label: 'Closed',
		hint: 'Leave this empty while it exists.'
	}),
	webAddressField({
		name: 'source',
		column: 'source_url',
		label: 'Where this is written',
		hint: 'A public page on which readers can check it.'
	})
] as const;

export const ORGANISATION_RULES = [
	inOrder('founded_on', 'closed_on', 'closed', 'An organisation cannot close before it was founded.')
] as const;

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
