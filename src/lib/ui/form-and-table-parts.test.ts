import { createRawSnippet } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import DataTable from './DataTable.svelte';
import ErrorSummary from './ErrorSummary.svelte';
import ExternalLink from './ExternalLink.svelte';
import FacetList from './FacetList.svelte';
import Field from './Field.svelte';

describe('ExternalLink', () => {
	test('links a web address by its host', () => {
		expect(render(ExternalLink, { props: { href: 'https://www.nesta.org.uk/x' } }).body).toMatch(
			/<a href="https:\/\/www.nesta.org.uk\/x"[^>]*>.*nesta\.org\.uk/
		);
	});

	test('never links what is no web address', () => {
		expect(render(ExternalLink, { props: { href: 'javascript:alert(1)' } }).body).not.toContain('<a');
	});
});

describe('Field', () => {
	const { body } = render(Field, {
		props: { name: 'email', label: 'E-mail', hint: 'Like a@b.c', error: 'Enter one.' }
	});

	test('ties label, hint and error to the box', () => {
		expect(body).toContain('<label for="email"');
		expect(body).toContain('aria-describedby="email-hint email-error"');
		expect(body).toContain('aria-invalid="true"');
	});
});

test('an error summary links each line to its field', () => {
	const { body } = render(ErrorSummary, { props: { errors: { email: 'Enter one.', '': 'Try again.' } } });
	expect(body).toContain('<a href="#email"');
	expect(body).toContain('role="alert"');
	expect(render(ErrorSummary, { props: { errors: {} } }).body).not.toContain('There is a problem');
});

test('a folded filter opens when something in it is ticked', () => {
	const options = Array.from({ length: 12 }, (_, at) => ({
		value: `${at}`,
		label: `${at}`,
		count: 1,
		checked: at === 11
	}));
	const folded = (checked: boolean) =>
		render(FacetList, {
			props: {
				name: 'x',
				legend: 'X',
				options: options.map((option) => ({ ...option, checked: option.checked && checked }))
			}
		}).body;
	expect(folded(true)).toMatch(/<details[^>]* open/);
	expect(folded(false)).not.toMatch(/<details[^>]* open/);
});

test('a table says how it is sorted and names its rows', () => {
	const cell = createRawSnippet((row: () => unknown, _key: () => string) => ({
		render: () => `<b>${String(row())}</b>`
	}));
	const { body } = render(DataTable, {
		props: {
			caption: 'Bodies',
			columns: [{ key: 'name', label: 'Name', sort: { href: '?sort=-name', direction: 'ascending' } }],
			rows: ['Rochdale'],
			rowKey: (row: unknown) => String(row),
			cell
		}
	});
	expect(body).toContain('aria-sort="ascending"');
	expect(body).toContain('href="?sort=-name"');
	expect(body).toMatch(/<th scope="row"[^>]*>.*Rochdale/s);
});
