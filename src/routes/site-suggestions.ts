import { mount } from 'svelte';
import SiteSuggestions from './SiteSuggestions.svelte';

const served = new WeakSet<HTMLInputElement>();

/** Suggests below the field of the search from now on, however often it is asked. */
export function suggestFor(field: HTMLInputElement): void {
	if (served.has(field)) return;
	served.add(field);
	mount(SiteSuggestions, { target: field.form ?? document.body, props: { field } });
}
