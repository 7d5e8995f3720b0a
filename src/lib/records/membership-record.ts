import { DATE_BOUNDS } from '../domain/vocabulary.ts';
import { choiceField, dateField, lineField, webAddressField } from './record-field.ts';
import { inOrder } from './record-form.ts';

const BOUND_WORDS = { on: 'On this date', by: 'By this date, perhaps earlier' } as const;

/** Columns that the form of a membership reads and writes. */
export const MEMBERSHIP_FIELDS = [
	lineField({ name: 'role', label: 'Role in the network', longest: 120 }),
	dateField({ name: 'invited', column: 'invited_on', label: 'Invited' }),
	dateField({ name: 'started', column: 'started_on', precision: 'started_precision', label: 'Joined' }),
	choiceField({
		name: 'bound',
		column: 'started_bound',
		control: 'radios',
		label: 'Is this the date on which it joined?',
		options: DATE_BOUNDS.map((value) => ({ value, label: BOUND_WORDS[value] }))
	}),
	dateField({ name: 'renews', column: 'renews_on', label: 'Renewal is due' }),
	dateField({
		name: 'ended',
		column: 'ended_on',
		precision: 'ended_precision',
		label: 'Left',
		hint: 'Leave this empty while it is a member.'
	}),
	webAddressField({
		name: 'source',
		column: 'source_url',
		label: 'Where this is written',
		hint: 'A public page. Without one, and until it is confirmed, visitors do not see the membership.'
	})
] as const;

export const MEMBERSHIP_RULES = [
	inOrder('started_on', 'ended_on', 'ended', 'A membership cannot end before it began.'),
	inOrder('started_on', 'renews_on', 'renews', 'A renewal cannot be due before the membership began.')
] as const;
