import { mount } from 'svelte';
import SiteSuggestions from './SiteSuggestions.svelte';

/** Suggests below the field of the search, for as long as the page has the field; asked for when it is first used. */
export function suggestFor(field: HTMLInputElement): void {
	mount(SiteSuggestions, { target: field.form ?? document.body, props: { field } });
}
